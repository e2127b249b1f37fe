/** Statements that are built once or sent together, and connections that break. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statement } from '../../src/database/statement.ts'
import { databaseOn, sendLast, together, transaction, type Work } from '../../src/database/transaction.ts'
import { openPool } from '../../src/database/connection.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'

let test: TestDatabase
let agency: SampleAgency

beforeAll(async () => {
  test = await startTestDatabase()
  agency = await makeSample(test.superuser)
})
afterAll(async () => await test?.stop())

const one = sql<{ one: number }>`select 1 as one`
const wrong = sql`select 1 / (select count(*) from desk.cases where false)`

describe('statements that are sent together', () => {
  it('are answered each with its own rows, in the reach of whoever asks', async () => {
    const [cases, ones, desks] = await transaction(
      test.database,
      agency.who.clerk,
      async (work) =>
        await together(
          work,
          async (ask) =>
            await Promise.all([
              ask(work.selectFrom('cases').select('id')),
              ask(one),
              ask(work.selectFrom('desks').select('prefix').orderBy('prefix')),
            ]),
        ),
    )
    expect(cases).toEqual([{ id: agency.caseId }])
    expect(ones).toEqual([{ one: 1 }])
    expect(desks).toEqual([{ prefix: 'SB' }, { prefix: 'SJ' }])
  })

  it('take the transaction with them where one fails, and the connection works on', async () => {
    const pool = openPool(test.connection, 1)
    const database = databaseOn(pool)
    const failed = transaction(database, agency.who.clerk, async (work) => {
      const closing = work.updateTable('cases').set({ identity_at: '2026-01-01T00:00Z' })
      return await together(work, async (ask) => await Promise.all([ask(closing), ask(wrong), ask(one)]))
    })
    await expect(failed).rejects.toThrow('division by zero')
    const rows = await transaction(
      database,
      agency.who.clerk,
      async (work) => await work.selectFrom('cases').select('identity_at').execute(),
    )
    expect(rows).toEqual([{ identity_at: null }])
    await pool.end()
  })

  it('are prepared once for a connection, also those without parameters', async () => {
    const pool = openPool(test.connection, 1)
    const database = databaseOn(pool)
    for (let time = 0; time < 3; time += 1) await one.execute(database)
    const prepared = sql<{ count: number }>`select count(*) as count from pg_prepared_statements
      where statement = ${'select 1 as one'}`
    expect((await prepared.execute(database)).rows).toEqual([{ count: 1 }])
    await pool.end()
  })

  it('that fail unnoticed are not taken for recorded', async () => {
    const lost = transaction(test.database, agency.who.clerk, async (work) => {
      await wrong.execute(work).catch(() => undefined)
    })
    await expect(lost).rejects.toThrow('rolled back')
  })
})

describe('statements that are sent with the commit', () => {
  const identityAt = async (): Promise<unknown> =>
    await transaction(
      test.database,
      agency.who.clerk,
      async (work) => await work.selectFrom('cases').select('identity_at').execute(),
    )
  const stamped = (work: Work, at: string | null) => work.updateTable('cases').set({ identity_at: at })

  it('are kept when the transaction is', async () => {
    await transaction(test.database, agency.who.clerk, async (work) => {
      await sendLast(work, [stamped(work, '2026-01-01T00:00Z'), one])
    })
    expect(await identityAt()).toMatchObject([{ identity_at: expect.anything() }])
    await transaction(test.database, agency.who.clerk, async (work) => await sendLast(work, [stamped(work, null)]))
    expect(await identityAt()).toEqual([{ identity_at: null }])
  })

  it('take the transaction with them where one is refused, and say for what', async () => {
    const failed = transaction(test.database, agency.who.clerk, async (work) => {
      await stamped(work, '2026-01-01T00:00Z').execute()
      await sendLast(work, [wrong, one])
    })
    await expect(failed).rejects.toThrow('division by zero')
    expect(await identityAt()).toEqual([{ identity_at: null }])
  })

  it('are taken back where the work fails after them', async () => {
    const failed = transaction(test.database, agency.who.clerk, async (work) => {
      await sendLast(work, [stamped(work, '2026-01-01T00:00Z')])
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await identityAt()).toEqual([{ identity_at: null }])
  })
})

describe('a statement that is built once', () => {
  interface Values {
    readonly desk: string
    readonly role: string
  }
  const build = (work: Work, { desk, role }: Values) =>
    work
      .selectFrom('cases')
      .select(['reference', sql`${role}::text`.as('role')])
      .where((is) => is.or([is('desk_id', '=', desk), is('reference', '=', 'SJ-26-0001'), is('opened_by', '=', desk)]))

  it('has the text and the values that it has when it is built anew, whatever the values are', async () => {
    let times = 0
    const kept = statement((work, values: Values) => {
      times += 1
      return build(work, values)
    })
    await transaction(test.database, agency.who.clerk, async (work) => {
      fc.assert(
        fc.property(fc.string(), fc.string(), (desk, role) => {
          const { sql: text, parameters } = kept({ desk, role }).compile(work)
          const anew = build(work, { desk, role }).compile()
          expect({ text, parameters }).toEqual({ text: anew.sql, parameters: anew.parameters })
        }),
      )
    })
    expect(times).toBe(1)
  })

  it('refuses a builder that takes its values otherwise than by their names', async () => {
    const kept = statement((work, values: Values) => build(work, { ...values }))
    const compiled = transaction(test.database, agency.who.clerk, async (work) =>
      kept({ desk: 'a', role: 'b' }).compile(work),
    )
    await expect(compiled).rejects.toThrow('by their names')
  })
})

describe('a connection that is cut while somebody holds it', () => {
  it('ends nothing: its holder learns it by the next statement, and others get a new one', async () => {
    const pool = openPool(test.connection, 1)
    const database = databaseOn(pool)
    const cut = transaction(database, agency.who.clerk, async (work) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(work)
      const [client] = [...(await test.superuser.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid])).rows]
      expect(client).toEqual({ pg_terminate_backend: true })
      return await one.execute(work)
    })
    await expect(cut).rejects.toThrow(/terminat|closed|not queryable/)
    expect((await one.execute(database)).rows).toEqual([{ one: 1 }])
    await pool.end()
  })

  it('is replaced where the tables were changed since its statements were prepared', async () => {
    const pool = openPool(test.connection, 1)
    const database = databaseOn(pool)
    const read = async (): Promise<unknown> =>
      await transaction(
        database,
        agency.who.clerk,
        async (work) => await work.selectFrom('desks').selectAll().where('id', '=', agency.desk).execute(),
      )
    for (let time = 0; time < 2; time += 1) await read()
    await test.superuser.query('alter table desk.desks add column later integer')
    await expect(read()).rejects.toThrow('cached plan')
    expect(await read()).toMatchObject([{ later: null }])
    await test.superuser.query('alter table desk.desks drop column later')
    await pool.end()
  })
})
