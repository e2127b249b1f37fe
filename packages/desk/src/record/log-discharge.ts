/** Puts in line for the log of the agency that a duty was discharged, in the transaction that discharges it. */
import { commit, newCaseKey, newNonce, systemRandom, valueOf, type Canonical } from '@brightline/ledger'
import { enqueueAll } from '@brightline/ledger/postgres'
import { sql, type Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Work } from '../database/transaction.ts'
import { statementsIn } from './statements.ts'

/** A duty that is discharged, but for its place in the log. */
export type DischargeRow = Omit<Selectable<Tables['duties']>, 'log_serial' | 'log_ticket' | 'log_key' | 'state'>

/** Gives the record of a discharge: what was owed and by when, if it was missed, and who did it, when and how. */
export function recordOfDischarge(row: DischargeRow): Canonical {
  return {
    v: 1,
    discharges: row.id,
    agency: row.agency_id,
    desk: row.desk_id,
    case: row.case_id,
    decision: row.decision_id,
    rule: row.rule,
    document: row.document,
    dueAt: row.due_at?.toString() ?? null,
    day: row.day?.toString() ?? null,
    calendar: row.calendar,
    timeZone: row.time_zone,
    openedAt: row.opened_at.toString(),
    remindedAt: row.reminded_at?.toString() ?? null,
    missedAt: row.escalated_at?.toString() ?? null,
    dischargedAt: row.discharged_at?.toString() ?? null,
    dischargedBy: row.discharged_by,
    proof: row.proof,
  }
}

/** Where the entry of a discharge stands; a duty of the whole agency brings the key that opens it. */
export interface LoggedDischarge {
  readonly log_serial: number
  readonly log_ticket: number
  readonly log_key: Buffer | null
}

/** A discharge, the law by which the duty was owed, and the key that opens its entry; null makes a key of its own. */
export interface DischargeToLog {
  readonly row: DischargeRow
  readonly policy: Buffer
  readonly key: Buffer | null
}

/** Puts them in line. Discharges of an agency have a desk of their own, so that none can be left out. */
export async function logDischarges(
  work: Work,
  town: string,
  discharges: readonly DischargeToLog[],
): Promise<readonly LoggedDischarge[]> {
  const { schema, ...held } = await holdLine(work, `${town}/duties`, discharges[0]?.row.time_zone ?? 'UTC')
  const keys = discharges.map(({ key }) => (key === null ? Buffer.from(newCaseKey(systemRandom)) : null))
  const [first, ...more] = discharges.map(({ row, policy, key }, at) => ({
    ...{ kind: 'decision' as const, verdict: 'duty-discharged', place: held.place, day: held.day },
    serial: held.serial + 1 + at,
    policy: new Uint8Array(policy),
    rules: [row.rule],
    commitment: valueOf(commit(new Uint8Array(key ?? keys[at] ?? []), recordOfDischarge(row))),
    nonce: newNonce(systemRandom),
  }))
  if (first === undefined) return []
  const put = valueOf(await enqueueAll(statementsIn(work), schema, [first, ...more]))
  return put.map(({ ticket, entry }, at) => ({
    log_serial: entry.serial,
    log_ticket: Number(ticket),
    log_key: keys[at] ?? null,
  }))
}

interface Line {
  readonly schema: string
  readonly place: string
  readonly serial: number
  readonly day: string
}

/** Takes hold of the line: until the transaction ends, nobody else puts a discharge of the agency in it. */
async function holdLine(work: Work, place: string, timeZone: string): Promise<Line> {
  const { rows } = await sql<{ schema: string }>`select desk.make_log() as schema`.execute(work)
  const schema = rows[0]?.schema
  if (schema === undefined) throw new Error('the log has no name')
  const ofDesk = sql.id(schema, 'desk')
  await sql`insert into ${ofDesk} (place, serial, day) select ${place}, 0, ''
    where not exists (select from ${ofDesk} where place = ${place}) on conflict do nothing`.execute(work)
  const { rows: desks } = await sql<{ serial: number; day: string }>`
    select serial, greatest(to_char(now() at time zone ${timeZone}, 'YYYY-MM-DD'), day) as day
    from ${ofDesk} where place = ${place} for update`.execute(work)
  const [held] = desks
  if (held === undefined) throw new Error('the desk has no line')
  return { schema, place, ...held }
}
