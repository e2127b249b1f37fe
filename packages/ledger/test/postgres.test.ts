import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { valueOf } from '../src/problem/problem.ts'
import type { Result } from '../src/problem/problem.ts'
import { fsck } from '../src/fsck/fsck.ts'
import { openLog } from '../src/log/log.ts'
import { parseEntry, printEntry } from '../src/entry/entry.ts'
import type { Enqueued } from '../src/postgres/enqueue.ts'
import { enqueue } from '../src/postgres/enqueue.ts'
import { openPostgresStorage } from '../src/postgres/postgres-storage.ts'
import { conforms } from './conformance.ts'
import { startDatabase } from './database.ts'
import { decisionOf } from './sample-entry.ts'
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
    const { serial: _, ...decision } = decisionOf(1)
    const decide = async (id: number, end: 'commit' | 'rollback'): Promise<Enqueued> => {
      const client = await pool.connect()
      await client.query('begin')
      await client.query('insert into decision values ($1)', [id])
      const enqueued = valueOf(await enqueue(client, 'together', { ...decision, verdict: `v-${'x'.repeat(id)}` }))
      await client.query(end)
      client.release()
      return enqueued
    }
    const log = await sampleLog(storage, { anyEntries: false })
    const decided = await Promise.all(
      Array.from({ length: 30 }, async (_, id) => await decide(id, id % 3 === 0 ? 'rollback' : 'commit')),
    )
    expect(valueOf(await storage.indexOf(decided[1]?.ticket ?? ''))).toBeUndefined()
    // The desk itself appends beside them, and takes the serial after the last one in line.
    expect(valueOf(await log.append(decisionOf(21)))).toBe(20)
    expect(valueOf(await log.publish()).checkpoint.size).toBe(21)
    const entries = valueOf(await storage.readSequenced(0, 21)).map((entry) => valueOf(parseEntry(entry)))
    expect(entries.map(({ serial }) => serial)).toEqual(entries.map((_, at) => at + 1))
    for (const [id, { ticket, entry }] of decided.entries()) {
      const index = valueOf(await storage.indexOf(ticket))
      expect(index === undefined ? undefined : entries[index]).toEqual(id % 3 === 0 ? undefined : entry)
    }
    const report = await fsck({
      source: storage,
      list: () => storage.list(),
      ...logKeys,
      algorithms: standardAlgorithms,
    })
    expect(valueOf(report)).toMatchObject({ size: 21, findings: [] })
    await log.close()
  })

  it('is refused where it leaves a gap, in every order of transactions', async () => {
    const log = await sampleLog(valueOf(await openPostgresStorage(pool, 'gap')), { anyEntries: false })
    expect(await enqueue(pool, 'gap', decisionOf(2))).toMatchObject({ problems: [{ code: 'LOG-0704' }] })
    valueOf(await enqueue(pool, 'gap', decisionOf(1)))
    expect(await enqueue(pool, 'gap', decisionOf(1))).toMatchObject({ problems: [{ code: 'LOG-0704' }] })
    expect(await enqueue(pool, 'gap', { ...decisionOf(2), day: '2026-03-01' })).toMatchObject({
      problems: [{ code: 'LOG-0713' }],
    })
    expect(await enqueue(pool, 'gap', { ...decisionOf(2), day: '2099-01-01' })).toMatchObject({
      problems: [{ code: 'LOG-0719' }],
    })
    expect(await enqueue(pool, 'gap', { ...decisionOf(2), verdict: 'Maria Lopez' })).toMatchObject({
      problems: [{ code: 'LOG-0701' }],
    })
    // The second waits for the first, which takes its entry back: then there is a gap.
    const [first, second] = [await pool.connect(), await pool.connect()]
    await first.query('begin')
    valueOf(await enqueue(first, 'gap', decisionOf(2)))
    await second.query('begin')
    const waits = enqueue(second, 'gap', decisionOf(3))
    await first.query('rollback')
    expect(await waits).toMatchObject({ problems: [{ code: 'LOG-0704', values: { last: 1 } }] })
    await second.query('rollback')
    for (const client of [first, second]) client.release()
    expect(valueOf(await log.append(decisionOf(2)))).toBe(1)
    expect(valueOf(await enqueue(pool, 'gap', decisionOf(3))).entry.serial).toBe(3)
    expect(valueOf(await log.publish()).checkpoint.size).toBe(3)
    await log.close()
  })

  it('goes on with the right days after a clock that ran ahead, also where its entries waited meanwhile', async () => {
    const log = await sampleLog(valueOf(await openPostgresStorage(pool, 'ahead')), { anyEntries: false })
    valueOf(await enqueue(pool, 'ahead', decisionOf(1)))
    // As a clock that ran ahead left it: the entry is in line, and its day has not come.
    const early = { ...decisionOf(2), day: '2027-01-20' }
    await pool.query(`update ahead.desk set serial = 2, day = $1`, [early.day])
    await pool.query('insert into ahead.pending (entry) values ($1)', [Buffer.from(valueOf(printEntry(early)))])
    expect(await enqueue(pool, 'ahead', decisionOf(3))).toMatchObject({ problems: [{ code: 'LOG-0713' }] })
    valueOf(await enqueue(pool, 'ahead', { ...decisionOf(3), verdict: 'clock-set-back' }))
    valueOf(await enqueue(pool, 'ahead', decisionOf(4)))
    expect(valueOf(await log.publish()).checkpoint.size).toBe(4)
    const storage = valueOf(await openPostgresStorage(pool, 'ahead'))
    const report = await fsck({
      source: storage,
      list: () => storage.list(),
      ...logKeys,
      algorithms: standardAlgorithms,
    })
    const { day, place } = decisionOf(3)
    expect(valueOf(report)).toMatchObject({ findings: [], setBacks: [{ place, serial: 3, from: early.day, day }] })
    await log.close()
  })

  it('is held back, and named, where somebody put it in line by hand', async () => {
    const log = await sampleLog(valueOf(await openPostgresStorage(pool, 'by hand')), { anyEntries: false })
    const byHand = async (entry: Uint8Array): Promise<void> =>
      void (await pool.query('insert into "by hand".pending (entry) values ($1)', [Buffer.from(entry)]))
    await byHand(valueOf(printEntry(decisionOf(5))))
    await byHand(entryOf(0))
    valueOf(await enqueue(pool, 'by hand', decisionOf(1)))
    const published = valueOf(await log.publish())
    expect(published).toMatchObject({
      checkpoint: { size: 1 },
      problems: [
        { code: 'LOG-0704', where: { file: 'pending 1' } },
        { code: 'LOG-0703', where: { file: 'pending 2' } },
      ],
    })
    await log.close()
  })

  it('is told where the table of desks says something else than the log', async () => {
    const log = await sampleLog(valueOf(await openPostgresStorage(pool, 'desks')), { anyEntries: false })
    valueOf(await log.append(decisionOf(1)))
    await pool.query("update desks.desk set serial = 7 where place = 'us/ca/springfield'")
    expect(await log.append(decisionOf(2))).toMatchObject({ problems: [{ code: 'LOG-0812' }] })
    await log.close()
  })

  it('finds its desk in a log that is older than the table of desks', async () => {
    const log = await sampleLog(valueOf(await openPostgresStorage(pool, 'older')), { anyEntries: false })
    for (const serial of [1, 2]) valueOf(await log.append(decisionOf(serial)))
    await log.close()
    await pool.query('insert into older.pending (entry) values ($1)', [Buffer.from(valueOf(printEntry(decisionOf(3))))])
    await pool.query('drop table older.desk')
    const again = await sampleLog(valueOf(await openPostgresStorage(pool, 'older')), { anyEntries: false })
    expect(await enqueue(pool, 'older', decisionOf(3))).toMatchObject({ problems: [{ code: 'LOG-0704' }] })
    valueOf(await enqueue(pool, 'older', decisionOf(4)))
    expect(valueOf(await again.publish()).checkpoint.size).toBe(4)
    await again.close()
  })

  it('survives a connection that breaks between two statements', async () => {
    // What the driver says of a lost connection must find somebody who listens: else it ends the process.
    const isHeard: boolean[] = []
    let isBreaking = false
    const breaking = new Proxy(pool, {
      get: (target, name) => {
        if (name !== 'connect') return Reflect.get(target, name).bind(target)
        return async () => {
          const client = await target.connect()
          const query = client.query.bind(client)
          const spied = async (text: string, values?: unknown[]) => {
            if (isBreaking && text.startsWith('insert into')) {
              isHeard.push(client.emit('error', new Error('terminating connection')))
              const { rows } = await query('select pg_backend_pid() as pid')
              await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
            }
            return await query(text, values)
          }
          return new Proxy(client, {
            get: (of, key) => {
              const value = Reflect.get(of, key)
              return key === 'query' ? spied : typeof value === 'function' ? value.bind(of) : value
            },
          })
        }
      },
    })
    const log = await sampleLog(valueOf(await openPostgresStorage(breaking, 'between')))
    isBreaking = true
    expect(await log.append(entryOf(0))).toMatchObject({ problems: [{ code: 'LOG-0801' }] })
    expect(isHeard).toEqual([true])
    isBreaking = false
    // Nothing of it is there, and the same writer goes on.
    expect(valueOf(await log.append(entryOf(1)))).toBe(0)
    await log.close()
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
    for (let round = 0; round < 8; round++) {
      const open = async () => await openPostgresStorage(pool, `at once ${round}`)
      const opened = await Promise.all(Array.from({ length: 12 }, open))
      expect(opened.flatMap((result) => (result.ok ? [] : result.problems))).toEqual([])
    }
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
