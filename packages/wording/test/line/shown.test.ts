/** Nothing that a screen would not show as it is gets through. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonText, shown, shownText } from '../../src/index.ts'

const cases: readonly { readonly name: string; readonly text: string; readonly shows: string }[] = [
  { name: 'plain words', text: 'MUST NOT hold', shows: 'MUST NOT hold' },
  { name: 'letters of other languages', text: 'está «aquí» 持有 đã ký ñ', shows: 'está «aquí» 持有 đã ký ñ' },
  { name: 'marks on letters', text: 'n\u0303 e\u0301', shows: 'n\u0303 e\u0301' },
  { name: 'an escape', text: '\u001B[2KMAY', shows: '\\u{1b}[2KMAY' },
  { name: 'an escape of one byte', text: '\u009B2KMAY', shows: '\\u{9b}2KMAY' },
  { name: 'a backspace and a delete', text: 'a\bb\u007F', shows: 'a\\u{8}b\\u{7f}' },
  { name: 'a line end', text: 'a\r\nb\tc', shows: 'a\\u{d}\\u{a}b\\u{9}c' },
  { name: 'another line end', text: 'a\u2028b\u2029c\u0085', shows: 'a\\u{2028}b\\u{2029}c\\u{85}' },
  { name: 'a change of direction', text: '\u202Eton\u2066\u200F', shows: '\\u{202e}ton\\u{2066}\\u{200f}' },
  { name: 'characters without width', text: 'a\u200Bb\u00ADc\uFEFF', shows: 'a\\u{200b}b\\u{ad}c\\u{feff}' },
  { name: 'letters that are blank', text: '\u3164\u115F\u034F', shows: '\\u{3164}\\u{115f}\\u{34f}' },
  { name: 'tags', text: 'a\u{E0061}', shows: 'a\\u{e0061}' },
  { name: 'private use', text: '\uE000\u{F0000}', shows: '\\u{e000}\\u{f0000}' },
  { name: 'half a character', text: 'a\uD800b', shows: 'a\\u{d800}b' },
  { name: 'no character', text: '\uFFFF\uFDD0', shows: '\\u{ffff}\\u{fdd0}' },
  { name: 'a joiner inside a Persian word', text: 'می\u200Cخواهم', shows: 'می\u200Cخواهم' },
  { name: 'a joiner inside a Hindi word', text: 'क्\u200Dष', shows: 'क्\u200Dष' },
  { name: 'a joiner between other letters', text: 'ho\u200Cld', shows: 'ho\\u{200c}ld' },
]

describe('shown', () => {
  for (const { name, text, shows } of cases) {
    it(`shows ${name}`, () => {
      expect(shown(text)).toBe(shows)
    })
  }

  it('leaves nothing hidden in any text, and is the same when done twice', () => {
    const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
    fc.assert(
      fc.property(text, (given) => {
        const safe = shown(given)
        // Written without the code under test.
        expect(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u.test(safe)).toBe(false)
        expect(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/.test(safe)).toBe(false)
        expect(shown(safe)).toBe(safe)
      }),
      { numRuns: 500, seed: 1 },
    )
  })
})

describe('shownText', () => {
  it('keeps the ends of its lines and its tabs', () => {
    expect(shownText('a\tb\nc\r\nd')).toBe('a\tb\nc\r\nd')
  })

  it('keeps no line end that would write over the line', () => {
    expect(shownText('MUST NOT\rMAY')).toBe('MUST NOT\\u{d}MAY')
  })
})

describe('jsonText', () => {
  it('is the same value in characters that show', () => {
    for (const { text } of cases) {
      const written = jsonText({ text, [text]: [text] })
      expect(JSON.parse(written)).toEqual({ text, [text]: [text] })
      expect(shown(written)).toBe(written)
    }
  })
})
