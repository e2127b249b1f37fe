/** A reload of law in several server processes: each reads it, each keeps the old one where it is broken, each says so. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { lawInUse, type LawInUse } from '../../src/case/law-in-use.ts'
import { callLaw, countLawReaders, followLaw, type LawReaders } from '../../src/case/law-readers.ts'
import { transaction } from '../../src/database/transaction.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { federalLawIn, springfield } from '../test-law.ts'

const place = 'us/ex/springfield'
const root = mkdtempSync(join(tmpdir(), 'law-readers-'))
const folders = [join(root, 'one'), join(root, 'other')] as const
let base: TestDatabase
let sample: SampleAgency
let processes: readonly { readonly law: LawInUse; readonly stop: () => Promise<void> }[]

beforeAll(async () => {
  base = await startTestDatabase()
  sample = await makeSample(base.superuser)
  const federal = federalLawIn(root)
  processes = await Promise.all(
    folders.map(async (folder) => {
      cpSync(springfield, folder, { recursive: true })
      const law = lawInUse([federal, folder], join(root, 'cache'))
      await law.all()
      return { law, stop: followLaw({ database: base.database, law, log: () => undefined, everyMilliseconds: 50 }) }
    }),
  )
})
afterAll(async () => {
  for (const { stop } of processes ?? []) await stop()
  await base?.stop()
  rmSync(root, { recursive: true, force: true })
})

const numbers = async (): Promise<LawReaders> =>
  await transaction(base.database, sample.who.administrator, countLawReaders)
const reload = async (): Promise<void> => await transaction(base.database, sample.who.administrator, callLaw)
const hashes = async (): Promise<readonly string[]> =>
  await Promise.all(processes.map(async ({ law }) => (await law.of(place)).stackOn('2026-11-29').policyHash))

function change(folder: string, from: string, to: string): void {
  const file = join(folder, place, 'welcoming-ordinance.policy')
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

async function untilHeard(failed: number): Promise<void> {
  await vi.waitFor(async () => expect(await numbers()).toEqual({ processes: 2, failed, behind: 0 }), {
    timeout: 90_000,
    interval: 50,
  })
}

it('reaches every process, and one whose files are broken keeps the law from before and says so', async () => {
  await untilHeard(0)
  const [before] = await hashes()
  for (const folder of folders) change(folder, 'a minute longer because', 'longer because')
  await reload()
  await untilHeard(0)
  const [one, other] = await hashes()
  expect(one).not.toBe(before)
  expect(other).toBe(one)
  change(folders[1], 'staff must not hold', 'staff must nod hold')
  await reload()
  await untilHeard(1)
  expect(await hashes()).toEqual([one, one])
  expect((await processes[1]?.law.state())?.failed?.problems.length).toBeGreaterThan(0)
  change(folders[1], 'staff must nod hold', 'staff must not hold')
  await reload()
  await untilHeard(0)
})

it('is asked for by administrators alone, and counted for them alone', async () => {
  for (const role of ['clerk', 'supervisor', 'auditor'] as const) {
    await expect(transaction(base.database, sample.who[role], callLaw)).rejects.toThrow(/privilege/)
    expect(await transaction(base.database, sample.who[role], countLawReaders)).toEqual({
      processes: 0,
      failed: 0,
      behind: 0,
    })
  }
})
