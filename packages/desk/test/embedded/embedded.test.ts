/** The database that the desk starts by itself: closed to the network, adopted when it was left behind, clear when it fails. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { startChild, waitForEnd } from '../../../../scripts/child.ts'
import { serverAccount } from '../../src/embedded/account.ts'
import { startEmbedded, type Embedded } from '../../src/embedded/embedded.ts'
import { identity } from '../../src/embedded/programs.ts'
import { Obstacle } from '../../src/obstacle.ts'

const isRoot = process.getuid?.() === 0
const work = mkdtempSync(join(tmpdir(), 'embedded-'))
// The user of the server passes through it.
chmodSync(work, 0o755)
afterAll(() => rmSync(work, { recursive: true, force: true, maxRetries: 5 }))

async function ask(embedded: Embedded, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(embedded.application)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(text)
    return rows
  } finally {
    await client.end()
  }
}

async function obstacleOf(start: Promise<unknown>): Promise<Obstacle> {
  const error: unknown = await start.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Obstacle) return error
  throw new Error(`no obstacle: ${String(error)}`)
}

describe('the database of a folder', () => {
  const folder = join(work, 'desk')

  it('has no address on the network, and keeps what it says it keeps', async () => {
    const embedded = await startEmbedded({ folder })
    const names = [
      'listen_addresses',
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'password_encryption',
    ]
    const settings = await ask(
      embedded,
      `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
    )
    const locale = await ask(
      embedded,
      `select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'desk'`,
    )
    const wrong = new pg.Client({ ...embedded.application, password: 'guessed' })
    await expect(wrong.connect()).rejects.toThrow('password authentication failed')
    await embedded.stop()
    expect(settings).toEqual([
      {
        listen_addresses: '',
        fsync: 'on',
        full_page_writes: 'on',
        synchronous_commit: 'on',
        data_checksums: 'on',
        password_encryption: 'scram-sha-256',
      },
    ])
    expect(locale).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' }])
    expect(statSync(embedded.data).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'database-passwords.json')).mode & 0o777).toBe(0o600)
  })

  it('is adopted when its desk was killed, and used by one desk at a time', async () => {
    const door = join(import.meta.dirname, '../../src/index.ts')
    const script = `const { startEmbedded } = await import(${JSON.stringify(door)})
      await startEmbedded({ folder: ${JSON.stringify(folder)} })
      process.kill(process.pid, 'SIGKILL')`
    const killed = startChild(process.execPath, ['--input-type=module', '-e', script])
    expect(await waitForEnd(killed, 90_000)).toBeNull()
    const embedded = await startEmbedded({ folder })
    const second = await obstacleOf(startEmbedded({ folder }))
    expect({ isAdopted: embedded.isAdopted, kind: second.kind }).toEqual({ isAdopted: true, kind: 'folder-in-use' })
    expect(second.message).toContain(`(process ${process.pid})`)
    expect(second.message).toContain('--folder')
    await embedded.stop()
    expect(existsSync(join(embedded.data, 'postmaster.pid'))).toBe(false)
  })

  it('is started again when it is killed, and its lock with it', async () => {
    const told: string[] = []
    const isBack = Promise.withResolvers<undefined>()
    const embedded = await startEmbedded({
      folder,
      onGone: {
        lost: () => told.push('lost'),
        back: () => isBack.resolve(undefined),
        failed: (error) => told.push(String(error)),
      },
    })
    const server = Number.parseInt(readFileSync(join(embedded.data, 'postmaster.pid'), 'utf8'), 10)
    process.kill(server, 'SIGKILL')
    await isBack.promise
    const answer = await ask(embedded, 'select 1 as one')
    const second = await obstacleOf(startEmbedded({ folder }))
    await embedded.stop()
    expect(answer).toEqual([{ one: 1 }])
    expect(told[0]).toBe('lost')
    expect(second.kind).toBe('folder-in-use')
    expect(existsSync(join(embedded.data, 'postmaster.pid'))).toBe(false)
  })

  it('names the lock that a process of another kind seems to hold', async () => {
    const embedded = await startEmbedded({ folder })
    await embedded.stop()
    const other = startChild('sleep', ['60'], { ...identity(serverAccount()), cwd: '/' })
    const lock = join(embedded.data, 'postmaster.pid')
    writeFileSync(lock, `${other.process.pid}\n${embedded.data}\n1\n5432\n${embedded.data}\n\n`)
    const obstacle = await obstacleOf(startEmbedded({ folder, milliseconds: 5_000 }))
    other.process.kill('SIGKILL')
    expect(obstacle.kind).toBe('lock-left')
    expect(obstacle.message).toContain(`remove the file`)
    expect(obstacle.message).toContain(`process ${other.process.pid}`)
    rmSync(lock)
    await (await startEmbedded({ folder })).stop()
  })

  it('refuses data of another version, and passwords that cannot be read', async () => {
    const embedded = await startEmbedded({ folder })
    await embedded.stop()
    const version = join(embedded.data, 'PG_VERSION')
    const kept = readFileSync(version, 'utf8')
    writeFileSync(version, '12\n')
    expect(await obstacleOf(startEmbedded({ folder }))).toMatchObject({
      kind: 'database-version',
      values: { found: '12' },
    })
    writeFileSync(version, kept)
    writeFileSync(join(folder, 'database-passwords.json'), '{"superuser":"x"}')
    expect(await obstacleOf(startEmbedded({ folder }))).toMatchObject({ kind: 'secrets-unreadable' })
  })

  it('says what the database said where it does not start', async () => {
    const broken = join(work, 'broken')
    const embedded = await startEmbedded({ folder: broken })
    await embedded.stop()
    rmSync(join(embedded.data, 'global'), { recursive: true })
    const obstacle = await obstacleOf(startEmbedded({ folder: broken, milliseconds: 5_000 }))
    expect(obstacle.kind).toBe('database-fails')
    expect(obstacle.message).toMatch(/global/)
  })
})

describe('a folder', () => {
  it('whose path is too long is named', async () => {
    const deep = join(work, 'a'.repeat(60), 'b'.repeat(60))
    expect(await obstacleOf(startEmbedded({ folder: deep, account: null }))).toMatchObject({ kind: 'folder-too-deep' })
  })

  it('that cannot be made is named', async () => {
    const file = join(work, 'file')
    writeFileSync(file, '')
    const obstacle = await obstacleOf(startEmbedded({ folder: join(file, 'desk') }))
    expect(obstacle.kind).toBe('folder-closed')
    expect(obstacle.inWords('es')).toContain('no se puede usar la carpeta')
  })

  it.runIf(isRoot)('that only root may enter has its data elsewhere, and finds them again', async () => {
    const closed = join(work, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const folder = join(closed, 'desk')
    const elsewhere = join(work, 'elsewhere')
    const embedded = await startEmbedded({ folder, elsewhere })
    await embedded.stop()
    expect(embedded.data.startsWith(elsewhere)).toBe(true)
    // Where it lies is noted, whatever the folder becomes.
    chmodSync(closed, 0o755)
    const again = await startEmbedded({ folder })
    await again.stop()
    expect(again.data).toBe(embedded.data)
  })
})
