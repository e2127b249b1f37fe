import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { valueOf } from '../src/problem/problem.ts'
import type { Result } from '../src/problem/problem.ts'
import { fsck } from '../src/fsck/fsck.ts'
import { openLog } from '../src/log/log.ts'
import { enqueue, openPostgresStorage } from '../src/postgres/postgres-storage.ts'
import { conforms } from './conformance.ts'
import { startDatabase } from './database.ts'
import { entriesOf, entryOf, logKeys, sampleLog, sampleOptions } from './sample.ts'

const { pool, stop } = await startDatabase()
let schemas = 0

conforms(
  'PostgreSQL',
  async () => {
    schemas += 1
    const schema = `log ${schemas}`
    return { open: async () => await openPostgresStorage(pool, schema) }
  },
  stop,
)

describe('an entry in the transaction of its decision', () => {
  it('is there exactly when the decision is', async () => {
    const storage = valueOf(await openPostgresStorage(pool, 'together'))
    await pool.query('create table decision (id int primary key)')
    const decide = async (id: number, end: 'commit' | 'rollback') => {
      const client = await pool.connect()
      await client.query('begin')
      await client.query('insert into decision values ($1)', [id])
      const ticket = valueOf(await enqueue(client, 'together', entryOf(id)))
      await client.query(end)
      client.release()
      return ticket
    }
    const tickets = await Promise.all(
      Array.from({ length: 30 }, async (_, id) => await decide(id, id % 3 === 0 ? 'rollback' : 'commit')),
    )
    expect(valueOf(await storage.indexOf(tickets[1] ?? ''))).toBeUndefined()
    expect(valueOf(await storage.sequencePending())).toBe(20)
    expect(valueOf(await storage.sequencePending())).toBe(0)
    const log = await sampleLog(storage)
    expect(valueOf(await log.publish()).checkpoint.size).toBe(20)
    const entries = valueOf(await storage.readSequenced(0, 20))
    for (const [id, ticket] of tickets.entries()) {
      const index = valueOf(await storage.indexOf(ticket))
      expect(index === undefined ? undefined : entries[index]).toEqual(id % 3 === 0 ? undefined : entryOf(id))
    }
    const report = await fsck({
      source: storage,
      list: () => storage.list(),
      ...logKeys,
      algorithms: standardAlgorithms,
    })
    expect(valueOf(report)).toMatchObject({ size: 20, findings: [] })
  })

  it('is refused when it is too long', async () => {
    expect(await enqueue(pool, 'together', new Uint8Array(65_536))).toMatchObject({ problems: [{ code: 'LOG-0707' }] })
  })

  it('survives a connection that breaks between two statements', async () => {
    // The pool hands out a client that breaks the moment it is asked for its second statement.
    const storage = valueOf(
      await openPostgresStorage(
        new Proxy(pool, {
          get: (target, name) => {
            if (name !== 'connect') return Reflect.get(target, name).bind(target)
            return async () => {
              const client = await target.connect()
              setImmediate(() => client.emit('error', new Error('terminating connection')))
              return client
            }
          },
        }),
        'between',
      ),
    )
    const log = await sampleLog(storage)
    const [entry] = entriesOf(1)
    const appended = entry === undefined ? undefined : await log.append(entry)
    expect(appended).toBeDefined()
  })

  it('survives a server that breaks its connections', async () => {
    const storage = valueOf(await openPostgresStorage(pool, 'broken'))
    const log = await sampleLog(storage)
    const cut = (async () => {
      for (let round = 0; round < 20; round++) {
        await pool
          .query(
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
          )
          .catch(() => undefined)
      }
    })()
    const results = await Promise.all(
      entriesOf(60).map(async (entry, at) => {
        await new Promise((resolve) => setImmediate(resolve))
        return { at, index: await log.append(entry) }
      }),
    )
    await cut
    const { checkpoint } = valueOf(
      await (await sampleLog(valueOf(await openPostgresStorage(pool, 'broken')))).publish(),
    )
    const entries = valueOf(await storage.readSequenced(0, checkpoint.size))
    for (const { at, index } of results) if (index.ok) expect(entries[index.value]).toEqual(entryOf(at))
  })
})

