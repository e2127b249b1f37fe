/** The steps of docs/ledger/rotate-keys.md. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keygen } from '../../src/log/keygen.ts'
import { capture, temporaryFolder } from '../command.ts'
import { appendTo, entryLine, fixedRandom, log, newLog, origin } from './sample.ts'

it('the key of a log is rotated without a day on which nobody can verify it', async () => {
  const [folder, work] = [await newLog(1), temporaryFolder()]
  const policy = join(folder, 'log.policy')
  const both = join(work, 'both.policy')
  const [older, newer] = [join(work, 'older.policy'), join(work, 'newer.policy')]
  const text = readFileSync(policy, 'utf8')
  writeFileSync(older, text)
  const refusalOf = async (receipt: string, trust: string): Promise<string> =>
    /LOG-[0-9]{4}/.exec((await log('verify', receipt, '--policy', trust)).err)?.[0] ?? 'proved'
  const receiptOf = async (index: number, trust: string): Promise<string> => {
    const file = join(work, `receipt-${index}.txt`)
    expect((await log('prove', folder, String(index), '--receipt', '--out', file, '--keys', trust)).code).toBe(0)
    return file
  }

  const flags = { lang: 'en', kind: 'log', name: origin, out: join(folder, '.state/keys/2027.secret') }
  const key = (await capture(async () => await keygen(flags, fixedRandom(8)))).out.trim()
  writeFileSync(newer, `log ${key}\nquorum none\n`)
  writeFileSync(both, `log ${key}\n${text}`)
  writeFileSync(policy, `log ${key}\n${text}`)
  expect((await appendTo(folder, entryLine(2))).code).toBe(0)
  const signedByBoth = await receiptOf(1, both)
  for (const trust of [older, newer, both]) expect(await refusalOf(signedByBoth, trust)).toBe('proved')
  expect((await log('fsck', folder)).code).toBe(0)

  rmSync(join(folder, '.state/keys/log.secret'))
  expect((await appendTo(folder, entryLine(3))).code).toBe(0)
  const signedByNewer = await receiptOf(2, both)
  expect(await refusalOf(signedByNewer, newer)).toBe('proved')
  expect(await refusalOf(signedByNewer, older)).toBe('LOG-0103')
  expect(await refusalOf(signedByBoth, older)).toBe('proved')
  expect((await log('fsck', folder)).code).toBe(0)
})
