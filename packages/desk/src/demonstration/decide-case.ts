/** Decides an invented request, with the duties that follow, and closes it when they are done. */
import type { Decision } from '@brightline/engine'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { LawOfPlace } from '../case/law-in-use.ts'
import type { OpenedCase } from '../case/open-case.ts'
import type { Who, Work } from '../database/transaction.ts'
import type { InventedRequest } from './invented-requests.ts'
import { town } from './town.ts'

/** What a request is decided with. */
export interface Deciding {
  readonly work: Work
  readonly who: Who
  readonly law: LawOfPlace
}

/** Decides each act as of the moment at which the request came, so long ago. */
export async function decideCase(
  { work, who, law }: Deciding,
  opened: OpenedCase,
  { request, ago }: { readonly request: InventedRequest; readonly ago: Temporal.Duration },
): Promise<void> {
  const received = Temporal.Now.instant().subtract(ago).toZonedDateTimeISO(town.timeZone)
  const { form, acts, answers } = request
  const answer = law.decide({
    place: town.place,
    asOf: received.toPlainDate().toString(),
    agency: town.kind,
    form,
    facts: { ...answers },
    events: { receipt: received.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 }) },
    ...(acts.length > 0 ? { acts } : {}),
  })
  for (const decision of answer.decisions) await recordDecision(work, who, opened, { decision, request, ago })
}

interface Recorded {
  readonly decision: Decision
  readonly request: InventedRequest
  readonly ago: Temporal.Duration
}

async function recordDecision(
  work: Work,
  who: Who,
  { id, agency, desk }: OpenedCase,
  { decision, request, ago }: Recorded,
): Promise<void> {
  const here = { agency_id: agency, desk_id: desk, case_id: id }
  const chooses = decision.verdict === 'permitted' && request.progress === 'to-confirm'
  const serial = await nextSerial(work, desk)
  const row = await work
    .insertInto('decisions')
    .values({
      ...here,
      act: decision.act,
      verdict: decision.verdict,
      document: JSON.stringify(decision),
      policy_hash: Buffer.from(decision.policyHash, 'hex'),
      ...(chooses ? { choice: 'do', reason_code: 'court-paper', needs_role: 'supervisor' as const } : {}),
      ...{ decided_by: who.user, decided_as: who.role, log_serial: serial, log_ticket: serial },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeDuties(work, { ...here, decision_id: row.id }, decision, ago)
}

async function nextSerial(work: Work, desk: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select count(*) + 1 as next from desk.decisions where desk_id = ${desk}`.execute(work)
  return rows[0]?.next ?? 1
}

interface OfDecision {
  readonly agency_id: string
  readonly desk_id: string
  readonly case_id: string
  readonly decision_id: string
}

/** Writes each duty once a case. Its time is counted from the true receipt, and moves back with everything else. */
async function writeDuties(work: Work, of: OfDecision, { duties }: Decision, ago: Temporal.Duration): Promise<void> {
  const known = await work.selectFrom('duties').select('rule').where('case_id', '=', of.case_id).execute()
  const rules = new Set(known.map(({ rule }) => rule))
  for (const duty of duties) {
    const { duty: rule, at, due, arises } = duty
    if (arises !== 'now' || rules.has(rule)) continue
    rules.add(rule)
    const { cite, mark, action, recipient, languages, ifMissed, certain } = duty
    const document = JSON.stringify({ cite, mark, action, recipient, languages, ifMissed, due, certain })
    const dueAt = at === null ? null : Temporal.ZonedDateTime.from(at).toInstant().add(ago).toString()
    const row = { ...of, rule, document, due_at: dueAt, calendar: 'every-day', time_zone: town.timeZone }
    await work.insertInto('duties').values(row).execute()
  }
}

/** Closes a case whose duties are done, with what came of it. */
export async function closeCase(work: Work, who: Who, { id, agency, desk }: OpenedCase): Promise<void> {
  const now = Temporal.Now.instant().toString()
  const proof = JSON.stringify({ how: 'given-in-person', notice: null, doneAt: now })
  await work
    .updateTable('duties')
    .set({ state: 'discharged', discharged_at: sql<string>`now()`, discharged_by: who.user, proof })
    .where('case_id', '=', id)
    .execute()
  const here = { agency_id: agency, desk_id: desk, case_id: id }
  await work
    .insertInto('outcomes')
    .values({ ...here, kind: 'released', happened_at: now, recorded_by: who.user })
    .execute()
  await work.updateTable('cases').set({ closed_at: now }).where('id', '=', id).execute()
}
