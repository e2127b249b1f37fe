import { describe, expect, it } from 'vitest'
import { fill, type PhraseValues, type Words } from '../../src/phrase/fill.ts'

const words: Words = { row: { one: 'row', other: 'rows' }, act: 'an act', source: 'a source' }

describe('a phrase', () => {
  const cases: readonly { name: string; phrase: string; values: PhraseValues; want: string }[] = [
    { name: 'names a value', phrase: 'no `{name}` here', values: { name: 'x' }, want: 'no `x` here' },
    { name: 'joins a list', phrase: '{names}', values: { names: ['a', 'b', 'c'] }, want: 'a, b and c' },
    { name: 'joins a choice', phrase: '{names:or}', values: { names: ['a', 'b'] }, want: 'a or b' },
    { name: 'quotes each item', phrase: '`{names:or}`', values: { names: ['a', 'b'] }, want: '`a` or `b`' },
    { name: 'counts one', phrase: '{rows:count row}', values: { rows: 1 }, want: '1 row' },
    { name: 'counts many', phrase: '{rows:count row}', values: { rows: 1200 }, want: '1,200 rows' },
    { name: 'leaves a number as it is', phrase: '{year}', values: { year: 2026 }, want: '2026' },
    { name: 'calls a thing by its word', phrase: '{noun:word} again', values: { noun: 'act' }, want: 'an act again' },
    {
      name: 'lists words',
      phrase: '{nouns:words}',
      values: { nouns: ['act', 'source', 'any'] },
      want: 'an act, a source or `any`',
    },
    { name: 'stays on its line', phrase: '`{name}`', values: { name: 'a\nb\u001B[31m' }, want: '`a b\\u{1b}[31m`' },
    { name: 'shows what is missing', phrase: '`{name}`', values: {}, want: '`…`' },
    { name: 'takes no placeholder from a value', phrase: '{a}', values: { a: '{b}', b: 'x' }, want: '{b}' },
  ]

  it.each(cases)('$name', ({ phrase, values, want }) => {
    expect(fill(phrase, values, 'en', words)).toBe(want)
  })

  it('joins as its language does', () => {
    expect(fill('{names:or}', { names: ['a', 'octavo'] }, 'es')).toBe('a u octavo')
    expect(fill('{names}', { names: ['a', 'b', 'c'] }, 'es')).toBe('a, b y c')
  })
})
