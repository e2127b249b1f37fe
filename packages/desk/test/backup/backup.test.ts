/** Backup and restore, rehearsed: everything comes back but what was destroyed, and nothing of a broken file. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBackup } from '../../src/backup/backup-file.ts'
import { noteDestroyed, readDestroyed } from '../../src/backup/destroyed-cases.ts'
import { makeBackup } from '../../src/backup/make-backup.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { testRestore } from '../../src/backup/test-restore.ts'
import { readCase } from '../../src/case/read-case.ts'
import { openPool, type Connection } from '../../src/database/connection.ts'
import { rolesText } from '../../src/database/migrate.ts'
import { databaseOn, transaction, type Database, type Who } from '../../src/database/transaction.ts'
import { makeDemonstration } from '../../src/demonstration/make-demonstration.ts'
import { startPublisher } from '../../src/record/publish.ts'
import { noteEvent } from '../../src/administration/note-event.ts'
import { readOpeningKey } from '../../src/record/opening-key.ts'
import { verifyCase } from '../../src/record/verify-case.ts'
import { openIdentity } from '../../src/vault/vault.ts'
import { destroyWhatIsDue } from '../../src/vault/upkeep.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'

let base: TestDatabase
let administrator: Connection
let owner: Connection
const folder = mkdtempSync(join(tmpdir(), 'backup-'))
const file = join(folder, 'desk.backup')
const list = join(folder, 'destroyed-cases.txt')
let rows = 0

beforeAll(async () => {
  base = await startTestDatabase()
  const { user = '', password = '' } = base.superuser.options
  administrator = { ...base.connection, user, password: typeof password === 'string' ? password : '' }
  owner = { ...base.connection, user: 'desk_owner' }
  const room = { database: base.database, log: () => undefined, isSecure: false, law: testLaw, keys: testKeys }
  await makeDemonstration({ owner: base.owner, application: base.connection, room })
  const publisher = startPublisher({ owner: base.owner, keys: join(folder, 'log-keys'), log: () => undefined })
  await publisher.publish()
  await publisher.stop()
  rows = await makeBackup(administrator, file)
}, 240_000)
afterAll(async () => {
  await base?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Takes a column, which came with a later migration, out of a table of a backup. */
function withoutColumn(table: string, name: string): string {
  const [head = '', ...lines] = table.split('\n')
  const { columns, ...named } = JSON.parse(head) as { readonly table: string; readonly columns: readonly string[] }
  const at = columns.indexOf(name)
  if (at === -1) return table
  const rest = lines.map((line) => (line.includes('\t') ? line.split('\t').toSpliced(at, 1).join('\t') : line))
  return [JSON.stringify({ ...named, columns: columns.toSpliced(at, 1) }), ...rest].join('\n')
}

let made = 0
/** Makes an empty database beside the first. */
async function emptyDatabase(): Promise<{
  readonly administrator: Connection
  readonly owner: Connection
  readonly database: Database
  readonly end: () => Promise<void>
}> {
  made += 1
  const name = `restored_${made}`
  await base.superuser.query(`create database ${name}`)
  const inside = openPool({ ...administrator, database: name }, 1)
  await inside.query(rolesText())
  await inside.end()
  const pool = openPool({ ...base.connection, database: name }, 2)
  return {
    administrator: { ...administrator, database: name },
    owner: { ...owner, database: name },
    database: databaseOn(pool),
    end: async () => await pool.end(),
  }
}

interface SomeCase {
  readonly who: Who
  readonly caseId: string
  readonly reference: string
}

async function someCase(): Promise<SomeCase> {
  const { rows: found } = await base.superuser.query<{
    agency: string
    user: string
    desk: string
    id: string
    reference: string
  }>(
    `select agency_id as agency, opened_by as user, desk_id as desk, id, reference from desk.cases where id in (select case_id from desk.outcomes) order by reference limit 1`,
  )
  const [one] = found
  if (one === undefined) throw new Error('no case')
  const { id, reference, ...place } = one
  return { who: { ...place, role: 'clerk' }, caseId: id, reference }
}

describe('a backup', () => {
  it('is a file for the eyes of its owner, whole, with no session, link or password of a login in it', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await checkBackup(file)).toMatchObject({ format: 'brightline-backup', version: 1 })
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    expect(text).not.toMatch(/"table":"desk\.(?:sessions|one_time_links|rate_limits|migrations)"/)
    expect(text).toMatch(/"table":"ledger_[0-9a-f]{32}\.sequenced"/)
    // Identities are in it only as they are sealed.
    expect(text).not.toContain('INVENTED-')
    expect(rows).toBeGreaterThan(300)
  })

  it('is refused where it was cut, altered or is something else, before anything is changed', async () => {
    const whole = gunzipSync(readFileSync(file))
    const broken = join(folder, 'broken')
    const cases: readonly (readonly [string, Buffer])[] = [
      ['cut', gzipSync(whole.subarray(0, whole.length / 2))],
      ['cut in its compression', readFileSync(file).subarray(0, 2000)],
      ['altered', gzipSync(Buffer.from(whole.toString('utf8').replace('Springfield Jail', 'Springfield Fail')))],
      ['text', Buffer.from('no backup')],
      ['empty', Buffer.alloc(0)],
      ['another file', gzipSync('{"a":1}\n')],
    ]
    const target = await emptyDatabase()
    for (const [name, bytes] of cases) {
      writeFileSync(broken, bytes)
      await expect(restoreBackup(broken, { ...target, destroyed: [] }), name).rejects.toMatchObject({
        kind: 'backup-unreadable',
      })
    }
    await expect(restoreBackup(join(folder, 'nothing'), { ...target, destroyed: [] })).rejects.toMatchObject({
      kind: 'backup-unreadable',
    })
    await target.end()
  })
})

