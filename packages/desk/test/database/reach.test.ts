/** What the application's own login can do against every table: nothing that a policy does not allow. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction, type Who, type Work } from '../../src/database/transaction.ts'
import { roles } from '../../src/people/role.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'

let test: TestDatabase
let ours: SampleAgency
let theirs: SampleAgency
let tables: readonly string[]

beforeAll(async () => {
  test = await startTestDatabase()
  ours = await makeSample(test.superuser)
  theirs = await makeSample(test.superuser)
  const { rows } = await test.superuser.query(
    `select tablename from pg_tables where schemaname = 'desk' order by tablename`,
  )
  tables = rows.map(({ tablename }) => String(tablename))
})
afterAll(async () => await test?.stop())

/** Runs a statement as the application, for somebody; answers its rows, or why it was refused. */
async function attempt(
  who: Who,
  text: string,
): Promise<{ readonly rows: readonly unknown[]; readonly changed: number } | string> {
  try {
    const { rows, numAffectedRows } = await transaction(
      test.database,
      who,
      async (work) => await sql.raw(text).execute(work),
    )
    return { rows, changed: Number(numAffectedRows ?? 0) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const refused = /permission denied|must be owner|row-level security/

describe('row-level security', () => {
  it('is forced on every table', async () => {
    const { rows } = await test.superuser.query(`select relname from pg_class where relnamespace = 'desk'::regnamespace
      and relkind = 'r' and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`)
    expect(rows).toEqual([])
    expect(tables.length).toBeGreaterThan(20)
  })

  it('lets the application be neither superuser nor owner, nor anybody else', async () => {
    const { rows } = await test.superuser.query(`select rolsuper, rolbypassrls, rolcreaterole,
      (select count(*)::int from pg_class where relowner = r.oid) as owned,
      (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles as r where rolname = 'desk_application'`)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0, memberships: 0 }])
  })

  it('refuses every statement that does not say for whom it works', async () => {
    for (const table of tables) await expect(test.application.query(`select 1 from desk.${table}`)).rejects.toThrow()
    // Also on a connection that was used for somebody before.
    await transaction(
      test.database,
      ours.who.auditor,
      async (work) => await work.selectFrom('cases').select('id').execute(),
    )
    for (const table of tables) await expect(test.application.query(`select 1 from desk.${table}`)).rejects.toThrow()
  })

  it('keeps the settings of transactions apart that run at the same time', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        const who = at % 2 === 0 ? ours.who.supervisor : theirs.who.supervisor
        const rows = await transaction(
          test.database,
          who,
          async (work) => await work.selectFrom('cases').select('agency_id').execute(),
        )
        return rows.every(({ agency_id }) => agency_id === who.agency) && rows.length > 0
      }),
    )
    expect(seen).toEqual(seen.map(() => true))
  })

  it('shows nobody a row of another agency', async () => {
    for (const role of roles) {
      for (const table of tables) {
        const column = table === 'agencies' ? 'id' : 'agency_id'
        const got = await attempt(
          ours.who[role],
          `select 1 as one from desk.${table} where ${column} = '${theirs.agency}'`,
        )
        if (typeof got === 'string') expect(got, `${role} ${table}`).toMatch(/permission denied|does not exist/)
        else expect(got.rows, `${role} ${table}`).toEqual([])
      }
    }
  })

  it('changes no row of another agency, in any column', async () => {
    const { rows: columns } = await test.superuser.query(`select table_name, column_name from information_schema.columns
      where table_schema = 'desk' and is_generated = 'NEVER' and identity_generation is null`)
    for (const role of roles) {
      for (const { table_name: table, column_name: column } of columns) {
        const got = await attempt(
          ours.who[role],
          `update desk.${table} set ${column} = ${column}
          where ${table === 'agencies' ? 'id' : 'agency_id'} = '${theirs.agency}'`,
        )
        if (typeof got !== 'string') expect(got.changed, `${role} ${table}.${column}`).toBe(0)
      }
      for (const table of tables) {
        const got = await attempt(
          ours.who[role],
          `delete from desk.${table} where ${table === 'agencies' ? 'id' : 'agency_id'} = '${theirs.agency}'`,
        )
        if (typeof got !== 'string') expect(got.changed, `${role} ${table}`).toBe(0)
      }
    }
  })

  it('takes no row in the name of another agency, and none that hangs on a case of another', async () => {
    const { agency, desk, caseId } = theirs
    const { user } = ours.who.clerk
    for (const [inAgency, inDesk, inCase] of [
      [agency, desk, caseId],
      [ours.agency, desk, caseId],
      [ours.agency, ours.desk, caseId],
    ]) {
      const got = await attempt(
        ours.who.supervisor,
        `insert into desk.requests (case_id, agency_id, desk_id, entered_by, channel, received_at)
        values ('${inCase}', '${inAgency}', '${inDesk}', '${user}', 'fax', now())`,
      )
      expect(got).toMatch(/row-level security|violates foreign key/)
    }
  })

  it('refuses whatever would change the tables, their policies, or who the login is', async () => {
    const statements = [
      ...tables.flatMap((table) => [
        `alter table desk.${table} disable row level security`,
        `alter table desk.${table} no force row level security`,
        `alter table desk.${table} add column extra text`,
        `drop table desk.${table}`,
        `truncate desk.${table}`,
        `create policy mine on desk.${table} using (true)`,
        `create trigger mine before insert on desk.${table} execute function suppress_redundant_updates_trigger()`,
      ]),
      'create table desk.mine (id integer)',
      'create function desk.this_agency() returns uuid language sql return null',
      'drop policy agency on desk.cases',
      'set role desk_owner',
      'set role desk_door',
      'set session authorization desk_owner',
      'alter role desk_application superuser',
      'grant desk_door to desk_application',
      'set session_replication_role = replica',
      `copy desk.cases to program 'cat'`,
      `copy desk.vault to '/tmp/vault'`,
    ]
    for (const statement of statements)
      expect(await attempt(ours.who.administrator, statement), statement).toMatch(
        /permission denied|must be owner|must be able to SET ROLE|only roles|cannot/i,
      )
  })

  it('does not let a row-security switch open anything', async () => {
    const got = await attempt(ours.who.supervisor, `set local row_security = off; select id from desk.cases`)
    expect(got).toMatch(/row-level security/)
  })
})

