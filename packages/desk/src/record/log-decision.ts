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

/** Puts a decision in line. The rules are the ids of those that decide. */
export async function logDecision(
  work: Work,
  record: CaseRecord,
  row: DecisionRow,
  rules: readonly string[],
): Promise<Logged> {
  const schema = await makeLog(work)
  const key = await caseKeyOf(work, record)
  const place = await placeOfDesk(work, record)
  const { verdict } = row
  const { ticket, entry } = valueOf(
    await enqueue(statementsIn(work), schema, {
      kind: 'decision',
      place,
      day: await dayFor(work, schema, place, record.timeZone),
      policy: new Uint8Array(row.policy_hash),
      rules: [...new Set(rules)],
      verdict,
      commitment: valueOf(commit(key, recordOf(row))),
      nonce: newNonce(systemRandom),
    }),
  )
  return { serial: entry.serial, ticket: Number(ticket) }
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
