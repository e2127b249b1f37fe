/** A log in a real PostgreSQL database is checked without disturbing its writer. */
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openLog } from '@brightline/ledger'
import { openPostgresStorage } from '@brightline/ledger/postgres'
import { readKeyFile } from '@brightline/ledger/witness'
import { startDatabase } from '../../../ledger/test/database.ts'
import { log, newLog, now, origin } from './sample.ts'

const database = await startDatabase()
afterAll(database.stop)

const changes = [
  {
    change: 'update SCHEMA.sequenced set entry = set_byte(entry, 9, 0) where index = 1',
    says: '`sequenced`: entry 1 is another one',
  },
  { change: 'delete from SCHEMA.sequenced where index = 0', says: '`sequenced`: entries 0 to 1 are not all there' },
  { change: 'delete from SCHEMA.sequenced', says: '`sequenced`: entries 0 to 1 are not all there' },
  {
    change: 'insert into SCHEMA.sequenced (index, entry) values (7, $$x$$)',
    says: '`sequenced`: entries 0 to 1',
  },
  { change: 'delete from SCHEMA.writer', says: '`writer`: a part of the state of the log is gone' },
  { change: 'update SCHEMA.checkpoint set note = set_byte(note, 30, 0) where number = 1', says: '`checkpoint 1`' },
  { change: 'update SCHEMA.checkpoint set note = $$$$ where number = 2', says: '`checkpoint 2`' },
  {
    change: 'update SCHEMA.file set bytes = null',
    says: '`checkpoint`: the note is malformed',
  },
  {
    change: "update SCHEMA.file set bytes = null where path like 'tile/0%'",
    says: '`tile/0/000.p/2`',
  },
  {
    change: 'update SCHEMA.desk set serial = 7',
    says: '`desk`: the table of desks has serial 7 of `us/ca/springfield/front`, and the log 2',
  },
  { change: 'drop table SCHEMA.sequenced', says: 'the storage failed: 42P01' },
  { change: "insert into SCHEMA.file values ('tile/strange', '')", says: '`tile/strange`: this is not the name' },
  { change: "update SCHEMA.file set path = 'tile/0/000' where path = 'tile/0/000.p/2'", says: '`tile/0/000`' },
]

it('fsck reads a database, and names what was changed in it', async () => {
  const folder = await newLog()
  const signer = await readKeyFile(join(folder, '.state/keys/log.secret'))
  const storage = await openPostgresStorage(database.pool, 'desk')
  if (!signer.ok || !storage.ok) throw new Error('no log')
  const opened = await openLog({ storage: storage.value, origin, signers: [signer.value], now })
  if (!opened.ok) throw new Error(opened.problems[0].code)
  const place = 'us/ca/springfield/front'
  const append = async (serial: number): Promise<boolean> => {
    const entry = { kind: 'nil-day', place, day: '2026-03-02', serial, nonce: new Uint8Array(16).fill(3) } as const
    return (await opened.value.append(entry)).ok && (await opened.value.publish()).ok
  }
  expect(await append(1)).toBe(true)
  const { port, password } = database.pool.options
  const address = `postgres://postgres:${String(password)}@127.0.0.1:${String(port)}/postgres`
  const argsFor = (schema: string): string[] => [
    ...['fsck', address, '--schema', schema],
    ...['--keys', join(folder, 'log.policy')],
  ]
  const args = argsFor('desk')
  expect(await log(...args)).toMatchObject({ code: 0, out: '', err: expect.stringContaining('size 1') })
  // The desk is still the writer.
  expect(await append(2)).toBe(true)
  for (const [nth, { change, says }] of changes.entries()) {
    const schema = `changed_${nth}`
    const tables = ['file', 'checkpoint', 'sequenced', 'writer', 'pending', 'desk']
    const copies = tables.map((table) => `create table ${schema}.${table} as table desk.${table};`).join('')
    await database.pool.query(`create schema ${schema}; ${copies} ${change.replaceAll('SCHEMA', schema)}`)
    expect(await log(...argsFor(schema)), change).toMatchObject({
      code: 1,
      out: expect.stringContaining(says),
    })
  }
  await database.pool.query(`update desk.file set bytes = set_byte(bytes, 9, 0) where path = 'tile/entries/000.p/2'`)
  const told = await log(...args)
  expect(told).toMatchObject({ code: 1, out: expect.stringContaining('`tile/entries/000.p/2`: entry 0') })
  expect(await log(...argsFor('nowhere'))).toMatchObject({ code: 1 })
  await opened.value.close()
})
