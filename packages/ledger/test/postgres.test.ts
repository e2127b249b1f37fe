import { describe, expect, it } from 'vitest'
import { nodeAlgorithms } from '../src/algorithms.ts'
import { valueOf } from '../src/errors.ts'
import { fsck } from '../src/fsck/fsck.ts'
import { enqueue, openPostgresStorage } from '../src/postgres/postgres-storage.ts'
import { conforms } from './conformance.ts'
import { startDatabase } from './database.ts'
import { entriesOf, entryOf, logKeys, sampleLog } from './sample.ts'

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
    const report = await fsck({ source: storage, list: () => storage.list(), ...logKeys, algorithms: nodeAlgorithms })
    expect(valueOf(report)).toMatchObject({ size: 20, findings: [] })
  })

  it('is refused when it is too long', async () => {
    expect(await enqueue(pool, 'together', new Uint8Array(65_536))).toMatchObject({ error: { code: 'LOG-0707' } })
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
