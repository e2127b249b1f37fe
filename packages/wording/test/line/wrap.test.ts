/** Lines broken between words. */
import { describe, expect, it } from 'vitest'
import { hangingOf, wrapped } from '../../src/index.ts'

const cases: readonly { readonly text: string; readonly width: number; readonly lines: readonly string[] }[] = [
  { text: '', width: 10, lines: [''] },
  { text: 'short', width: 10, lines: ['short'] },
  { text: '  1  a form of immigration', width: 20, lines: ['  1  a form of', '     immigration'] },
  { text: ' 12  a form of immigration', width: 20, lines: [' 12  a form of', '     immigration'] },
  { text: '  ! it is not so', width: 10, lines: ['  ! it is', '    not so'] },
  { text: '    a b', width: 5, lines: ['    a', '    b'] },
  { text: 'https://example.gov/long', width: 10, lines: ['https://example.gov/long'] },
]

describe('wrapped', () => {
  for (const { text, width, lines } of cases) {
    it(`breaks \`${text}\` at ${width}`, () => {
      expect(wrapped(text, width, hangingOf(text))).toEqual(lines)
    })
  }
})