describe('roles', () => {
  const cases: readonly { readonly name: string; readonly who: () => Who; readonly text: () => string }[] = [
    {
      name: 'a clerk who gives himself a role',
      who: () => ours.who.clerk,
      text: () =>
        `insert into desk.user_roles values ('${ours.agency}', '${ours.who.clerk.user}', 'administrator', null)`,
    },
    {
      name: 'a supervisor who gives a role',
      who: () => ours.who.supervisor,
      text: () =>
        `insert into desk.user_roles values ('${ours.agency}', '${ours.who.supervisor.user}', 'auditor', null)`,
    },
    {
      name: 'an auditor who opens a case',
      who: () => ours.who.auditor,
      text: () =>
        `insert into desk.cases (agency_id, desk_id, opened_by, reference) values ('${ours.agency}', '${ours.desk}', '${ours.who.auditor.user}', 'SJ-26-0099')`,
    },
    {
      name: 'a records officer who decides',
      who: () => ours.who['records-officer'],
      text: () => deciding(ours.who['records-officer']),
    },
    {
      name: 'an administrator who decides',
      who: () => ours.who.administrator,
      text: () => deciding(ours.who.administrator),
    },
    {
      name: 'a clerk who decides in the name of the supervisor',
      who: () => ours.who.clerk,
      text: () => deciding(ours.who.supervisor),
    },
    { name: 'a clerk who confirms', who: () => ours.who.clerk, text: () => confirming(ours.who.clerk) },
    {
      name: 'somebody who writes an event in the name of another',
      who: () => ours.who.clerk,
      text: () =>
        `insert into desk.audit_events (agency_id, user_id, role, kind) values ('${ours.agency}', '${ours.who.auditor.user}', 'clerk', 'x')`,
    },
    {
      name: 'somebody who reads the hash of a password',
      who: () => ours.who.administrator,
      text: () => 'select password_hash from desk.users',
    },
    {
      name: 'somebody who makes a link of set-up',
      who: () => ours.who.administrator,
      text: () => `insert into desk.one_time_links (token_hash, purpose, expires_at) values ('\\x00', 'set-up', now())`,
    },
    {
      name: 'somebody who starts a session by himself',
      who: () => ours.who.clerk,
      text: () =>
        `insert into desk.sessions (id_hash, agency_id, user_id, role, expires_at) values ('\\x00', '${ours.agency}', '${ours.who.clerk.user}', 'clerk', now())`,
    },
  ]
  for (const { name, who, text } of cases) {
    it(`refuse ${name}`, async () => {
      expect(await attempt(who(), text())).toMatch(refused)
    })
  }

  it('keep a clerk to the desk that the clerk works at', async () => {
    const id = randomUUID()
    await test.superuser.query(
      `insert into desk.cases (id, agency_id, desk_id, opened_by, reference) values ($1, $2, $3, $4, 'SB-26-0001')`,
      [id, ours.agency, ours.otherDesk, ours.who.supervisor.user],
    )
    const seenBy = async (who: Who): Promise<boolean> => {
      const got = await attempt(who, `select 1 as one from desk.cases where id = '${id}'`)
      return typeof got !== 'string' && got.rows.length === 1
    }
    expect(await Promise.all(roles.map(async (role) => [role, await seenBy(ours.who[role])]))).toEqual([
      ['clerk', false],
      ['supervisor', true],
      ['counsel', true],
      ['records-officer', true],
      ['auditor', true],
      ['administrator', false],
    ])
  })

  it('let an administrator manage users, and see no case', async () => {
    const got = await attempt(
      ours.who.administrator,
      `insert into desk.users (agency_id, sign_in_name) values ('${ours.agency}', 'new-clerk')`,
    )
    expect(got).toMatchObject({ changed: 1 })
    for (const table of ['cases', 'answers', 'papers', 'decisions', 'notices', 'vault', 'reports']) {
      expect(await attempt(ours.who.administrator, `select 1 from desk.${table}`), table).toMatchObject({ rows: [] })
    }
  })
})

