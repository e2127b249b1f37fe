/** What a case claims to stand in the log: all that was recorded on it, the oldest first. */
import type { Stack } from '@brightline/engine'
import { namesOf } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { dutyWords } from '../case/duty-words.ts'
import type { CaseRecord, DecisionRecord } from '../case/read-case.ts'
import { sayCase } from '../case/words.ts'
import { closingWords } from '../closing/words.ts'
import { eventWords } from '../clock/event-names.ts'
import { verdictOn } from '../decision/verdict.ts'
import { noticeName } from '../notice/docket.ts'
import { outcomeWords } from '../outcome/words.ts'
import { claimOfConfirmation, claimOfDecision, claimOfDischarge, claimOfRow, type Claim } from './claim.ts'
import { sayRecord } from './words.ts'

/** A claim of a case, and what says it in words. */
export interface CaseClaim {
  readonly claim: Claim
  readonly at: Temporal.Instant
  readonly what: (stack: Stack, lang: string) => string
  readonly isSuperseded: boolean
}

/** Lists them, the oldest first. */
export function claimsOf(record: CaseRecord): readonly CaseClaim[] {
  const { decisions, duties, requests, times, notices, outcomes, closings } = record
  const claims = [
    ...requests.map(ofRequest),
    ...decisions.flatMap(ofDecision),
    ...duties.flatMap((row) => ofDuty(row, record)),
    ...times.map((row) => ofTime(row, isSupersededIn(times, row))),
    ...notices.flatMap(ofPaper),
    ...outcomes.map((row) => ofOutcome(row, isSupersededIn(outcomes, row))),
    ...closings.map(ofClosing),
  ]
  return claims.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}

type Row<List extends 'requests' | 'duties' | 'times' | 'notices' | 'outcomes' | 'closings'> = CaseRecord[List][number]

function isSupersededIn(
  rows: readonly { readonly supersedes: string | null }[],
  { id }: { readonly id: string },
): boolean {
  return rows.some(({ supersedes }) => supersedes === id)
}

function ofRequest(row: Row<'requests'>): CaseClaim {
  const what: CaseClaim['what'] = (_, lang) => sayRecord(lang)('what-request')
  return { claim: claimOfRow('request', row), at: row.entered_at, what, isSuperseded: false }
}

function ofDecision(row: DecisionRecord): readonly CaseClaim[] {
  const { act, confirmation: said, isSuperseded } = row
  const decided: CaseClaim = {
    claim: claimOfDecision(row),
    at: row.decided_at,
    what: (stack, lang) => verdictOn(row, namesOf(stack, lang).act(act), lang),
    isSuperseded,
  }
  if (said === null) return [decided]
  const what: CaseClaim['what'] = (stack, lang) => sayCase(lang)(said.outcome, { act: namesOf(stack, lang).act(act) })
  return [decided, { claim: claimOfConfirmation(said, row), at: said.confirmed_at, what, isSuperseded }]
}

function ofDuty(row: Row<'duties'>, { decisions }: CaseRecord): readonly CaseClaim[] {
  if (row.state !== 'discharged' || row.discharged_at === null) return []
  const policy = decisions.find(({ id }) => id === row.decision_id)?.policy_hash ?? null
  const what: CaseClaim['what'] = (stack, lang) => {
    const say = sayRecord(lang)
    const done = say('what-discharge', { action: dutyWords(row, stack, lang) })
    return row.escalated_at === null ? done : `${done}. ${say('was-missed')}`
  }
  return [{ claim: claimOfDischarge(row, policy), at: row.discharged_at, what, isSuperseded: false }]
}

function ofTime(row: Row<'times'>, isSuperseded: boolean): CaseClaim {
  const what: CaseClaim['what'] = (stack, lang) =>
    sayRecord(lang)('what-time', { event: eventWords(row.event, stack, lang) })
  return { claim: claimOfRow('time', row), at: row.recorded_at, what, isSuperseded }
}

function ofPaper(row: Row<'notices'>): readonly CaseClaim[] {
  if (row.given_at === null) return []
  const what: CaseClaim['what'] = (_, lang) => sayRecord(lang)('what-paper', { paper: noticeName(row.kind, lang) })
  return [{ claim: claimOfRow('paper', row), at: row.given_at, what, isSuperseded: false }]
}

function ofOutcome(row: Row<'outcomes'>, isSuperseded: boolean): CaseClaim {
  const { kind, receiving_agency: receiver } = row
  const what: CaseClaim['what'] = (_, lang) =>
    sayRecord(lang)('what-outcome', { outcome: outcomeWords({ kind, receiver }, lang) })
  return { claim: claimOfRow('outcome', row), at: row.recorded_at, what, isSuperseded }
}

function ofClosing(row: Row<'closings'>): CaseClaim {
  const what: CaseClaim['what'] = (_, lang) => closingWords(row, lang)
  return { claim: claimOfRow('closing', row), at: row.recorded_at, what, isSuperseded: false }
}
