/** Puts what was decided in line for the log of the agency, in the transaction of the decision. */
import { commit, newCaseKey, newNonce, systemRandom, valueOf } from '@brightline/ledger'
import { enqueue } from '@brightline/ledger/postgres'
import { sql } from 'kysely'
import type { CaseRecord } from '../case/read-case.ts'
import type { Work } from '../database/transaction.ts'
import { recordOf, type DecisionRow } from './record-of.ts'
import { statementsIn } from './statements.ts'

/** Where an entry stands: its serial at its desk, and its ticket in line. */
export interface Logged {
  readonly serial: number
  readonly ticket: number
}

/** A decision to be logged, with the ids of the rules that decide it. */
export interface ToLog {
  readonly row: DecisionRow
  readonly rules: readonly string[]
}

/**
 * Puts the decisions of one form in line, in their order.
 *
 * The row of the desk is held from the first entry until the transaction ends, so that what can be read is read before.
 */
export async function logDecisions(
  work: Work,
  record: CaseRecord,
  decisions: readonly ToLog[],
): Promise<readonly Logged[]> {
  const schema = await makeLog(work)
  const key = await caseKeyOf(work, record)
  const place = await placeOfDesk(work, record)
  const common = { kind: 'decision' as const, place, day: await dayFor(work, schema, place, record.timeZone) }
  const logged: Logged[] = []
  for (const { row, rules } of decisions) {
    const last = logged.at(-1)?.serial
    const entry = {
      ...common,
      policy: new Uint8Array(row.policy_hash),
      rules: [...new Set(rules)],
      verdict: row.verdict,
      commitment: valueOf(commit(key, recordOf(row))),
      nonce: newNonce(systemRandom),
    }
    // The desk is ours after the first entry, and the next serial is known.
    const next = last === undefined ? entry : { ...entry, serial: last + 1 }
    const { ticket, entry: put } = valueOf(await enqueue(statementsIn(work), schema, next))
    logged.push({ serial: put.serial, ticket: Number(ticket) })
  }
  return logged
}

/** Names the schema of the log of an agency. */
export function logSchema(agency: string): string {
  return `ledger_${agency.replaceAll('-', '')}`
}

async function makeLog(work: Work): Promise<string> {
  const { rows } = await sql<{ name: string }>`select desk.make_log() as name`.execute(work)
  const [row] = rows
  if (row === undefined) throw new Error('the log has no name')
  return row.name
}

/** Gives the key of a case, and makes it where there is none. */
async function caseKeyOf(work: Work, { id, agency, desk }: CaseRecord): Promise<Uint8Array> {
  const fresh = { case_id: id, agency_id: agency, desk_id: desk, key: Buffer.from(newCaseKey(systemRandom)) }
  await work
    .insertInto('case_keys')
    .values(fresh)
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .execute()
  const { key } = await work.selectFrom('case_keys').select('key').where('case_id', '=', id).executeTakeFirstOrThrow()
  // Nothing more is decided on a case that was destroyed.
  if (key === null) throw new Error('the key of this case was destroyed')
  return new Uint8Array(key)
}

/** Names the desk as the log knows it: the place of the agency, and the letters of the desk. */
async function placeOfDesk(work: Work, { desk, place }: CaseRecord): Promise<string> {
  const { prefix } = await work.selectFrom('desks').select('prefix').where('id', '=', desk).executeTakeFirstOrThrow()
  return `${place}/${prefix.toLowerCase()}`
}

/** Gives today by the clock of the database; the days of a desk never go back, also where a clock was set back. */
async function dayFor(work: Work, schema: string, place: string, timeZone: string): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select greatest(to_char(now() at time zone ${timeZone}, 'YYYY-MM-DD'), max(day)) as day
    from ${sql.id(schema, 'desk')} where place = ${place}`.execute(work)
  const [row] = rows
  if (row === undefined) throw new Error('no day')
  return row.day
}
