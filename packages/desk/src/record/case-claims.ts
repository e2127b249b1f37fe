/** What a case claims to stand in the log: its decisions, what a second person said of them, and its discharged duties. */
import type { Stack } from '@brightline/engine'
import { namesOf } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { dutyWords } from '../case/duty-words.ts'
import type { CaseRecord, DecisionRecord } from '../case/read-case.ts'
import { sayCase } from '../case/words.ts'
import { verdictOn } from '../decision/verdict.ts'
import { claimOfConfirmation, claimOfDecision, claimOfDischarge, type Claim } from './claim.ts'
import { sayRecord } from './words.ts'

/** A claim of a case, in words. */
export interface CaseClaim {
  readonly claim: Claim
  readonly at: Temporal.Instant
  readonly what: string
  readonly isSuperseded: boolean
}

/** Lists them, the oldest first. */
export function claimsOf(record: CaseRecord, stack: Stack, lang: string): readonly CaseClaim[] {
  const claims = [
    ...record.decisions.flatMap((row) => ofDecision(row, stack, lang)),
    ...record.duties.flatMap((row) => ofDuty(row, record, stack, lang)),
  ]
  return claims.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}

function ofDecision(row: DecisionRecord, stack: Stack, lang: string): readonly CaseClaim[] {
  const act = namesOf(stack, lang).act(row.act)
  const { confirmation: said, isSuperseded } = row
  const decided = {
    claim: claimOfDecision(row),
    at: row.decided_at,
    what: verdictOn(row.verdict, act, lang),
    isSuperseded,
  }
  if (said === null) return [decided]
  const what = sayCase(lang)(said.outcome, { act })
  return [decided, { claim: claimOfConfirmation(said, row), at: said.confirmed_at, what, isSuperseded }]
}

function ofDuty(
  row: CaseRecord['duties'][number],
  { decisions }: CaseRecord,
  stack: Stack,
  lang: string,
): readonly CaseClaim[] {
  if (row.state !== 'discharged' || row.discharged_at === null) return []
  const say = sayRecord(lang)
  const policy = decisions.find(({ id }) => id === row.decision_id)?.policy_hash ?? null
  const done = say('what-discharge', { action: dutyWords(row, stack, lang) })
  const what = row.escalated_at === null ? done : `${done}. ${say('was-missed')}`
  return [{ claim: claimOfDischarge(row, policy), at: row.discharged_at, what, isSuperseded: false }]
}
