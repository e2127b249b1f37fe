/** From a decision to the log in one command. */
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { record } from '../../src/log/record.ts'
import { refusing } from '../../src/log/run-in.ts'
import { run } from '../../src/main.ts'
import { problemLine, Refusal } from '../../src/refusal.ts'
import { capture, temporaryFolder, type Ran } from '../command.ts'
import { fixedRandom, log, newLog, still } from './sample.ts'

const springfield = fileURLToPath(new URL('../../../../examples/springfield', import.meta.url))
const request = [
  'us/ex/springfield',
  'hold',
  'notify-release',
  '--agency',
  'jail',
  '--form',
  'i-247a',
  '--as-of',
  '2026-05-01',
]
const { out } = await capture(
  async () => await run(['--with', springfield, 'decide', ...request, '--fact', 'warrant.form=none', '--json']),
)
// The helper masks hashes.
const decided = out.replaceAll('"HASH"', `"${'ab'.repeat(32)}"`)
const desk = 'us/ex/springfield/jail'

async function recordTo(
  folder: string,
  text: string,
  caseFolder: string,
  flags: object = {},
  random = still.random,
): Promise<Ran> {
  const input = (async function* () {
    yield text
  })()
  const all = { case: caseFolder, desk, timeout: '600', lang: 'en', ...flags }
  return await capture(
    async () =>
      await refusing('en', async () => await record(folder, all, { ...still, random, input })).catch(
        (error: unknown) => {
          if (!(error instanceof Refusal)) throw error
          process.stderr.write(error.problems.map((problem) => problemLine(problem, 'en')).join('\n'))
          return 2
        },
      ),
  )
}

function newCase(): string {
  return join(temporaryFolder(), 'case')
}

describe('log record', () => {
  it('logs each decision of the document, and each record opens its own entry', async () => {
    const [folder, kept] = [await newLog(), newCase()]
    const { code, out } = await recordTo(folder, decided, kept)
    expect({ code, out }).toEqual({
      code: 0,
      out: [0, 1].map((index) => `{"index":${index},"place":"${desk}","serial":${index + 1}}\n`).join(''),
    })
    expect(readdirSync(kept).toSorted()).toEqual(['case.key', 'hold.json', 'notify-release.json'])
    const document = JSON.parse(decided)
    const tail = (await log('tail', folder)).out.split('\n').slice(0, 2)
    for (const [index, act] of ['hold', 'notify-release'].entries()) {
      const decision = document.decisions[index]
      const { entry } = JSON.parse(tail[index] ?? '')
      const deciding = decision.reasons.filter(({ effect }: { effect: string }) => effect === 'decides')
      expect(entry).toMatchObject({
        day: '2026-05-01',
        verdict: decision.verdict,
        rules: deciding.map(({ rule }: { rule: string }) => rule),
        policy: Buffer.from(decision.policyHash, 'hex').toString('base64'),
      })
      expect(JSON.parse(readFileSync(join(kept, `${act}.json`), 'utf8'))).toEqual({
        ...document,
        decisions: [decision],
      })
      const receipt = join(kept, `${act}.txt`)
      const opening = ['--record', join(kept, `${act}.json`), '--case-key', join(kept, 'case.key'), '--out', receipt]
      expect((await log('prove', folder, String(index), ...opening)).code).toBe(0)
      expect(await log('verify', receipt, '--policy', join(folder, 'log.policy'))).toMatchObject({
        code: 0,
        out: expect.stringContaining('record: the record in the receipt is the one that the entry commits to'),
      })
    }
    if (process.platform !== 'win32') expect(statSync(join(kept, 'hold.json')).mode & 0o777).toBe(0o600)
  })

  it('logs nothing twice when it is run again, and everything when it was stopped before it logged', async () => {
    const [folder, kept] = [await newLog(), newCase()]
    const first = await recordTo(folder, decided, kept)
    const second = await recordTo(folder, decided, kept)
    expect({ code: second.code, out: second.out }).toEqual({ code: 0, out: first.out })
    expect(second.err).toContain('0 entries appended, 2 in the log already')
    // Stopped between the key and the second record.
    const stopped = newCase()
    await recordTo(await newLog(), decided, stopped, {}, fixedRandom(4))
    rmSync(join(stopped, 'notify-release.json'))
    expect((await recordTo(folder, decided, stopped)).out).toContain('{"index":2,')
    expect(existsSync(join(stopped, 'notify-release.json'))).toBe(true)
    expect((await log('fsck', folder)).code).toBe(0)
  })

  it('takes another desk and another day', async () => {
    const folder = await newLog()
    expect((await recordTo(folder, decided, newCase(), { desk: undefined, day: '2026-05-02' })).code).toBe(0)
    expect((await log('tail', folder)).out).toMatch(/"day":"2026-05-02".*"place":"us\/ex\/springfield"/)
    expect(await recordTo(folder, decided, newCase(), { desk: 'us/ex/springfield' })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/LOG-0713.*\nnothing was appended/),
    })
  })

  const document = JSON.parse(decided)
  const cases: readonly { readonly name: string; readonly text: string; readonly says: string }[] = [
    {
      name: 'version 1',
      text: JSON.stringify({ ...document, version: 1 }),
      says: 'version 1 of the decision document',
    },
    { name: 'version 3', text: JSON.stringify({ ...document, version: 3 }), says: 'no decision document of version 2' },
    { name: 'no JSON', text: 'MUST NOT hold', says: 'not one JSON document' },
    { name: 'two documents', text: decided + decided, says: 'not one JSON document' },
    { name: 'nothing', text: '', says: 'not one JSON document' },
    { name: 'a list', text: '[]', says: 'the document' },
    { name: 'a line that was not decided', text: '{"error":{"line":1,"problems":[]}}', says: 'was not decided' },
    { name: 'no decisions', text: JSON.stringify({ ...document, decisions: [] }), says: 'no decision' },
    {
      name: 'an act that is a path',
      text: JSON.stringify({ ...document, decisions: [{ ...document.decisions[0], act: '../../evil' }] }),
      says: 'is no act',
    },
    {
      name: 'a hash that is none',
      text: JSON.stringify({ ...document, decisions: [{ ...document.decisions[0], policyHash: 'x' }] }),
      says: '`policyHash`',
    },
  ]
  it.each(cases)('refuses $name, and keeps nothing', async ({ text, says }) => {
    const [folder, kept] = [await newLog(), newCase()]
    const { code, out, err } = await recordTo(folder, text, kept)
    expect({ code, out, kept: existsSync(kept) }, err).toEqual({ code: 2, out: '', kept: false })
    expect(err).toContain(says)
  })

  it('refuses the folder of another case', async () => {
    const [folder, kept] = [await newLog(), newCase()]
    await recordTo(folder, decided, kept)
    const other = JSON.stringify({ ...document, asOf: '2026-05-02' })
    expect(await recordTo(folder, other, kept)).toMatchObject({
      code: 2,
      err: expect.stringContaining('another decision'),
    })
    writeFileSync(join(kept, 'case.key'), 'AAAA')
    expect((await recordTo(folder, decided, kept)).err).toContain('base64 of 32 bytes')
  })
})
