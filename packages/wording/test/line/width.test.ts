/** Columns as a terminal gives them. */
import { describe, expect, it } from 'vitest'
import { widthOf, wrapped } from '../../src/index.ts'

describe('the width of a line', () => {
  const cases: readonly { readonly text: string; readonly columns: number; readonly name: string }[] = [
    { name: 'counts letters', text: 'hold', columns: 4 },
    { name: 'counts letters with their accents once', text: 'nin\u0303o y señora', columns: 13 },
    { name: 'counts Vietnamese as it is read', text: 'tiếng Việt', columns: 10 },
    { name: 'counts a sign of Chinese as two', text: '拘留請求', columns: 8 },
    { name: 'counts a syllable of Korean as two', text: '구금', columns: 4 },
    { name: 'counts full forms of letters as two', text: 'ＩＣＥ', columns: 6 },
    { name: 'counts a picture of several code points as one', text: '👮\u200D♀️ ok', columns: 5 },
    { name: 'counts Arabic letters', text: 'توقيف', columns: 5 },
    { name: 'counts nothing for a mark that joins nothing', text: '\u200B', columns: 0 },
  ]
  it.each(cases)('$name', ({ text, columns }) => {
    expect(widthOf(text)).toBe(columns)
  })
})

describe('a line that is broken', () => {
  it('breaks Chinese between its signs, and keeps the letters among them together', () => {
    expect(wrapped('拘留請求I-247A表', 8, 2)).toEqual(['拘留請求', '  I-247A', '  表'])
  })

  it('breaks at no fixed space, and shows it as a space', () => {
    expect(wrapped('until 2026-11-01\u00A023:59 there', 20, 2)).toEqual(['until', '  2026-11-01 23:59', '  there'])
  })

  it('keeps an address whole', () => {
    expect(wrapped('see https://example.gov/a/long/address now', 12, 2)).toEqual([
      'see',
      '  https://example.gov/a/long/address',
      '  now',
    ])
  })
})
