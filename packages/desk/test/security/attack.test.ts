/**
 * What the login of the application reaches, in every role, of its own agency and of another: every table of the catalogue,
 * every function that runs as somebody else, and the ways around. It prints the matrix that it found.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseOn, transaction, type Who } from '../../src/database/transaction.ts'
import { roles } from '../../src/people/role.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { doorFunctions, reachable, roundabouts } from './attacks.ts'

interface Column {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** Privileges are those of the login, whatever the role: what they refuse is refused to all. */
  readonly canChange: boolean
}

const letters = { select: 'r', insert: 'i', update: 'u', delete: 'd', truncate: 't', copy: 'c' } as const
type Kind = keyof typeof letters
const kinds = ['select', 'insert', 'update', 'delete', 'truncate', 'copy'] as const

let test: TestDatabase
let ours: SampleAgency
let theirs: SampleAgency
let columns: readonly Column[]

beforeAll(async () => {
  test = await startTestDatabase()
  ours = await makeSample(test.superuser)
  theirs = await makeSample(test.superuser)
  for (const who of [ours.who.supervisor, theirs.who.supervisor])
    await transaction(test.database, who, async (work) => {
      const { rows } = await sql<{ log: string }>`select desk.make_log() as log`.execute(work)
      await sql`insert into ${sql.id(String(rows[0]?.log), 'pending')} (entry) values ('\\x00')`.execute(work)
      await sql`insert into ${sql.id(String(rows[0]?.log), 'desk')} values ('a/b', 1, '2026-01-01')`.execute(work)
    })
  const { rows } = await test.superuser.query<Column>(`
    select c.table_schema as schema, c.table_name as table, c.column_name as column,
      has_column_privilege('desk_application', format('%I.%I', c.table_schema, c.table_name), c.column_name, 'update')
        as "canChange" from information_schema.columns as c
    where c.table_schema not in ('pg_catalog', 'information_schema') order by 1, 2, c.ordinal_position`)
  columns = rows
})
afterAll(async () => await test?.stop())

