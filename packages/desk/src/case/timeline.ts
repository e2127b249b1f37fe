/** What happened on a case, in order: numbered entries with time, kind and role, and nothing of who the person is. */
import type { Stack } from '@brightline/engine'
import { joined, namesOf } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { closingWords } from '../closing/words.ts'
import { reasonWords } from '../decision/reason-words.ts'
import { verdictOn } from '../decision/verdict.ts'
import { noticeName } from '../notice/docket.ts'
import { outcomeWords } from '../outcome/words.ts'
import type { ClaimKind } from '../record/book.ts'
import type { LoggedPlace } from '../record/where-logged.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { sayFrame } from '../screen/words.ts'
import { kindWords } from '../upload/page.ts'
import { dutyWords } from './duty-words.ts'
import { formWords } from './form-words.ts'
import type { CaseRecord, DecisionRecord } from './read-case.ts'
import { sayCase, type CaseKey } from './words.ts'

/** One entry. */
export interface TimelineEntry {
  readonly at: Temporal.Instant
  readonly title: string
  readonly notes: readonly string[]
  /** Where it stands in the log; null where it has no entry. */
  readonly logged: Pick<LoggedPlace, 'kind' | 'serials'> | null
  readonly isSuperseded: boolean
}

interface Teller {
  readonly record: CaseRecord
  readonly stack: Stack
  readonly lang: string
}

/** Lists the entries, the oldest first. */
export function timelineOf(record: CaseRecord, stack: Stack, lang: string): readonly TimelineEntry[] {
  const teller = { record, stack, lang }
  const entries = [
    ...arrivals(teller),
    ...answers(teller),
    ...decisions(teller),
    ...confirmations(teller),
    ...following(teller),
  ]
  return entries.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}

function plain(at: Temporal.Instant, title: string, notes: readonly string[] = []): TimelineEntry {
  return { at, title, notes: notes.filter((note) => note !== ''), logged: null, isSuperseded: false }
}

function logged(entry: TimelineEntry, kind: ClaimKind, serial: number | null): TimelineEntry {
  return serial === null ? entry : { ...entry, logged: { kind, serials: [serial] } }
}

const channels: readonly CaseKey[] = ['fax', 'e-mail', 'telephone', 'in-person', 'post', 'other']

function arrivals({ record, stack, lang }: Teller): readonly TimelineEntry[] {
  const say = sayCase(lang)
  const { request, papers, openedAt } = record
  const channel = channels.find((one) => one === request?.channel) ?? 'other'
  const received =
    request === null
      ? []
      : [
          logged(
            plain(request.received_at, say('received', { channel: say(channel) }), [
              formWords(request.form, stack, lang),
              request.paper_number === null ? '' : say('paper-number', { number: request.paper_number }),
            ]),
            'request',
            request.log_serial,
          ),
        ]
  return [
    ...received,
    plain(openedAt, say('opened'), [record.deskName]),
    ...papers.map(({ kind, received_at: at }) => plain(at, say('paper'), [kindWords(kind, lang)])),
  ]
}

/** Tells of the answers before and after each decision: one that was changed since stands where it was changed. */
function answers({ record, lang }: Teller): readonly TimelineEntry[] {
  const say = sayCase(lang)
  const decided = record.decisions.map(({ decided_at: at }) => at).toSorted((a, b) => Temporal.Instant.compare(a, b))
  const given = [...record.answers.values()].map(({ at }) => at).toSorted((a, b) => Temporal.Instant.compare(a, b))
  const groups = Map.groupBy(given, (at) => decided.filter((one) => Temporal.Instant.compare(one, at) < 0).length)
  return [...groups].flatMap(([before, alike]) => {
    const [last, count] = [alike.at(-1), alike.length]
    return last === undefined ? [] : [plain(last, say(before === 0 ? 'answered' : 'answered-later', { count }))]
  })
}

/** Puts the decisions of one moment together: they were one form. */
function decisions(teller: Teller): readonly TimelineEntry[] {
  const groups = Map.groupBy(teller.record.decisions, ({ decided_at: at }) => at.toString())
  return [...groups.values()].flatMap((alike) => {
    const [current, old] = [alike.filter((one) => !one.isSuperseded), alike.filter((one) => one.isSuperseded)]
    return [current, old].flatMap((some) => decisionEntry(some, teller))
  })
}