describe('a restore', () => {
  it('brings every row back, opens what is sealed, and the log still proves each decision', async () => {
    const target = await emptyDatabase()
    expect(await restoreBackup(file, { ...target, destroyed: [] })).toBe(rows)
    const { who, caseId, reference } = await someCase()
    const place = { agency: who.agency, desk: who.desk ?? '', caseId }
    const opened = await openIdentity({ database: target.database, keys: testKeys }, who, place, 'counsel-asks')
    expect(opened).toMatchObject({ kind: 'open' })
    const [record, key] = await transaction(target.database, who, async (work) => {
      const record = await readCase(work, reference)
      const found = await work.selectFrom('case_keys').select('key').where('case_id', '=', record.id).executeTakeFirst()
      return [record, found?.key ?? null] as const
    })
    for (const { claim, checked } of await verifyCase(target.database, record, key))
      expect(checked, claim.kind).toMatchObject({ kind: 'proved' })
    // Numbers go on behind those that came back.
    await transaction(target.database, who, async (work) => {
      await noteEvent(work, who, 'sign-in')
    })
    await target.end()
  })

  it('writes over no desk that is set up', async () => {
    await expect(restoreBackup(file, { administrator, owner, destroyed: [] })).rejects.toMatchObject({
      kind: 'restore-not-empty',
    })
  })

  it('cannot reopen a case that was destroyed after the backup, and the log keeps its place', async () => {
    const { who, caseId, reference } = await someCase()
    await base.superuser.query('update desk.vault set destroy_on = current_date - 1 where case_id = $1', [caseId])
    expect(await destroyWhatIsDue(base.database)).toBe(1)
    expect(await noteDestroyed(base.database, list)).toBe(1)
    expect(await noteDestroyed(base.database, list)).toBe(0)
    expect(await readDestroyed(list)).toEqual([caseId])
    const target = await emptyDatabase()
    await restoreBackup(file, { ...target, destroyed: (await readDestroyed(list)) ?? [] })
    const place = { agency: who.agency, desk: who.desk ?? '', caseId }
    expect(await openIdentity({ database: target.database, keys: testKeys }, who, place, 'counsel-asks')).toEqual({
      kind: 'destroyed',
    })
    const [record, gone] = await transaction(target.database, who, async (work) => {
      const found = await readCase(work, reference)
      return [found, await readOpeningKey(work, found.id)] as const
    })
    for (const { claim, checked } of await verifyCase(target.database, record, gone))
      expect(checked, claim.kind).toMatchObject({ kind: 'forgotten' })
    const pool = openPool(target.administrator, 1)
    const { rows: kept } = await pool.query(
      'select from desk.vault as v left join desk.case_keys as k using (case_id) where v.case_id = $1 and (v.sealed is not null or v.wrapped_key is not null or k.key is not null)',
      [caseId],
    )
    await pool.end()
    expect(kept).toEqual([])
    await target.end()
  })

  it('from a release that knew fewer tables goes through its migration, and then on', async () => {
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    // As the first release with cases made it: agencies and desks alone, at migration 5.
    const tables = ['desk.agencies', 'desk.desks'].map((name) => {
      const start = text.indexOf(`{"table":"${name}"`)
      const table = text.slice(start, text.indexOf('\n\\.\n', start) + 4)
      return ['contact', 'place_asked'].reduce(withoutColumn, table)
    })
    const { createHash } = await import('node:crypto')
    const body = `${JSON.stringify({ format: 'brightline-backup', version: 1, madeAt: '2026-01-01T00:00:00Z', migration: 5 })}\n${tables.join('')}`
    const older = join(folder, 'older')
    writeFileSync(
      older,
      gzipSync(`${body}${JSON.stringify({ sha256: createHash('sha256').update(body).digest('hex') })}\n`),
    )
    const target = await emptyDatabase()
    expect(await restoreBackup(older, { ...target, destroyed: [] })).toBe(2)
    const pool = openPool(target.administrator, 1)
    const { rows: newest } = await pool.query<{ newest: number }>('select max(number) as newest from desk.migrations')
    await pool.end()
    expect(newest[0]?.newest).toBeGreaterThanOrEqual(10)
    const newer = join(folder, 'newer')
    const later = `${JSON.stringify({ format: 'brightline-backup', version: 1, madeAt: '2030-01-01T00:00:00Z', migration: 9999 })}\n`
    writeFileSync(
      newer,
      gzipSync(`${later}${JSON.stringify({ sha256: createHash('sha256').update(later).digest('hex') })}\n`),
    )
    const other = await emptyDatabase()
    await expect(restoreBackup(newer, { ...other, destroyed: [] })).rejects.toMatchObject({ kind: 'database-newer' })
    await Promise.all([target.end(), other.end()])
  })

  it('is tested beside the database, which is left as it was', async () => {
    const before = await base.superuser.query('select count(*) from pg_database')
    expect(await testRestore({ administrator, owner })).toBeGreaterThan(300)
    expect((await base.superuser.query('select count(*) from pg_database')).rows).toEqual(before.rows)
    const { rows: operations } = await base.superuser.query(`select kind, is_good from desk.operations order by id`)
    expect(operations).toContainEqual({ kind: 'test-restore', is_good: true })
  })
})

describe('the list of destroyed cases', () => {
  it('is refused where it holds anything else', async () => {
    expect(await readDestroyed(join(folder, 'no-list'))).toBeNull()
    writeFileSync(join(folder, 'bad-list'), 'not an id\n')
    await expect(readDestroyed(join(folder, 'bad-list'))).rejects.toMatchObject({ kind: 'secrets-unreadable' })
  })
})
