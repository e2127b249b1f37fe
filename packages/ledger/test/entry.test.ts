import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { parseCanonical, printCanonical } from '../src/entry/canonical.ts'
import type { Canonical } from '../src/entry/canonical.ts'
import { commit, newCaseKey, opensCommitment } from '../src/entry/commitment.ts'
import { latestDay } from '../src/entry/day.ts'
import { parseEntry, printEntry } from '../src/entry/entry.ts'
import { silentDays, watchSerials } from '../src/entry/serials.ts'
import { valueOf } from '../src/problem/problem.ts'
import { decisionOf, nilDayOf, randomBytes } from './sample-entry.ts'

const canonical = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme-ascii' }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value

describe('canonical JSON', () => {
  it('comes back, in one spelling', () => {
    fc.assert(
      fc.property(canonical, (value) => {
        const bytes = printCanonical(value)
        if (bytes.ok) expect(parseCanonical(bytes.value)).toEqual({ ok: true, value })
      }),
    )
  })

  it('sorts keys by code units, as RFC 8785 §3.2.3 has it', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    const { '\ufb33': _, ...normal } = value
    const text = new TextDecoder().decode(valueOf(printCanonical(normal)))
    expect(text).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5}')
  })

  it.each([
    { name: 'a space', text: '{"a": 1}', code: 'LOG-0709' },
    { name: 'a duplicate key', text: '{"a":1,"a":1}', code: 'LOG-0709' },
    { name: 'another order', text: '{"b":1,"a":1}', code: 'LOG-0709' },
    { name: 'a fraction', text: '[1.5]', code: 'LOG-0710' },
    { name: 'an exponent', text: '[1e3]', code: 'LOG-0709' },
    { name: 'minus zero', text: '[-0]', code: 'LOG-0710' },
    { name: 'a number past 2^53', text: '[9007199254740993]', code: 'LOG-0710' },
    { name: 'an unnormalised string', text: '["e\u0301"]', code: 'LOG-0711' },
    { name: 'an unneeded escape', text: '["\\u0061"]', code: 'LOG-0709' },
    { name: 'half a character', text: '["\\ud800"]', code: 'LOG-0711' },
    { name: 'infinity', text: '[1e400]', code: 'LOG-0710' },
    { name: 'a half character as a key', text: '{"\\ud800":1}', code: 'LOG-0711' },
    { name: 'an unnormalised key', text: '{"e\u0301":1}', code: 'LOG-0711' },
    { name: 'a byte-order mark', text: '\ufeff{"a":1}', code: 'LOG-0703' },
    { name: 'a final newline', text: '{"a":1}\r\n', code: 'LOG-0709' },
    { name: 'a zero byte', text: '{"a":"\0"}', code: 'LOG-0703' },
    { name: 'two values', text: '{"a":1}{"a":1}', code: 'LOG-0703' },
    { name: 'a duplicate prototype', text: '{"__proto__":1,"__proto__":2}', code: 'LOG-0709' },
    { name: 'nothing', text: '', code: 'LOG-0703' },
    { name: 'a deep nest', text: '['.repeat(100_000), code: 'LOG-0708' },
  ])('is refused with $name', ({ text, code }) => {
    expect(parseCanonical(toUtf8(text))).toMatchObject({ ok: false, problems: [{ code }] })
  })
})

it.each([
  { name: 'minus zero', value: -0, code: 'LOG-0710' },
  { name: 'a fraction', value: 0.5, code: 'LOG-0710' },
  { name: 'nothing that counts', value: Number.NaN, code: 'LOG-0710' },
  { name: 'half a character', value: '\ud800', code: 'LOG-0711' },
  { name: 'half a character as a key', value: { '\ud800': 1 }, code: 'LOG-0711' },
])('canonical JSON is not written of $name', ({ value, code }) => {
  expect(printCanonical([value])).toMatchObject({ problems: [{ code }] })
})

