/** The first start, killed at each of its parts: the next one stands, with the whole demonstration and nothing left over. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { inventedRequests } from '../../src/demonstration/invented-requests.ts'
import { unfinishedName } from '../../src/demonstration/make-once.ts'
import { startChild, waitForEnd } from '../../src/embedded/child.ts'
import { startDesk } from '../../src/start.ts'
import { lookInside } from '../../soak/soak-desk.ts'

const work = mkdtempSync(join(tmpdir(), 'first-start-'))
// The user of the server passes through it.
chmodSync(work, 0o755)
afterAll(() => rmSync(work, { recursive: true, force: true, maxRetries: 5 }))
const folder = join(work, 'desk')
const program = join(import.meta.dirname, '../../src/main.ts')

/** Lists the names below the folder, two folders deep. */
function namesBelow(): readonly string[] {
  return readdirSync(folder).flatMap((name) => [
    name,
    ...(name === 'postgresql' ? readdirSync(join(folder, name)).map((one) => `${name}/${one}`) : []),
  ])
}

/** Starts a desk, and kills it as soon as something is so. */
async function killWhen(isSo: () => boolean): Promise<void> {
  const env = { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '' }
  const words = ['--conditions=brightline-source', program, '--folder', folder, '--port', '0']
  const child = startChild(process.execPath, words, { env })
  for (let turn = 0; turn < 6_000 && !isSo(); turn += 1) await wait(10)
  const hasCome = isSo()
  child.process.kill('SIGKILL')
  await waitForEnd(child, 10_000)
  expect(hasCome, child.said()).toBe(true)
}

const unfinishedData = /^(?:postgresql\/)?database\.\d+$/

it('stands after it was killed while it made its data, its tables, and its demonstration', async () => {
  await killWhen(() => existsSync(folder) && namesBelow().some((name) => unfinishedData.test(name)))
  await killWhen(() => namesBelow().some((name) => /^(?:postgresql\/)?database$/.test(name)))
  await killWhen(() => existsSync(join(folder, unfinishedName)))
  const inside = await lookInside(folder)
  const left = await inside.superuser.query('select count(*)::int as cases from desk.cases')
  await inside.end()
  const desk = await startDesk({ folder, port: 0, log: () => undefined, hasDemonstration: true })
  const again = await lookInside(folder)
  try {
    expect(desk.demonstrationAddress).toMatch(/\/demonstration\/[\w-]{43}$/)
    const { rows } = await again.superuser.query('select count(*)::int as cases from desk.cases')
    expect(Number(left.rows[0]?.cases)).toBeLessThan(inventedRequests().length)
    expect(rows).toEqual([{ cases: inventedRequests().length }])
    expect(existsSync(join(folder, unfinishedName))).toBe(false)
    // The law, which is read at the same time, does not close the folder to the user of the database.
    expect(existsSync(join(folder, 'database-is-in'))).toBe(false)
    expect(namesBelow().filter((name) => /\.\d+(?:\.password)?$/.test(name))).toEqual([])
  } finally {
    await again.end()
    await desk.stop()
  }
})
