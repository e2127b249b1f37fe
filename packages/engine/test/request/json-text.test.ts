/** JSON of a request: a key that is given twice is refused unless it is equal, and nothing is repeated. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonText } from '../../src/request/json-text.ts'

/** Says the value, or each problem with its pointer. */
function said(text: string): unknown {
  const read = parseJsonText(text)
  if (read.ok) return read.value
  return read.problems
    .map(({ code, where, values }) => `${code} ${where.kind === 'pointer' ? where.pointer : JSON.stringify(values)}`)
    .join('; ')
}

const cases: readonly { readonly text: string; readonly want: unknown }[] = [
  { text: '{"a": 1}', want: { a: 1 } },
  { text: '\uFEFF{"a": 1}', want: { a: 1 } },
  { text: '{"a": 1, "a": 1}', want: { a: 1 } },
  { text: '{"a": 1, "a": 2}', want: 'REQ-0028 /a' },
  { text: '{"a": {"b": 1, "c": [2]}, "a": {"b": 1, "c": [2]}}', want: { a: { b: 1, c: [2] } } },
  { text: '{"a": {"b": 1}, "a": {"b": 2}}', want: 'REQ-0028 /a' },
  { text: '{"facts": {"x.y": "a", "z": 1, "x.y": "b"}}', want: 'REQ-0028 /facts/x.y' },
  { text: '{"facts": {"x.y": "a", "\\u0078.y": "b"}}', want: 'REQ-0028 /facts/x.y' },
  { text: '{"a": [{"b": 1}, {"b": 2}]}', want: { a: [{ b: 1 }, { b: 2 }] } },
  { text: '{"a": [{"b": 1}, {"b": 2, "b": 3}]}', want: 'REQ-0028 /a/1/b' },
  { text: '{"a": [[], [{"b": 2, "b": 3}]]}', want: 'REQ-0028 /a/1/0/b' },
  { text: '{"a": {}, "b": [], "c": {"a": 1}}', want: { a: {}, b: [], c: { a: 1 } } },
  { text: '{"a": "x, \\"a\\": {", "b": "}"}', want: { a: 'x, "a": {', b: '}' } },
  { text: '{"Jane Roe": 1, "Jane Roe": 2}', want: 'REQ-0028 ' },
  { text: '{"a": 1,\n oops}', want: 'REQ-0009 {"line":2,"column":2}' },
  { text: '', want: 'REQ-0009 {}' },
  { text: '"a"', want: 'a' },
]

describe('JSON text', () => {
  for (const { text, want } of cases) {
    it(`\`${text.replaceAll('\n', ' ')}\` is ${JSON.stringify(want)}`, () => {
      expect(said(text)).toEqual(want)
    })
  }

  it('is what the parser makes of it, where no key is given twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parseJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  it('of any depth is read without running out of room', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(parseJsonText(deep).ok).toBe(true)
  })
})