it('canonical JSON nests seventeen lists and no more, however many more', () => {
  const nest = (depth: number): Uint8Array => toUtf8('['.repeat(depth) + ']'.repeat(depth))
  expect([16, 17].map((depth) => parseCanonical(nest(depth)).ok)).toEqual([true, true])
  for (const depth of [18, 65, 1_000_000]) expect(parseCanonical(nest(depth)).ok, String(depth)).toBe(false)
})

it('a key named as a prototype is a key as any other', () => {
  const text = '{"__proto__":{"a":1},"b":2}'
  const value = valueOf(parseCanonical(toUtf8(text)))
  expect(Object.keys(Object(value))).toEqual(['__proto__', 'b'])
  expect(new TextDecoder().decode(valueOf(printCanonical(value)))).toBe(text)
})

describe('a commitment', () => {
  const key = newCaseKey(randomBytes)
  const record = { request: 'detainer', received: '2026-03-02T10:15' }

  it('is opened by its key and record only', () => {
    const commitment = valueOf(commit(key, record))
    expect(opensCommitment(key, record, commitment).ok).toBe(true)
    expect(opensCommitment(newCaseKey(randomBytes), record, commitment)).toMatchObject({
      problems: [{ code: 'LOG-0706' }],
    })
    expect(opensCommitment(key, { ...record, request: 'notice' }, commitment).ok).toBe(false)
    expect(commit(key.slice(1), record)).toMatchObject({ problems: [{ code: 'LOG-0714' }] })
  })

  it('is an HMAC over a label and the record, so that the key is good for nothing else', () => {
    const text = 'brightline/case/v1\n{"received":"2026-03-02T10:15","request":"detainer"}'
    const theirs = createHmac('sha256', key).update(text).digest()
    expect(Buffer.from(valueOf(commit(key, record)))).toEqual(theirs)
  })
})

describe('an entry', () => {
  const text = new TextDecoder().decode(valueOf(printEntry(decisionOf(1))))

  it.each([decisionOf(3), nilDayOf(4)])('comes back ($kind)', (entry) => {
    expect(parseEntry(valueOf(printEntry(entry)))).toEqual({ ok: true, value: entry })
  })

  it.each([
    'springfield.notice',
    'us/ca/values-act section 7284.6(a)(1)(A)',
    'us/ca/colleges section SB-98',
    'us/il/chicago/welcoming-city section 2-173-042(a)(1)-notice',
    'us/il/resident-tuition section 305/7e-5(a)-since-2025',
    'us/la/malfeasance-in-office section 14:134(A)(6)(b)-notice',
    'us/ny/new-york-city/admin-code-14-154 section 14-154(b)(2)-end',
  ])('names the rule %s', (rule) => {
    const entry = { ...decisionOf(1), rules: [rule] }
    expect(parseEntry(valueOf(printEntry(entry)))).toEqual({ ok: true, value: entry })
  })

  it('is not written with what it may not say', () => {
    expect(printEntry({ ...decisionOf(1), verdict: 'Maria Lopez' })).toMatchObject({ problems: [{ code: 'LOG-0701' }] })
    expect(printEntry({ ...nilDayOf(1), nonce: new Uint8Array(8) })).toMatchObject({ problems: [{ code: 'LOG-0701' }] })
  })

  it.each(['name', 'birth_date', 'alien_number', 'nationality', 'photo', 'address', 'note', 'hash', 'time'])(
    'has no room for %s',
    (field) => {
      const smuggled = valueOf(printCanonical({ ...JSON.parse(text), [field]: 'x' }))
      expect(parseEntry(smuggled)).toMatchObject({ ok: false, problems: [{ code: 'LOG-0702', values: {} }] })
    },
  )

  it.each([
    { name: 'a number in the place', change: { place: 'us/ca/a123456789' } },
    { name: 'a birth date in the verdict', change: { verdict: '1990-01-01' } },
    { name: 'a person number among the rules', change: { rules: ['a.123456789'] } },
    { name: 'a person number in a section', change: { rules: ['us/ca/act section 123456789'] } },
    { name: 'a name after a section', change: { rules: ['us/ca/act section 5 Maria Lopez'] } },
    { name: 'a sentence among the rules', change: { rules: ['the person said so'] } },
    { name: 'a rule without an end', change: { rules: [`us/${'a'.repeat(94)}`] } },
    { name: 'a name among the rules', change: { rules: ['Maria Lopez'] } },
    { name: 'a rule twice', change: { rules: ['a', 'a'] } },
    { name: 'a time in the day', change: { day: '2026-03-02T10:15' } },
    { name: 'a day that is not', change: { day: '2026-02-29' } },
    { name: 'more rules than a decision needs', change: { rules: Array.from({ length: 65 }, (_, at) => `r.${at}`) } },
    { name: 'a serial of zero', change: { serial: 0 } },
    { name: 'a short nonce', change: { nonce: 'AAAA' } },
    { name: 'a short commitment', change: { commitment: 'AAAA' } },
    { name: 'another version', change: { v: 2 }, code: 'LOG-0712' },
    { name: 'another kind', change: { kind: 'person' }, code: 'LOG-0712' },
    { name: 'a kind that every object inherits', change: { kind: 'constructor' }, code: 'LOG-0712' },
    { name: 'the kind of a prototype', change: { kind: '__proto__' }, code: 'LOG-0712' },
  ])('is refused with $name', ({ change, code = 'LOG-0701' }) => {
    expect(parseEntry(valueOf(printCanonical({ ...JSON.parse(text), ...change })))).toMatchObject({
      problems: [{ code }],
    })
  })
})

