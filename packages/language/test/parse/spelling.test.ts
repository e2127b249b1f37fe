import { describe, expect, it } from 'vitest'
import { policyReader } from '../../src/parse/reader.ts'
import { mendSpelling } from '../../src/parse/spelling.ts'

describe('mendSpelling', () => {
  const cases: readonly { name: string; text: string; want: string; errors: number }[] = [
    { name: 'leaves a readable text alone', text: 'cite "x" rank state', want: 'cite "x" rank state', errors: 0 },
    { name: 'closes a text at the end of its line', text: 'note "abc\nread', want: 'note ""  \nread', errors: 1 },
    { name: 'makes curly quotes straight', text: 'note “ab” read', want: 'note ""   read', errors: 1 },
    { name: 'makes capital letters small', text: 'must Hold', want: 'must hold', errors: 1 },
    { name: 'puts a space for what it does not know', text: 'hold; transfer', want: 'hold  transfer', errors: 1 },
    { name: 'reports each line once', text: 'note “a\nnote “b\n', want: 'note ""\nnote ""\n', errors: 2 },
  ]
  it.each(cases)('$name', ({ text, want, errors }) => {
    const mended = mendSpelling(text, policyReader().lexer.tokenize(text).errors)
    expect(mended.text).toBe(want)
    expect(mended.errors.length).toBe(errors)
  })
})
