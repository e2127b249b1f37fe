/** Entries as people write them: what is odd is refused before anything is logged. */
import { describe, expect, it } from 'vitest'
import { run } from '../../src/main.ts'
import { readEntryLine } from '../../src/log/entry-lines.ts'
import { systemRandom } from '../../src/log/secret.ts'
import { capture } from '../command.ts'
import { entryLine, fixedRandom } from './sample.ts'

const line = entryLine(1)
const change = (from: string, to: string): string => line.replace(from, to)

describe('a line', () => {
  it('may be laid out in any way, and gets a fresh nonce', () => {
    const spaced = ` ${line.replaceAll(',', ' ,\t').replaceAll(':', ' : ')}\r`
    const [one, two] = [readEntryLine(line, fixedRandom(1)), readEntryLine(spaced, fixedRandom(1))]
    expect(one).toEqual(two)
    const nonces = Array.from({ length: 20 }, () => readEntryLine(line, systemRandom)).map(
      (read) => read.ok && Buffer.from(read.value.entry.nonce).toString('hex'),
    )
    expect(new Set(nonces).size).toBe(20)
  })

  it('takes rules and verdict as a decision names them', async () => {
    const decided = await capture(
      async () =>
        await run(['decide', 'us/ca/san-francisco', 'hold', '--form', 'i-247a', '--agency', 'sheriff', '--json']),
    )
    const [decision] = JSON.parse(decided.out).decisions
    const rules: readonly string[] = decision.reasons.map((reason: { readonly rule: string }) => reason.rule)
    expect(rules.length).toBeGreaterThan(1)
    expect(readEntryLine(entryLine(1, { rules, verdict: decision.verdict }), systemRandom)).toMatchObject({
      value: { entry: { rules, verdict: decision.verdict } },
    })
  })

  it('keeps the nonce that stands in it', () => {
    const nonce = Buffer.alloc(16, 3).toString('base64')
    expect(readEntryLine(entryLine(1, { nonce }), systemRandom)).toMatchObject({
      value: { entry: { nonce: new Uint8Array(16).fill(3) } },
    })
  })

  it.each([
    { name: 'a key that stands twice', text: change('"serial":1', '"serial":1,"serial":1'), code: 'LOG-0716' },
    {
      name: 'a key that stands twice, once escaped',
      text: change('"serial":1', '"serial":1,"seria\\u006c":1'),
      code: 'LOG-0716',
    },
    { name: 'a fraction', text: change('"serial":1', '"serial":1.0'), code: 'LOG-0716' },
    { name: 'an exponent', text: change('"serial":1', '"serial":1e0'), code: 'LOG-0716' },
    { name: 'infinity', text: change('"serial":1', '"serial":1e400'), code: 'LOG-0716' },
    { name: 'minus zero', text: change('"serial":1', '"serial":-0'), code: 'LOG-0716' },
    { name: 'a number past 2^53', text: change('"serial":1', '"serial":9007199254740992'), code: 'LOG-0710' },
    { name: 'half a character', text: change('front', '\\ud800'), code: 'LOG-0711' },
    { name: 'an unnormalised string', text: change('front', 'fre\u0301nt'), code: 'LOG-0711' },
    { name: 'a prototype', text: change('"serial"', '"__proto__":{"v":1},"serial"'), code: 'LOG-0702' },
    { name: 'an unknown field', text: change('"serial"', '"name":"x","serial"'), code: 'LOG-0702' },
    { name: 'an inherited kind', text: change('"decision"', '"constructor"'), code: 'LOG-0712' },
    { name: 'a zero byte', text: `${line}\0`, code: 'LOG-0716' },
    { name: 'a byte-order mark', text: `\ufeff${line}`, code: 'LOG-0716' },
    { name: 'two objects', text: line + line, code: 'LOG-0716' },
    { name: 'no object', text: '[]', code: 'LOG-0716' },
    { name: 'a deep nest', text: change('1', `${'['.repeat(30_000)}${']'.repeat(30_000)}`), code: 'LOG-0716' },
    { name: 'ten megabytes', text: change('front', 'a'.repeat(10_000_000)), code: 'LOG-0707' },
    {
      name: 'half a million keys',
      text: `{${Array.from({ length: 500_000 }, (_, at) => `"k${at}":1`).join()}}`,
      code: 'LOG-0707',
    },
  ])('is refused with $name', ({ text, code }) => {
    expect(readEntryLine(text, systemRandom)).toMatchObject({ ok: false, problems: [{ code }] })
  })
})
