/** What became of the person: released, transferred and to whom, held, bail posted. A correction supersedes, and both stay. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { lockOf, type CasePlace } from '../clock/case-events.ts'
import { endedBy } from '../closing/ended.ts'
import type { Who, Work } from '../database/transaction.ts'
import type { DutyClock } from '../duty/due-time.ts'
import { writeDuties } from '../duty/write-duties.ts'
import { logRow, recordedNow } from '../record/log-row.ts'
import { keptMoment } from '../record/record-of.ts'
import { Refusal } from '../server/refusal.ts'

/** The kinds of outcome, in the order in which they are offered. */
export const outcomeKinds = ['released', 'transferred', 'held', 'bail-posted', 'other'] as const

/** One kind. */
export type OutcomeKind = (typeof outcomeKinds)[number]

/** Agencies that ask, or that receive somebody, by code. Names of people have no place here. */
export const outsideAgencies = [
  'ice',
  'cbp',
  'uscis',
  'us-marshals',
  'fbi',
  'other-federal',
  'state-prison',
  'other-state-or-local',
] as const

/** One such agency. */
export type OutsideAgency = (typeof outsideAgencies)[number]

/** Tells if a word is a kind of outcome. */
export function isOutcomeKind(word: string): word is OutcomeKind {
  return outcomeKinds.some((kind) => kind === word)
}

/** Tells if a word is an agency. */
export function isOutsideAgency(word: string): word is OutsideAgency {
  return outsideAgencies.some((agency) => agency === word)
}

/** An outcome that is recorded. Only a transfer names a receiver. */
export interface NewOutcome {
  readonly kind: OutcomeKind
  readonly at: Temporal.Instant
  readonly receiver: OutsideAgency | null
  /** The outcome that this one corrects. */
  readonly supersedes: string | null
  /** How many outcomes stood on the page of whoever records; null where no page was looked at. */
  readonly seen: number | null
}

/** An outcome on record. */
export interface OutcomeRecord {
  readonly id: string
  readonly kind: string
  readonly at: Temporal.Instant
  readonly receiver: string | null
  readonly supersedes: string | null
  readonly recordedAt: Temporal.Instant
  readonly isSuperseded: boolean
}

/** What came of recording one. */
export type Recorded = 'recorded' | 'future' | 'corrected-before' | 'no-such-outcome' | 'not-seen'

/** Records an outcome, and counts the duties of the case anew. What is on record already is not recorded twice. */
export async function recordOutcome(
  work: Work,
  who: Who,
  place: CasePlace,
  { outcome, clock }: { readonly outcome: NewOutcome; readonly clock: DutyClock },
): Promise<Recorded> {
  const { at } = outcome
  // Of two who correct the same one at once, the second finds it corrected.
  await lockOf(place.case_id).execute(work)
  const { rows } = await sql<{ now: Temporal.Instant }>`select clock_timestamp() as now`.execute(work)
  if (at.epochMilliseconds > (rows[0]?.now.epochMilliseconds ?? 0) + 60_000) return 'future'
  const ended = await endedBy(sql`${place.case_id}::uuid`).execute(work)
  // What was closed as a mistake, or as another request, is counted nowhere: what became of somebody would be lost.
  if (ended.rows.length > 0) throw new Refusal('case-closed')
  const hindrance = hindranceOf(outcome, await listOutcomes(work, place.case_id))
  if (hindrance !== null) return hindrance
  await insertOutcome(work, who, place, outcome)
  await writeDuties(work, place, clock)
  return 'recorded'
}

/** Writes an outcome with its entry in the log. */
export async function insertOutcome(
  work: Work,
  who: Who,
  { agency_id, desk_id, case_id }: CasePlace,
  { kind, at, receiver, supersedes }: Omit<NewOutcome, 'seen'>,
): Promise<void> {
  const row = {
    ...{ id: randomUUID(), agency_id, desk_id, case_id, kind, happened_at: keptMoment(at) },
    ...{ receiving_agency: kind === 'transferred' ? receiver : null, supersedes, recorded_by: who.user },
  }
  const logged = await logRow(work, 'outcome', { ...row, recorded_at: await recordedNow(work) })
  await work
    .insertInto('outcomes')
    .values({ ...row, happened_at: row.happened_at.toString(), ...logged })
    .execute()
}

/** Tells why an outcome is not recorded: it stands there, or the list is another than the one that was looked at. */
function hindranceOf(
  { kind, at, receiver, supersedes, seen }: NewOutcome,
  known: readonly OutcomeRecord[],
): Recorded | null {
  const to = kind === 'transferred' ? receiver : null
  const isThere = known.some(
    (one) =>
      !one.isSuperseded && one.kind === kind && one.receiver === to && one.at.equals(at) && isFor(one, supersedes),
  )
  if (isThere) return 'recorded'
  const corrected = known.find(({ id }) => id === supersedes)
  if (supersedes !== null && corrected === undefined) return 'no-such-outcome'
  if (corrected?.isSuperseded === true) return 'corrected-before'
  return seen === null || seen === known.length ? null : 'not-seen'
}

/** Tells if a row says what a form meant: something new, or the correction of another row. */
function isFor(one: OutcomeRecord, supersedes: string | null): boolean {
  return supersedes === null || one.supersedes === supersedes
}

/** Lists the outcomes of a case, the oldest first. */
export async function listOutcomes(work: Work, caseId: string): Promise<readonly OutcomeRecord[]> {
  const rows = await work
    .selectFrom('outcomes as outcome')
    .leftJoin('outcomes as later', 'later.supersedes', 'outcome.id')
    .select([
      'outcome.id',
      'outcome.kind',
      'outcome.happened_at as at',
      'outcome.receiving_agency as receiver',
      'outcome.supersedes',
      'outcome.recorded_at as recordedAt',
      'later.id as later',
    ])
    .where('outcome.case_id', '=', caseId)
    .orderBy('outcome.recorded_at')
    .execute()
  return rows.map(({ later, ...row }) => ({ ...row, isSuperseded: later !== null }))
}