/** Says what was chosen, where the law leaves a choice or something else than it says is on record; null elsewhere. */
export function choiceWords({ verdict, choice }: DecisionRecord, lang: string): string | null {
  if (choice !== 'do' && choice !== 'do-not') return null
  const isOfLaw = (verdict === 'required' && choice === 'do') || (verdict === 'prohibited' && choice === 'do-not')
  return isOfLaw ? null : sayCase(lang)(`chosen-${choice}`)
}

function decisionEntry(some: readonly DecisionRecord[], { stack, lang }: Teller): readonly TimelineEntry[] {
  const [first] = some
  if (first === undefined) return []
  const say = sayCase(lang)
  const acts = joined(
    some.map((row) => verdictOn(row, namesOf(stack, lang).act(row.act), lang)),
    'and',
    lang,
  )
  const needs = new Set(
    some.flatMap(({ needs_role: role, confirmation }) => (role !== null && confirmation === null ? [role] : [])),
  )
  const reasons = new Set(some.flatMap(({ reason_code: code }) => (code === null ? [] : [reasonWords(code, lang)])))
  const notes = [
    say('decided-by', { role: sayFrame(lang)(first.decided_as) }),
    ...some.flatMap((one) => {
      const choice = choiceWords(one, lang)
      const act = sentenceCase(namesOf(stack, lang).act(one.act), lang)
      return choice === null ? [] : [say('choice-of', { act, choice })]
    }),
    ...[...reasons].map((reason) => say('reason-is', { reason })),
    ...(first.isSuperseded ? [say('superseded')] : [...needs].map((role) => say(`needs-${role}`))),
  ]
  const serials = some.map(({ log_serial: serial }) => serial)
  const place = { kind: 'decision', serials } as const
  return [
    { at: first.decided_at, title: say('decided', { acts }), notes, logged: place, isSuperseded: first.isSuperseded },
  ]
}

function confirmations({ record, stack, lang }: Teller): readonly TimelineEntry[] {
  const say = sayCase(lang)
  return record.decisions.flatMap(({ act, confirmation }) => {
    if (confirmation === null) return []
    const { outcome, confirmed_at: at, confirmed_as: role, reason_code: code } = confirmation
    const reason = code === null ? '' : say('reason-is', { reason: reasonWords(code, lang) })
    const title = say(outcome, { act: namesOf(stack, lang).act(act) })
    const { log_serial: serial } = confirmation
    return [
      logged(plain(at, title, [say('decided-by', { role: sayFrame(lang)(role) }), reason]), 'confirmation', serial),
    ]
  })
}

function following({ record, stack, lang }: Teller): readonly TimelineEntry[] {
  const say = sayCase(lang)
  return [
    ...record.notices.flatMap(({ kind, made_at: made, given_at: given, log_serial: serial }) => [
      plain(made, say('notice-made', { kind: noticeName(kind, lang) })),
      ...(given === null
        ? []
        : [logged(plain(given, say('notice-given', { kind: noticeName(kind, lang) })), 'paper', serial)]),
    ]),
    ...record.outcomes.map((one) =>
      logged(
        plain(
          one.happened_at,
          say('outcome', { kind: outcomeWords({ kind: one.kind, receiver: one.receiving_agency }, lang) }),
        ),
        'outcome',
        one.log_serial,
      ),
    ),
    ...record.closings.map((row) =>
      logged(
        plain(row.recorded_at, closingWords(row, lang), [say('decided-by', { role: sayFrame(lang)(row.recorded_as) })]),
        'closing',
        row.log_serial,
      ),
    ),
    ...record.duties.flatMap((duty) =>
      duty.discharged_at === null
        ? []
        : [
            logged(
              plain(duty.discharged_at, say('discharged', { action: dutyWords(duty, stack, lang) })),
              'discharge',
              duty.log_serial,
            ),
          ],
    ),
  ]
}