/** Runs a statement for somebody and takes it back; tells how many rows it reached, or the code of the refusal. */
async function attempt(who: Who, text: string): Promise<number | string> {
  class Undo extends Error {}
  let reached = 0
  try {
    await transaction(test.database, who, async (work) => {
      const { rows, numAffectedRows } = await sql.raw(text).execute(work)
      reached = numAffectedRows === undefined ? rows.length : Number(numAffectedRows)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) return codeOf(error)
  }
  return reached
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

const isOfAgency = (table: string): boolean =>
  table === 'desk.agencies' ||
  columns.some((one) => `${one.schema}.${one.table}` === table && one.column === 'agency_id')

function whereOf(table: string, agency: string): string {
  if (!isOfAgency(table)) return 'true'
  return `${table === 'desk.agencies' ? 'id' : 'agency_id'} = '${agency}'`
}

/** Tells whether an attempt got past every privilege and policy: a key that is taken comes after them. */
const isReached = (got: number | string): boolean => (typeof got === 'number' ? got > 0 : got.startsWith('23'))

async function tryKind(who: Who, kind: Kind, table: string, agency: string): Promise<boolean> {
  const where = whereOf(table, agency)
  const named = columns.filter((one) => `${one.schema}.${one.table}` === table && one.canChange)
  if (kind === 'select') return isReached(await attempt(who, `select 1 from ${table} where ${where}`))
  if (kind === 'delete') return isReached(await attempt(who, `delete from ${table} where ${where}`))
  if ((kind === 'truncate' || kind === 'copy') && who.role !== 'administrator') return false
  if (kind === 'truncate') return typeof (await attempt(who, `truncate ${table}`)) === 'number'
  if (kind === 'copy') return typeof (await attempt(who, `copy ${table} from program 'cat'`)) === 'number'
  if (kind === 'insert') return isReached(await insert(who, table, where, {}))
  for (const { column } of named)
    if (isReached(await attempt(who, `update ${table} set "${column}" = "${column}" where ${where}`))) return true
  return false
}

/** Puts a row in again as it stands there, in the columns that the login may write, in the name of whoever does it. */
async function insert(
  who: Who,
  table: string,
  where: string,
  hand: { readonly of?: string },
): Promise<number | string> {
  const { rows: open } = await test.superuser.query<{ column: string }>(
    `select a.attname as column from pg_attribute as a where a.attrelid = $1::regclass and a.attnum > 0
       and not a.attisdropped and a.attidentity = '' and has_column_privilege('desk_application', a.attrelid, a.attnum, 'insert')`,
    [table],
  )
  const { rows } = await test.superuser.query(`select to_jsonb(t) as row from ${table} as t where ${where} limit 1`)
  if (open.length === 0 || rows.length === 0) return '42501'
  const changed = Object.entries(rows[0].row).map(([name, value]) => {
    if (name.endsWith('_by') && value !== null) return [name, hand.of ?? who.user]
    if (name === 'user_id' && table !== 'desk.user_roles') return [name, hand.of ?? who.user]
    return [name, /^(?:role|\w+_as)$/.test(name) ? who.role : value]
  })
  const list = open.map(({ column }) => `"${column}"`).join(', ')
  const json = JSON.stringify(Object.fromEntries(changed)).replaceAll("'", "''")
  return await attempt(
    who,
    `insert into ${table} (${list}) select ${list} from json_populate_record(null::${table}, '${json}')`,
  )
}

const tablesOf = (): readonly string[] => [...new Set(columns.map(({ schema, table }) => `${schema}.${table}`))]
const logOf = ({ agency }: SampleAgency): string => `ledger_${agency.replaceAll('-', '')}`

async function reachOf(who: Who, table: string, agency: string): Promise<string> {
  let reach = ''
  for (const kind of kinds) if (await tryKind(who, kind, table, agency)) reach += letters[kind]
  return reach
}

describe('the login of the application', () => {
  it('reaches what its role may in its own agency, and nothing of another', async () => {
    const mine: string[] = []
    const foreign: string[] = []
    const shared: string[] = []
    for (const table of tablesOf().filter((one) => !one.startsWith(logOf(ours)))) {
      const cells: string[] = []
      for (const role of roles) {
        const who = ours.who[role]
        const isLog = table.startsWith('ledger_')
        const reach = isLog ? '' : await reachOf(who, table, ours.agency)
        cells.push(reach.padEnd(5))
        if (isLog || isOfAgency(table)) {
          const other = await reachOf(who, table, theirs.agency)
          if (other !== '') foreign.push(`${role} ${table.replace(logOf(theirs), 'log')} ${other}`)
        } else if (reach !== '') shared.push(`${role} ${table} ${reach}`)
      }
      if (!table.startsWith('ledger_')) mine.push(`${table.padEnd(30)} ${cells.join(' ')}`)
    }
    console.log(['own agency'.padEnd(30), ...roles.map((role) => role.slice(0, 5))].join(' '))
    console.log([...mine, '', 'another agency:', ...new Set(foreign)].join('\n'))
    // The log is for everybody to read, and for its own agency alone to write.
    expect(foreign.filter((one) => !/ log\.(?:pending|sequenced|desk|file|checkpoint|trust) r$/.test(one))).toEqual([])
    expect(shared.toSorted()).toEqual(reachable)
  })

  it('finds a row of the other agency in every table, so that there is something to reach', async () => {
    const empty: string[] = []
    for (const table of tablesOf().filter(isOfAgency)) {
      const { rowCount } = await test.superuser.query(`select 1 from ${table} where ${whereOf(table, theirs.agency)}`)
      if (rowCount === 0) empty.push(table)
    }
    expect(empty, 'add a row to test/sample.ts').toEqual([])
  })

  it('writes nothing in the name of a colleague', async () => {
    const { rows } = await test.superuser.query(`select distinct 'desk.' || c.relname as table
      from pg_attribute as a join pg_class as c on c.oid = a.attrelid
      where c.relnamespace = 'desk'::regnamespace and c.relkind = 'r' and a.attname ~ '_by$'
        and has_column_privilege('desk_application', c.oid, a.attnum, 'insert')`)
    const hands = rows.map(({ table }) => String(table))
    expect(hands.length).toBeGreaterThan(10)
    const written: string[] = []
    for (const table of tablesOf().filter(isOfAgency)) {
      for (const role of roles) {
        const of = ours.who[role === 'counsel' ? 'clerk' : 'counsel'].user
        if (
          hands.includes(table) &&
          isReached(await insert(ours.who[role], table, whereOf(table, ours.agency), { of }))
        )
          written.push(`${role} ${table}`)
      }
    }
    expect(written).toEqual([])
  })

  it('writes no time that the database should say', async () => {
    const { rows } = await test.superuser.query(`select table_name || '.' || column_name as column
      from information_schema.columns as c where table_schema = 'desk' and column_default = 'now()'
      and (has_column_privilege('desk_application', 'desk.' || table_name, column_name, 'insert')
        or has_column_privilege('desk_application', 'desk.' || table_name, column_name, 'update')) order by 1`)
    // Of what is still a draft, the time of the last change is written with it.
    expect(rows.map(({ column }) => column)).toEqual(
      expect.not.arrayContaining(['cases.opened_at', 'papers.received_at']),
    )
    const drafts = ['answers.answered_at', 'drafts.changed_at', 'evidence_checks.answered_at']
    expect(rows.map(({ column }) => String(column)).filter((one) => !drafts.includes(one))).toEqual([
      'desks.created_at',
    ])
  })

  it('calls only the functions of the door that were judged', async () => {
    const { rows } = await test.superuser.query<{
      name: string
      config: string | null
    }>(`select p.proname as name, p.proconfig::text as config from pg_proc as p
      where p.prosecdef and has_function_privilege('desk_application', p.oid, 'execute') order by 1`)
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(Object.keys(doorFunctions)))
    // None of them looks a name up where the caller says.
    expect(rows.filter(({ config }) => !/search_path=desk, pg_temp/.test(config ?? ''))).toEqual([])
    console.log(rows.map(({ name }) => `${name.padEnd(28)} ${doorFunctions[name]}`).join('\n'))
  })

  it('finds no way around', async () => {
    const lines: string[] = []
    for (const { name, text, refusedBy } of roundabouts) {
      const got = await attempt(ours.who.administrator, text)
      lines.push(`${name.padEnd(44)} ${typeof got === 'string' ? `refused ${got}` : 'allowed'}`)
      if (refusedBy === null) expect(got, name).toEqual(expect.any(Number))
      else expect(String(got), name).toMatch(refusedBy)
    }
    console.log(lines.join('\n'))
  })

  it('reads nothing through a search path, an error or a key of another', async () => {
    const hidden = await attempt(ours.who.clerk, `set local search_path = public, pg_catalog; select 1 from desk.cases`)
    expect(hidden).not.toBe('42501')
    // Whether a case of another agency is there, or is not, is refused alike.
    const answer = (
      id: string,
    ): string => `insert into desk.answers (agency_id, desk_id, case_id, fact, value, answered_by)
      values ('${ours.agency}', '${ours.desk}', '${id}', 'x', '1', '${ours.who.clerk.user}')`
    const [there, notThere] = [theirs.caseId, '00000000-0000-4000-8000-000000000000'].map(answer)
    expect(await attempt(ours.who.clerk, String(there))).toBe(await attempt(ours.who.clerk, String(notThere)))
    const correcting = `insert into desk.reports (agency_id, law, starts_on, ends_on, version, supersedes, document, made_by)
      select '${ours.agency}', 'nil', '2026-01-01', '2026-12-31', 2, id, '{}', '${ours.who.supervisor.user}' from`
    const { rows } = await test.superuser.query(`select id from desk.reports where agency_id = $1`, [theirs.agency])
    expect(await attempt(ours.who.supervisor, `${correcting} (values ('${rows[0].id}'::uuid)) as v (id)`)).toBe('23503')
  })

  it('begins nothing again that was ended', async () => {
    await test.superuser.query(`update desk.sessions set revoked_at = now() where agency_id = $1`, [ours.agency])
    await test.superuser.query(`update desk.calendar_feeds set revoked_at = now() where agency_id = $1`, [ours.agency])
    for (const [role, table] of [
      ['clerk', 'sessions'],
      ['administrator', 'sessions'],
      ['supervisor', 'calendar_feeds'],
    ] as const)
      expect(await attempt(ours.who[role], `update desk.${table} set revoked_at = null`), role).toBe(0)
  })

  it('is told apart by its connection: none is left in the name of somebody', async () => {
    const { rows } = await sql<{
      left: string | null
    }>`select nullif(current_setting('desk.agency', true), '') as left`.execute(databaseOn(test.application))
    expect(rows).toEqual([{ left: null }])
  })
})