describe('a decision', () => {
  it('is neither changed nor deleted, by any role, in any column', async () => {
    for (const table of ['decisions', 'decision_confirmations', 'audit_events', 'outcomes', 'vault_openings']) {
      const { rows: columns } = await test.superuser.query(
        `select column_name from information_schema.columns where table_schema = 'desk' and table_name = $1`,
        [table],
      )
      for (const role of roles) {
        for (const { column_name: column } of columns) {
          expect(
            await attempt(ours.who[role], `update desk.${table} set ${column} = default`),
            `${table}.${column}`,
          ).toMatch(refused)
        }
        expect(await attempt(ours.who[role], `delete from desk.${table}`)).toMatch(refused)
      }
    }
  })

  it('is superseded once: who comes second is told', async () => {
    const superseding = deciding(ours.who.supervisor, `'${ours.decision}'`)
    const got = await Promise.all([
      attempt(ours.who.supervisor, superseding),
      attempt(ours.who.supervisor, superseding),
    ])
    expect(got.filter((one) => typeof one !== 'string')).toHaveLength(1)
    expect(got.filter((one) => typeof one === 'string')).toEqual([expect.stringMatching(/duplicate key/)])
  })

  it('has one first one for each act of a case', async () => {
    expect(await attempt(ours.who.clerk, deciding(ours.who.clerk))).toMatch(/duplicate key/)
  })

  it('is confirmed by a second person', async () => {
    const id = randomUUID()
    const own = deciding(ours.who.supervisor, 'null', 'transfer', id)
    expect(await attempt(ours.who.supervisor, own)).toMatchObject({ changed: 1 })
    expect(await attempt(ours.who.supervisor, confirming(ours.who.supervisor, id))).toMatch(refused)
    expect(await attempt(ours.who.counsel, confirming(ours.who.counsel, id))).toMatchObject({ changed: 1 })
  })
})

