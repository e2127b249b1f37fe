/**
 * The disk of the database is full: a clear page, nothing half-written, and the same paper goes through when there is
 * room. The disk is a small one in memory, which only root can make: elsewhere this is not tried.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { runToEnd } from '../../../../scripts/child.ts'
import { begin } from '../intake/received.ts'
import { countRows } from '../security/scene.ts'
import { madePdf } from '../upload/made-pdf.ts'
import { sendFile } from '../upload/send-file.ts'
import { startTestDesk } from './test-desk.ts'

const disk = mkdtempSync(join(tmpdir(), 'disk-'))
const run = (name: string, ...words: readonly string[]): boolean =>
  runToEnd(name, words, { milliseconds: 10_000 }).status === 0
// Room for the data and for what the database writes ahead.
const isMounted = process.getuid?.() === 0 && run('mount', '-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', disk)
afterAll(() => {
  if (isMounted) run('umount', '--lazy', disk)
  rmSync(disk, { recursive: true, force: true })
})

/** Takes all the room but so many bytes. */
function fill(file: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)))
}

it.runIf(isMounted)('says so, keeps nothing of what was sent, and goes on when there is room', async () => {
  vi.stubEnv('TMPDIR', disk)
  const desk = await startTestDesk()
  vi.unstubAllEnvs()
  try {
    const clerk = await desk.signedIn(await desk.addUser('clerk'))
    const path = await begin(clerk, 'i-247a')
    await clerk.get(`${path}/papers`)
    // What the database writes ahead is there, as on a disk that fills slowly.
    for (let turn = 0; turn < 3; turn += 1) await desk.superuser.query('select pg_switch_wal()')
    await desk.superuser.query('checkpoint')
    const before = await countRows(desk)
    const file = { bytes: Buffer.concat([madePdf({ lines: ['Form I-247A'] }), randomBytes(6_000_000)]) }
    fill(join(disk, 'ballast'), 1_000_000)
    const full = await sendFile(clerk, path, file)
    expect(full.status).toBe(503)
    expect(full.page).toContain('The disk of the database is full')
    expect(full.page).toContain('nothing is half-written')
    expect(full.page).toContain('href="/sheet?lang=en"')
    expect(await countRows(desk)).toBe(before)
    expect(desk.lines.join('')).toContain('"53100"')
    rmSync(join(disk, 'ballast'))
    await clerk.get(`${path}/papers`)
    expect((await sendFile(clerk, path, file)).status).toBe(303)
    expect(await countRows(desk)).not.toBe(before)
  } finally {
    await desk.end()
  }
})
