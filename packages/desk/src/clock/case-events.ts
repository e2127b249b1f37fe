/** When the events of a case happened: what was recorded, and what the record shows by itself. */
import { randomUUID } from 'node:crypto'
import { readTime } from '@brightline/engine'
import { sql, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { statement } from '../database/statement.ts'
import { together, type Ask, type Who, type Work } from '../database/transaction.ts'
import type { CaseEvents } from '../duty/due-time.ts'
import { logRow, recordedNow } from '../record/log-row.ts'
import { keptMoment } from '../record/record-of.ts'

/** Where a row of a case belongs. */
export interface CasePlace {
  readonly agency_id: string
  readonly desk_id: string
  readonly case_id: string
}

/** What the record shows, weakest first: an event that somebody recorded counts more than any of these. */
const shown = {
  receipt: sql<Temporal.Instant | null>`(select min(r.received_at) from desk.requests as r where r.case_id = c.id)`,
  decision: sql<Temporal.Instant | null>`(select max(d.decided_at) from desk.decisions as d where d.case_id = c.id)`,
  reply: sql<Temporal.Instant | null>`(select max(n.given_at) from desk.notices as n
    where n.case_id = c.id and n.recipient = 'requesting-agency')`,
  // Whoever is held was due to be released then.
  release: sql<Temporal.Instant | null>`(select o.happened_at from desk.outcomes as o
    where o.case_id = c.id and o.kind in ('held', 'released')
      and not exists (select from desk.outcomes as later where later.supersedes = o.id)
    order by o.happened_at limit 1)`,
} as const

/** Keeps others from counting the same case until the transaction ends: of two who record at once, one waits for the other. */
async function lockCase(work: Work, caseId: string): Promise<void> {
  await lockOf(caseId).execute(work)
}

/** The statement that does so. */
export function lockOf(caseId: string): RawBuilder<unknown> {
  return sql`select pg_advisory_xact_lock(hashtextextended(${`brightline case ${caseId}`}, 0))`
}

/** Reads the events of a case that are known. Times that the interview was told are by the clock of the agency. */
export async function readCaseEvents(work: Work, caseId: string, zone: string): Promise<CaseEvents> {
  return await together(work, async (ask) => await askCaseEvents(ask, caseId, { zone, isDeciding: false }))
}

/** What is known of an event, from one source. What the interview was told is by the clock of the agency. */
interface Known {
  readonly source: 'shown' | 'told' | 'recorded'
  readonly event: string
  readonly at: Temporal.Instant | null
  readonly told: string | null
}

const knownOf = statement(
  (_work, { caseId, isDeciding }: { readonly caseId: string; readonly isDeciding: boolean }) => sql<Known>`
    select 'shown' as source, shown.event, shown.at, null as told
      from desk.cases as c, lateral (values ('receipt', ${shown.receipt}),
        ('decision', case when ${isDeciding}::boolean then desk.decided_now() else ${shown.decision} end),
        ('reply', ${shown.reply}), ('release', ${shown.release})) as shown (event, at)
      where c.id = ${caseId} and shown.at is not null
    union all select 'told', substr(answer.fact, 6), null, answer.value #>> '{}'
      from desk.answers as answer where answer.case_id = ${caseId} and answer.fact like 'time:%'
    union all select 'recorded', event.event, event.happened_at, null
      from desk.case_events as event where event.case_id = ${caseId}
        and not exists (select from desk.case_events as later where later.supersedes = event.id)`,
)

/** Reads them together with what else is asked. A case that is decided just now was decided at the time of the transaction. */
export async function askCaseEvents(
  ask: Ask,
  caseId: string,
  { zone, isDeciding }: { readonly zone: string; readonly isDeciding: boolean },
): Promise<CaseEvents> {
  const known = await ask(knownOf({ caseId, isDeciding }))
  const from = (source: Known['source']): readonly Known[] => known.filter((one) => one.source === source)
  const events = new Map<string, Temporal.Instant>()
  for (const { event, at, told } of [...from('shown'), ...from('told'), ...from('recorded')]) {
    const time = at ?? timeTold(told ?? '', zone)
    if (time !== null) events.set(event, time)
  }
  return events
}

/** Reads a time that the interview was told; null where it was told none. */
function timeTold(text: string, zone: string): Temporal.Instant | null {
  const read = readTime(text, { zone, today: null })
  return read.ok ? read.value.at.toInstant() : null
}

/** An event with its time. */
export interface NewEvent {
  readonly event: string
  readonly at: Temporal.Instant
}

/** Records when an event happened. What was recorded of it before is superseded, and stays; the same time again is not recorded twice. */
export async function recordEvent(work: Work, who: Who, key: CasePlace, { event, at }: NewEvent): Promise<void> {
  await lockCase(work, key.case_id)
  const last = await work
    .selectFrom('case_events as one')
    .select(['one.id', 'one.happened_at'])
    .where('one.case_id', '=', key.case_id)
    .where('one.event', '=', event)
    .leftJoin('case_events as later', 'later.supersedes', 'one.id')
    .where('later.id', 'is', null)
    .executeTakeFirst()
  const happened = keptMoment(at)
  if (last?.happened_at.equals(happened) === true) return
  const { agency_id, desk_id, case_id } = key
  const row = {
    ...{ id: randomUUID(), agency_id, desk_id, case_id, event, happened_at: happened },
    ...{ supersedes: last?.id ?? null, recorded_by: who.user },
  }
  const logged = await logRow(work, 'time', { ...row, recorded_at: await recordedNow(work) })
  await work
    .insertInto('case_events')
    .values({ ...row, happened_at: happened.toString(), ...logged })
    .execute()
}