describe('a log in a database', () => {
  it('is made once when several processes open it for the first time', async () => {
    const opened = await Promise.all(Array.from({ length: 12 }, async () => await openPostgresStorage(pool, 'at once')))
    expect(opened.map((result) => (result.ok ? 'ok' : result.problems))).toEqual(opened.map(() => 'ok'))
  })

  it('opens for a role that may write in it and make nothing', async () => {
    await (await sampleLog(valueOf(await openPostgresStorage(pool, 'given')))).close()
    await pool.query(`
      create role desk login password 'loopback-only';
      grant usage on schema given to desk;
      grant select, insert, update, delete on all tables in schema given to desk;`)
    const desk = new pg.Pool({ ...pool.options, user: 'desk', password: 'loopback-only' })
    const log = await sampleLog(valueOf(await openPostgresStorage(desk, 'given')))
    valueOf(await log.append(entryOf(0)))
    expect(valueOf(await log.publish()).checkpoint.size).toBe(1)
    await log.close()
    await desk.end()
  })

  it('acknowledges what is on the disk, and takes turns, also where the database is set otherwise', async () => {
    const storage = valueOf(await openPostgresStorage(pool, 'lax'))
    const lax = new pg.Pool({
      ...pool.options,
      password: pool.options.password,
      options:
        '-c synchronous_commit=off -c default_transaction_isolation=serializable -c default_transaction_read_only=on',
    })
    await pool.query(`
      create table seen (setting text);
      create function see() returns trigger language plpgsql as
        $$ begin insert into seen values (current_setting('synchronous_commit')); return new; end $$;
      create trigger see after insert on lax.sequenced execute function see();`)
    const log = await sampleLog(valueOf(await openPostgresStorage(lax, 'lax')))
    const again = async (work: () => Promise<Result<unknown>>): Promise<void> => {
      for (let round = 0; round < 40; round++) valueOf(await work())
    }
    await Promise.all([again(async () => await log.append(entryOf(0))), again(log.publish)])
    const { rows } = await pool.query<{ setting: string }>('select distinct setting from seen')
    expect(rows).toEqual([{ setting: 'on' }])
    await storage.close()
    await lax.end()
  })

  it('is taken over from a writer that fell asleep inside a transaction', async () => {
    const asleep = Promise.withResolvers<void>()
    const awake = Promise.withResolvers<void>()
    const sleepy = new Proxy(pool, {
      get: (target, name) => {
        if (name !== 'connect') return Reflect.get(target, name).bind(target)
        return async () => {
          const client = await target.connect()
          return new Proxy(client, {
            get: (of, key) => {
              const value = Reflect.get(of, key)
              if (key !== 'query') return typeof value === 'function' ? value.bind(of) : value
              return async (text: string, values?: unknown[]) => {
                if (text.startsWith('insert into')) {
                  asleep.resolve()
                  await awake.promise
                }
                return await of.query(text, values)
              }
            },
          })
        }
      },
    })
    const older = valueOf(await openPostgresStorage(sleepy, 'asleep', { patienceMilliseconds: 200 }))
    const appended = older.sequence([entryOf(0)])
    await asleep.promise
    const newer = valueOf(await openPostgresStorage(pool, 'asleep'))
    expect(valueOf(await newer.sequence([entryOf(1)]))).toBe(0)
    awake.resolve()
    expect(await appended).toMatchObject({ problems: [{ code: 'LOG-0801' }] })
    expect(await older.sequence([entryOf(0)])).toMatchObject({ problems: [{ code: 'LOG-0802' }] })
    expect(valueOf(await newer.readSequenced(0, 9))).toEqual([entryOf(1)])
  })

  it('gives a reason when somebody else holds its row', async () => {
    const storage = valueOf(await openPostgresStorage(pool, 'held', { patienceMilliseconds: 100 }))
    const client = await pool.connect()
    await client.query('begin; select * from held.writer for update')
    const held = { problems: [{ code: 'LOG-0801', values: { reason: '55P03' } }] }
    expect(await storage.sequence(entriesOf(1))).toMatchObject(held)
    expect(await openPostgresStorage(pool, 'held', { patienceMilliseconds: 100 })).toMatchObject(held)
    await client.query('rollback')
    client.release()
    expect(valueOf(await storage.sequence(entriesOf(1)))).toBe(0)
  })

  const taken = [
    { name: 'its row of the writer', statement: 'delete from SCHEMA.writer', code: 'LOG-0209' },
    { name: 'its checkpoints', statement: 'delete from SCHEMA.checkpoint', code: 'LOG-0209' },
    { name: 'its last checkpoint', statement: 'delete from SCHEMA.checkpoint where number = 2', code: 'LOG-0204' },
    { name: 'its size', statement: 'update SCHEMA.writer set size = 1', code: 'LOG-0204' },
    { name: 'its tiles', statement: "delete from SCHEMA.file where path like 'tile%'", code: 'LOG-0403' },
  ]
  it.each(taken)('is refused without $name', async ({ statement, code }) => {
    const schema = `taken ${(schemas += 1)}`
    const log = await sampleLog(valueOf(await openPostgresStorage(pool, schema)))
    for (const entry of entriesOf(2)) {
      valueOf(await log.append(entry))
      valueOf(await log.publish())
    }
    await log.close()
    await pool.query(statement.replace('SCHEMA', `"${schema}"`))
    const storage = await openPostgresStorage(pool, schema)
    const opened = storage.ok ? await openLog(sampleOptions(storage.value)) : storage
    expect(opened).toMatchObject({ ok: false, problems: [{ code }] })
  })
})