describe('the latest day', () => {
  it.each([
    [0, '1970-01-01'],
    [10 * 3_600 - 1, '1970-01-01'],
    [10 * 3_600, '1970-01-02'],
    [951_782_400, '2000-02-29'],
    [951_868_800, '2000-03-01'],
    [1_800_000_000, '2027-01-15'],
    [4_102_444_800, '2100-01-01'],
    [4_107_542_400, '2100-03-01'],
  ])('at %i seconds is %s', (seconds, day) => {
    expect(latestDay(seconds)).toBe(day)
  })

  it('is the day of the calendar fourteen hours ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(latestDay(seconds)).toBe(new Date((seconds + 14 * 3_600) * 1_000).toISOString().slice(0, 10))
      }),
    )
  })
})

describe('serials', () => {
  it('leave no gap, at every desk', () => {
    const watch = watchSerials()
    expect(watch.next(decisionOf(1))).toBeUndefined()
    expect(watch.next(decisionOf(1, 'us/ca/other'))).toBeUndefined()
    expect(watch.next(decisionOf(2))).toBeUndefined()
    expect(watch.next(decisionOf(4))).toMatchObject({ code: 'LOG-0704' })
    expect(watch.next(decisionOf(4))).toMatchObject({ code: 'LOG-0704' })
    expect(watch.next({ ...decisionOf(5), day: '2026-01-01' })).toMatchObject({ code: 'LOG-0713' })
  })

  it('go back in days only where a clock is set back, which is told', () => {
    const watch = watchSerials()
    const [place, day] = ['us/ca/springfield', '2026-03-02']
    expect(watch.next({ ...decisionOf(1), day: '2026-03-12' })).toBeUndefined()
    expect(watch.next({ ...decisionOf(2), verdict: 'clock-set-back', day })).toBeUndefined()
    expect(watch.next({ ...decisionOf(3), day })).toBeUndefined()
    expect(watch.next({ ...decisionOf(4), day: '2026-03-01' })).toMatchObject({ code: 'LOG-0713' })
    // Whose days do not go back set nothing back.
    expect(watch.next({ ...decisionOf(5), verdict: 'clock-set-back', day: '2026-03-20' })).toBeUndefined()
    expect(watch.setBacks).toEqual([{ place, serial: 2, from: '2026-03-12', day }])
  })

  it('name the days without a word', () => {
    const entries = [decisionOf(1), { ...nilDayOf(2), day: '2026-03-04' }]
    expect(silentDays('us/ca/springfield', ['2026-03-02', '2026-03-03', '2026-03-04'], entries)).toEqual(['2026-03-03'])
  })
})
