import { describe, expect, it } from 'vitest'
import { itemsOf, withoutItem } from '../../src/parse/items.ts'
import { policyReader } from '../../src/parse/reader.ts'

const text = `instrument us/x "X" cite "x" rank city place us binds every agency
  effective 2018-01-01 "x"
section 1 "One"
  (a) staff must not hold
  (b) despite
    (a), staff may hold
  (d) duty after hold: staff must "x"
    in languages en
  (c) in doubt whether "x", treat as no
example "e" as of 2026-01-01
  then may hold, by
  section 1(a)
`
const items = itemsOf(text, policyReader().lexer.tokenize(text).tokens)

describe('itemsOf', () => {
  it('parts a text where an item begins a line, and not at references', () => {
    expect(items.map(({ startOffset }) => text.slice(startOffset).split(/\s/, 2).join(' '))).toEqual([
      ...[
        'instrument us/x',
        'effective 2018-01-01',
        'section 1',
        '(a) staff',
        '(b) despite',
        '(d) duty',
        '(c) in',
        'example "e"',
      ],
    ])
  })

  it('knows how to read each item alone', () => {
    expect(items.map(({ production }) => production)).toEqual([
      null,
      'Event',
      null,
      'Rule',
      'Rule',
      'Duty',
      'Doubt',
      'Example',
    ])
  })
})

describe('an item of version 2', () => {
  const newer = `language 2
instrument us/x "X" cite "x" rank city place us binds every
  agency
  challenged section 1(a) 2018-01-01 "x"
section 1 "One"
  outline (a),
    (b)
  throughout
    (a) when request.form is any of all,
    group
  (a) despite all of
    section 1, nobody may forbid staff to hold
  group keepers "keepers" means jail
  (b) not encoded "x" on no
    act
  not encoded "y" on hold
example "e" as of 2026-01-01
  then
    not encoded: hold
`
  const words = `language 2
vocabulary x "X"
judged fact e.f "?"
  yes or no
  judged by "x"
volunteered fact e.g "?"
  yes or no
act x "x" about y
`
  const cases = [
    {
      name: 'in an instrument',
      text: newer,
      want: ['language', 'challenged', 'section', 'throughout', '(a)', 'group', '(b)', 'not', 'example'],
    },
    { name: 'in a vocabulary', text: words, want: ['language', 'judged', 'volunteered', 'act'] },
  ]
  it.each(cases)('is found $name, and no part of it is taken for one', ({ text: given, want }) => {
    const found = itemsOf(given, policyReader().lexer.tokenize(given).tokens)
    expect(found.map(({ startOffset }) => given.slice(startOffset).split(/\s/, 1)[0])).toEqual(want)
    for (const item of found) expect(policyReader().parser.parse(withoutItem(given, item)).parserErrors).toEqual([])
  })
})

describe('withoutItem', () => {
  it('keeps every other item on its line', () => {
    for (const item of items) {
      const rest = withoutItem(text, item)
      expect(rest.split('\n').length).toBe(text.split('\n').length)
      expect(rest.endsWith(text.slice(item.endOffset))).toBe(true)
    }
  })

  it('leaves a text that can be read', () => {
    for (const item of items) expect(policyReader().parser.parse(withoutItem(text, item)).parserErrors).toEqual([])
  })
})
