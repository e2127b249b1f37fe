/** Puts what was decided in line for the log of the agency, in the transaction of the decision. */
import { commit, newCaseKey, newNonce, systemRandom, valueOf } from '@brightline/ledger'
import { enqueueAll } from '@brightline/ledger/postgres'
import { sql } from 'kysely'
import type { CaseRecord } from '../case/read-case.ts'
import type { Ask, Work } from '../database/transaction.ts'
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

/** The line for the log as a transaction holds it: until it ends, nobody else puts an entry of this desk in line. */
export interface HeldLine {
  readonly schema: string
  readonly place: string
  /** The last serial of the desk. */
  readonly serial: number
  readonly day: string
  readonly key: Uint8Array
}

/** Takes hold of the line for a desk, and of the key of a case. Whatever can be read and asked before, is. */
export async function askLine(work: Work, ask: Ask, record: CaseRecord): Promise<HeldLine> {
  const { agency, desk, timeZone, id } = record
  const [schema, place] = [logSchema(agency), placeOf(record)]
  const ofDesk = sql.id(schema, 'desk')
  const fresh = { case_id: id, agency_id: agency, desk_id: desk, key: Buffer.from(newCaseKey(systemRandom)) }
  const [, , keys, , desks] = await Promise.all([
    ask(sql`select desk.make_log()`),
    ask(
      work
        .insertInto('case_keys')
        .values(fresh)
        .onConflict((conflict) => conflict.column('case_id').doNothing()),
    ),
    ask(work.selectFrom('case_keys').select('key').where('case_id', '=', id)),
    ask(sql`insert into ${ofDesk} (place, serial, day) select ${place}, 0, ''
      where not exists (select from ${ofDesk} where place = ${place}) on conflict do nothing`),
    // The days of a desk never go back, also where the clock of the database was set back.
    ask(sql<{ serial: number; day: string }>`
      select serial, greatest(to_char(now() at time zone ${timeZone}, 'YYYY-MM-DD'), day) as day
      from ${ofDesk} where place = ${place} for update`),
  ])
  const [held] = desks
  if (held === undefined) throw new Error('the desk has no line')
  return { schema, place, ...held, key: keyIn(keys) }
}

/** Puts the decisions of one form in line, in their order. */
export async function logDecisions(
  work: Work,
  { schema, place, serial, day, key }: HeldLine,
  decisions: readonly ToLog[],
): Promise<readonly Logged[]> {
  const [first, ...more] = decisions.map(({ row, rules }, at) => ({
    ...{ kind: 'decision' as const, place, day, serial: serial + 1 + at },
    policy: new Uint8Array(row.policy_hash),
    rules: [...new Set(rules)],
    verdict: row.verdict,
    commitment: valueOf(commit(key, recordOf(row))),
    nonce: newNonce(systemRandom),
  }))
  if (first === undefined) return []
  const put = valueOf(await enqueueAll(statementsIn(work), schema, [first, ...more]))
  return put.map(({ ticket, entry }) => ({ serial: entry.serial, ticket: Number(ticket) }))
}

/** Names the schema of the log of an agency. */
export function logSchema(agency: string): string {
  return `ledger_${agency.replaceAll('-', '')}`
}

function keyIn(rows: readonly { readonly key: Buffer | null }[]): Uint8Array {
  const key = rows[0]?.key ?? null
  // Nothing more is decided on a case that was destroyed.
  if (key === null) throw new Error('the key of this case was destroyed')
  return new Uint8Array(key)
}

/** Names the desk as the log knows it: the place of the agency, and the letters of the desk. */
function placeOf({ deskPrefix, place }: CaseRecord): string {
  return `${place}/${deskPrefix.toLowerCase()}`
}
