/** Appending: a second try, after a kill, beside other writers, and with keys that nobody trusts. */
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openLogFolder } from '@brightline/ledger'
import { startChild, waitForEnd } from '../../../../scripts/child.ts'
import { times } from '../../../../scripts/test-counts.ts'
import { keygen } from '../../src/log/keygen.ts'
import { capture, temporaryFolder } from '../command.ts'
import { appendTo, entryLine, entryLines, fixedRandom, log, newLog, now, origin } from './sample.ts'

const command = fileURLToPath(new URL('../../bin/brightline.js', import.meta.url))

describe('append', () => {
  it('appends nothing at a second try, and says where the entries are', async () => {
    const folder = await newLog()
    const first = await appendTo(folder, entryLines(3))
    const second = await appendTo(folder, entryLines(3))
    expect({ code: second.code, out: second.out }).toEqual({ code: 0, out: first.out })
    expect(second.err).toContain('0 entries appended, 3 in the log already; checkpoint of size 3')
    // A file that grows over the day may be sent again and again.
    expect(await appendTo(folder, entryLines(5))).toMatchObject({
      code: 0,
      err: expect.stringContaining('2 entries appended, 3 in the log already; checkpoint of size 5'),
    })
    expect((await log('fsck', folder)).code).toBe(0)
  })

  it('refuses a serial that was given to another entry', async () => {
    const folder = await newLog(2)
    expect(await appendTo(folder, entryLine(2, { verdict: 'agree' }))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/LOG-0718: serial 2 .*\nnothing was appended\n$/),
    })
  })

  it('publishes what a writer acknowledged before it was killed', async () => {
    const folder = await newLog()
    const killed = await openLogFolder(folder, { now })
    if (!killed.ok) throw new Error('no log')
    const line = entryLine(1)
    const { nonce: _, ...entry } = { ...JSON.parse(line), nonce: undefined }
    const [policy, commitment] = [entry.policy, entry.commitment].map(
      (text) => new Uint8Array(Buffer.from(text, 'base64')),
    )
    const whole = { ...entry, policy, commitment, nonce: new Uint8Array(16) }
    expect(await killed.value.log.appendAll([whole])).toMatchObject({ ok: true })
    expect((await log('fsck', folder)).err).toContain('at size 0')
    expect(await appendTo(folder, line)).toMatchObject({
      code: 0,
      err: expect.stringContaining('0 entries appended, 1 in the log already; checkpoint of size 1'),
    })
    await killed.value.log.close()
    expect((await log('fsck', folder)).err).toContain('at size 1')
  })

  it('signs with no key that its own policy does not list', async () => {
    const folder = await newLog(1)
    const before = readFileSync(join(folder, 'checkpoint'), 'utf8')
    const flags = { lang: 'en', kind: 'log', name: origin, out: join(folder, '.state/keys/new.secret') }
    const key = (await capture(async () => await keygen(flags, fixedRandom(8)))).out.trim()
    const told = await log('append', folder)
    expect(told).toMatchObject({ code: 2, out: '', err: expect.stringContaining('LOG-0116') })
    expect(readFileSync(join(folder, 'checkpoint'), 'utf8')).toBe(before)
    appendFileSync(join(folder, 'log.policy'), `log ${key}\n`)
    expect((await appendTo(folder, entryLine(2))).code).toBe(0)
  })

  it('signs with no key of another log', async () => {
    const folder = await newLog(1)
    const flags = { lang: 'en', kind: 'log', name: 'other.example', out: join(folder, '.state/keys/other.secret') }
    const key = (await capture(async () => await keygen(flags, fixedRandom(8)))).out.trim()
    appendFileSync(join(folder, 'log.policy'), `log ${key}\n`)
    expect(await log('append', folder)).toMatchObject({ code: 2, err: expect.stringContaining('LOG-0117') })
  })

  it('makes nothing in a folder without a log', async () => {
    const folder = temporaryFolder()
    expect(await log('append', folder)).toMatchObject({ code: 2, err: expect.stringContaining('LOG-1007') })
    expect(readdirSync(folder)).toEqual([])
  })
})

/** Runs `brightline log append` in a process of its own, and kills it as soon as it has printed a line if asked to. */
async function appendInProcess(folder: string, input: string, isKilled: boolean): Promise<number | null> {
  const child = startChild(process.execPath, [command, 'log', 'append', folder], { input: 'pipe' })
  if (isKilled) child.process.stdout?.once('data', () => child.process.kill('SIGKILL'))
  child.process.stdin?.end(input)
  return await waitForEnd(child, 120_000)
}

it('several processes append at once, some are killed, and a second try makes all of it whole', async () => {
  const folder = await newLog()
  const processes = times(4, 12)
  const inputs = Array.from({ length: processes }, (_, at) => {
    const place = `us/ca/springfield/${String.fromCharCode(97 + at)}-desk`
    return [1, 2].map((serial) => `${entryLine(serial, { place })}\n`).join('')
  })
  const codes = await Promise.all(inputs.map(async (input, at) => await appendInProcess(folder, input, at % 2 === 1)))
  expect(codes.filter((_, at) => at % 2 === 0)).toEqual(inputs.filter((_, at) => at % 2 === 0).map(() => 0))
  for (const input of inputs) expect((await appendTo(folder, input)).code).toBe(0)
  expect(await log('fsck', folder)).toMatchObject({
    code: 0,
    err: expect.stringContaining(`at size ${processes * 2}: ${processes * 2} entries`),
  })
})
