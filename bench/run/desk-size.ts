/** Measures the room that the demonstration year takes: real cases, decided, confirmed, logged, with papers given and duties done. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { makeBackup } from '../../packages/desk/src/backup/make-backup.ts'
import { testRestore } from '../../packages/desk/src/backup/test-restore.ts'
import { makeYear } from '../../packages/desk/src/demonstration/make-year.ts'
import { startPublisher } from '../../packages/desk/src/record/publish.ts'
import { startTestDatabase } from '../../packages/desk/test/test-database.ts'
import { testKeys } from '../../packages/desk/test/test-keys.ts'
import { testLaw } from '../../packages/desk/test/test-law.ts'

const folder = mkdtempSync(join(tmpdir(), 'desk-size-'))
const test = await startTestDatabase()
try {
  await testLaw.all()
  const empty = await sizeOf(test.superuser)
  const room = { database: test.database, log: () => undefined, isSecure: false, law: testLaw, keys: testKeys }
  const cases = await makeYear({ owner: test.owner, application: test.connection, room })
  const publisher = startPublisher({ owner: test.owner, keys: join(folder, 'log-keys'), log: () => undefined })
  await publisher.publish()
  await publisher.stop()
  await test.superuser.query('vacuum full analyze')
  const full = await sizeOf(test.superuser)
  say('cases', cases)
  say('kB of an empty database', Math.round(empty / 1024))
  say('kB of database for 1,000 cases', Math.round(((full - empty) * 1000) / cases / 1024))
  const { rows } = await test.superuser.query<{ name: string; bytes: number }>(
    `select case when n.nspname = 'desk' then c.relname else 'log' end as name, sum(pg_total_relation_size(c.oid))::float8 as bytes
     from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
     where c.relkind = 'r' and (n.nspname = 'desk' or n.nspname like 'ledger_%') group by 1 order by 2 desc limit 8`,
  )
  for (const { name, bytes } of rows) say(`kB of ${name} for 1,000 cases`, Math.round((bytes * 1000) / cases / 1024))
  const { user = '', password = '' } = test.superuser.options
  const administrator = { ...test.connection, user, password: typeof password === 'string' ? password : '' }
  const file = join(folder, 'desk.backup')
  const start = performance.now()
  const count = await makeBackup(administrator, file)
  say('milliseconds of a backup', Math.round(performance.now() - start))
  say('rows of a backup for 1,000 cases', Math.round((count * 1000) / cases))
  say('kB of a backup for 1,000 cases', Math.round((statSync(file).size * 1000) / cases / 1024))
  const again = performance.now()
  await testRestore({ administrator, owner: { ...test.connection, user: 'desk_owner' } })
  say('milliseconds of a backup that is restored and compared', Math.round(performance.now() - again))
} finally {
  await test.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function sizeOf(superuser: pg.Pool): Promise<number> {
  const { rows } = await superuser.query<{ bytes: number }>(
    'select pg_database_size(current_database())::float8 as bytes',
  )
  return rows[0]?.bytes ?? 0
}

function say(what: string, value: number): void {
  console.log(`${value.toLocaleString('en').padStart(12)}  ${what}`)
}
