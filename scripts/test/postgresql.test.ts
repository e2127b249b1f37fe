/** The start of a PostgreSQL server: it works where only the owner may enter, and what cannot start says why. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { shippedPrograms } from '../../packages/desk/src/embedded/programs.ts'
import { startServer } from '../postgresql/server.ts'

const work = mkdtempSync(join(tmpdir(), 'brightline-server-test-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const isRoot = process.getuid?.() === 0

describe('a server of one’s own', () => {
  it.runIf(isRoot)('starts for root in a folder that nobody else may enter', async () => {
    const closed = join(work, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    cpSync(shippedPrograms(), join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    const server = await startServer({ programs: join(closed, 'native') })
    const client = new pg.Client(server.connection)
    await client.connect()
    const { rows } = await client.query('SELECT 1 AS one')
    await client.end()
    await server.stop()
    expect(rows).toEqual([{ one: 1 }])
  })

  it('leaves nothing behind', async () => {
    chmodSync(work, 0o755)
    const folder = mkdtempSync(join(work, 'temporary-'))
    chmodSync(folder, 0o755)
    vi.stubEnv('TMPDIR', folder)
    const server = await startServer()
    const during = readdirSync(folder).length
    await server.stop()
    vi.unstubAllEnvs()
    expect({ during, after: readdirSync(folder) }).toEqual({ during: 1, after: [] })
  })

  // Every program answers `--version`, as the real ones do.
  const answers = '[ "$1" = --version ] && exit 0\n'
  for (const { name, initdb, postgres, says } of [
    { name: 'initdb fails', initdb: 'echo no space left >&2; exit 1', says: /^initdb ended with 1: no space left$/ },
    { name: 'initdb hangs', initdb: 'echo thinking; exec sleep 60', says: /^initdb was not done in time: thinking$/ },
    { name: 'initdb cannot be run', initdb: null, says: /initdb/ },
    {
      name: 'the server fails',
      postgres: 'echo bad setting >&2; exit 2',
      says: /^postgres ended with 2: bad setting$/,
    },
    {
      name: 'the server hangs',
      postgres: 'echo waiting; exec sleep 60',
      says: /^postgres was not done in time: waiting$/,
    },
    { name: 'the server is ended', postgres: 'kill -9 $$', says: /^postgres was ended by SIGKILL$/ },
  ]) {
    it(`that cannot start is named: ${name}`, async () => {
      const programs = mkdtempSync(join(work, 'programs-'))
      mkdirSync(join(programs, 'bin'))
      const write = (program: string, body: string): void =>
        writeFileSync(join(programs, 'bin', program), `#!/bin/sh\n${answers}${body}\n`, { mode: 0o755 })
      if (initdb !== null) write('initdb', initdb ?? 'exit 0')
      write('postgres', postgres ?? 'exit 0')
      // Only what hangs is waited for in vain; a busy machine takes a while to start even that.
      const bound = name.endsWith('hangs') ? { milliseconds: 3000 } : {}
      const failed = startServer({ programs, ...bound })
      await expect(failed).rejects.toThrow(says)
    })
  }

  it('is named where nothing is installed', async () => {
    await expect(startServer({ programs: join(work, 'nowhere') })).rejects.toThrow('PostgreSQL is not installed in')
  })
})