describe('the vault', () => {
  const reading = (): string => `select 1 as one from desk.vault where case_id = '${ours.caseId}'`
  const opening = (
    who: Who,
    reason = 'print-notice',
  ): string => `insert into desk.vault_openings (agency_id, desk_id, case_id, user_id, role, reason)
    values ('${who.agency}', '${ours.desk}', '${ours.caseId}', '${who.user}', '${who.role}', '${reason}')`

  it('shows nothing without a reason', async () => {
    for (const role of roles) expect(await attempt(ours.who[role], reading()), role).toMatchObject({ rows: [] })
  })

  it('shows nothing on a reason that could still be rolled back', async () => {
    const seen = await transaction(test.database, ours.who.clerk, async (work: Work) => {
      await sql.raw(opening(ours.who.clerk)).execute(work)
      return (await sql.raw(reading()).execute(work)).rows
    })
    expect(seen).toEqual([])
    await test.superuser.query(`delete from desk.vault_openings where opened_at > now() - interval '1 hour'`)
  })

  it('shows a case on a reason that is on record, to who gave it, for a minute', async () => {
    expect(await attempt(ours.who.clerk, opening(ours.who.clerk))).toMatchObject({ changed: 1 })
    expect(await attempt(ours.who.clerk, reading())).toMatchObject({ rows: [{ one: 1 }] })
    expect(await attempt(ours.who.supervisor, reading())).toMatchObject({ rows: [] })
    await test.superuser.query(`update desk.vault_openings set opened_at = now() - interval '61 seconds'`)
    expect(await attempt(ours.who.clerk, reading())).toMatchObject({ rows: [] })
  })

  it('takes no reason of auditors, administrators and records officers, nor any that is not in the list', async () => {
    for (const role of ['auditor', 'administrator', 'records-officer'] as const) {
      expect(await attempt(ours.who[role], opening(ours.who[role]))).toMatch(refused)
    }
    expect(await attempt(ours.who.clerk, opening(ours.who.clerk, 'curious'))).toMatch(/violates check/)
    expect(await attempt(ours.who.clerk, opening(ours.who.supervisor))).toMatch(refused)
  })

  it('does not let the time or the transaction of an opening be written by hand', async () => {
    for (const column of ['opened_at', 'transaction_id']) {
      expect(await attempt(ours.who.clerk, `insert into desk.vault_openings (${column}) values (default)`)).toMatch(
        refused,
      )
    }
  })
})

function deciding(who: Who, supersedes = 'null', act = 'hold', id: string = randomUUID()): string {
  return `insert into desk.decisions (id, agency_id, desk_id, case_id, act, verdict, document, policy_hash, supersedes, decided_by, decided_as, log_serial, log_ticket)
    values ('${id}', '${ours.agency}', '${ours.desk}', '${ours.caseId}', '${act}', 'prohibited', '{}', decode(repeat('00', 32), 'hex'), ${supersedes}, '${who.user}', '${who.role}', 2, 2)`
}

function confirming(who: Who, decision = ours.decision): string {
  return `insert into desk.decision_confirmations (decision_id, agency_id, desk_id, outcome, confirmed_by, confirmed_as)
    values ('${decision}', '${ours.agency}', '${ours.desk}', 'confirmed', '${who.user}', '${who.role}')`
}
