/** Entries as people write them: what is odd is refused before anything is logged. */
import { describe, expect, it } from 'vitest'
import { readEntryLine } from '../src/entry/entry-line.ts'
import { systemRandom } from '../src/files/key-file.ts'

const fixedRandom = (seed: number) => (length: number) => new Uint8Array(length).fill(seed)
const bytes = Buffer.alloc(32, 7).toString('base64')
const line = `{"place":"us/ca/springfield/front","day":"2026-03-02","serial":1,"kind":"decision","policy":"${bytes}","rules":["us.ca.seven-k"],"verdict":"decline","commitment":"${bytes}"}`
const change = (from: string, to: string): string => line.replace(from, to)

describe('a line', () => {
  it('may be laid out in any way, and gets a fresh nonce', () => {
    const spaced = ` ${line.replaceAll(',', ' ,\t').replaceAll(':', ' : ')}\r`
    const [one, two] = [readEntryLine(line, fixedRandom(1)), readEntryLine(spaced, fixedRandom(1))]
    expect(one).toEqual(two)
    const nonces = Array.from({ length: 20 }, () => readEntryLine(line, systemRandom)).map(
      (read) => read.ok && Buffer.from(read.value.nonce).toString('hex'),
    )
    expect(new Set(nonces).size).toBe(20)
  })

  it('keeps the nonce that stands in it', () => {
    const nonce = Buffer.alloc(16, 3).toString('base64')
    expect(readEntryLine(line.replace('{', `{"nonce":"${nonce}",`), systemRandom)).toMatchObject({
      value: { nonce: new Uint8Array(16).fill(3) },
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
