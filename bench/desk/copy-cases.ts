/** Makes many cases out of one, by SQL: the same request, answers, decisions and duties, under new references. */
import type { PoolClient } from 'pg'
import type { Worker } from '../../packages/desk/test/load/workplace.ts'
import type { BenchDesk } from './bench-desk.ts'

/** Which cases are made. */
export interface Copying {
  readonly of: string
  readonly at: Worker
  readonly count: number
  /** The number of the first; references count up from it. */
  readonly from: number
  /** Over so many days back they are spread. */
  readonly days: number
}

/** Columns that are not copied, because each case has its own. */
const own = {
  cases: ['id', 'reference', 'opened_at', 'desk_id', 'opened_by'],
  case_keys: ['case_id', 'desk_id', 'key'],
  requests: ['id', 'case_id', 'desk_id', 'received_at', 'entered_by', 'log_serial', 'log_ticket'],
  answers: ['case_id', 'desk_id', 'answered_by'],
  drafts: ['id', 'case_id', 'desk_id', 'changed_at', 'changed_by'],
  decisions: ['id', 'case_id', 'desk_id', 'decided_at', 'decided_by', 'log_serial', 'log_ticket'],
  duties: ['id', 'case_id', 'desk_id', 'decision_id', 'due_at', 'opened_at'],
} as const

type Table = keyof typeof own

/** Makes them, and gives their references. What is copied of the log points at nothing. */
export async function copyCases({ superuser }: BenchDesk, copying: Copying): Promise<string[]> {
  const client = await superuser.connect()
  try {
    await client.query('begin')
    await client.query(`set local session_replication_role = replica`)
    await nameNew(client, copying)
    for (const [table, values] of copiesBy(copying.at)) await copyRows(client, { table, values, of: copying.of })
    const { rows } = await client.query<{ reference: string }>('select reference from new_cases order by reference')
    await client.query('commit')
    return rows.map(({ reference }) => reference)
  } finally {
    client.release()
  }
}

async function nameNew(client: PoolClient, { at, count, from, days }: Copying): Promise<void> {
  await client.query(
    `create temporary table new_cases on commit drop as
     select gen_random_uuid() as id, d.prefix || '-26-' || (i + $1) as reference, d.id as desk,
       now() - make_interval(secs => ($2::float8 * 86400 * i / $3)) as at
     from generate_series(1, $3::integer) as i, desk.desks as d where d.id = $4`,
    [from, days, count, at.who.desk],
  )
}

/** What each table has of its own in a copy, in SQL. */
function copiesBy({ who }: Worker): readonly (readonly [Table, Readonly<Record<string, string>>])[] {
  const user = `'${who.user}'`
  const inCase = { case_id: 'n.id', desk_id: 'n.desk' }
  const fresh = { ...inCase, id: 'gen_random_uuid()' }
  return [
    ['cases', { id: 'n.id', reference: 'n.reference', opened_at: 'n.at', desk_id: 'n.desk', opened_by: user }],
    // The key of a case is made with the first entry on it, which is that of its request.
    ['case_keys', { ...inCase, key: `sha256(n.id::text::bytea)` }],
    ['requests', { ...fresh, received_at: 'n.at', entered_by: user, log_serial: 'null', log_ticket: 'null' }],
    ['answers', { ...inCase, answered_by: user }],
    ['drafts', { ...fresh, changed_at: 'n.at', changed_by: user }],
    ['decisions', { ...fresh, decided_at: 'n.at', decided_by: user, log_serial: '0', log_ticket: '0' }],
    ['duties', { ...fresh, decision_id: decisionOf, due_at: `n.at + interval '2 days'`, opened_at: 'n.at' }],
  ]
}

interface CopyOfRows {
  readonly table: Table
  readonly values: Readonly<Record<string, string>>
  readonly of: string
}

async function copyRows(client: PoolClient, { table, values, of }: CopyOfRows): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'desk' and table_name = $1
     and column_name <> all($2)`,
    [table, [...own[table]]],
  )
  const [names, sources] = [rows.map(({ name }) => name), rows.map(({ name }) => `t.${name}`)]
  const key = table === 'cases' ? 't.id' : 't.case_id'
  await client.query(
    `insert into desk.${table} (${[...names, ...Object.keys(values)].join(', ')})
     select ${[...sources, ...Object.values(values)].join(', ')} from new_cases as n, desk.${table} as t
     where ${key} = (select id from desk.cases where reference = '${of}' order by opened_at desc limit 1)`,
  )
}

/** The copy of the decision from which a duty comes. */
const decisionOf = `(select d.id from desk.decisions as d where d.case_id = n.id
  and d.act = (select o.act from desk.decisions as o where o.id = t.decision_id))`
