/** The tables of sentences are whole, in every language. */
import { describe, expect, it } from 'vitest'
import type { ByLanguage } from '../../src/phrase/by-language.ts'
import { placeholdersIn, type Words } from '../../src/phrase/fill.ts'
import { rooms } from '../../src/problem/rooms.ts'
import type { Template, Variants } from '../../src/problem/template.ts'
import { roomsOfCodes } from './codes.ts'

/** Sentences that are the same in two languages, and rightly so. */
const sameInBoth: ReadonlySet<string> = new Set([])

describe.each(roomsOfCodes)('the sentences about $name', ({ codes, room }) => {
  const entries = Object.entries(room.sentences)

  it('are one for each code, and no more', () => {
    expect(entries.map(([code]) => code).toSorted()).toEqual(codes.toSorted())
  })

  it('have the same placeholders in every language', () => {
    for (const [code, templates] of entries) {
      for (const [lang, template] of Object.entries(templates)) {
        expect(shapeOf(template), `${code} in ${lang}`).toEqual(shapeOf(templates.en))
      }
    }
  })

  it('are translated', () => {
    const same = entries.flatMap(([code, templates]) => untranslated(templates).map((text) => `${code}: ${text}`))
    expect(same).toEqual([])
  })

  it('begin in lower case and have no full stop, no flag and no line break', () => {
    for (const [code, templates] of entries) {
      for (const phrase of Object.values(templates).flatMap(phrasesOf)) {
        expect(phrase, code).not.toMatch(/^\p{Lu}(?!\p{Lu})|[.!]$|\n|(?<![\w-])--[a-z]/u)
      }
    }
  })

  it('have words for the same keys in every language, all of them used', () => {
    const phrases = entries.flatMap(([, templates]) => phrasesOf(templates.en)).join('\n')
    for (const [lang, words] of Object.entries(room.words)) {
      expect(Object.keys(words), lang).toEqual(Object.keys(room.words.en))
      expect(unusedPlurals(words, phrases), lang).toEqual([])
    }
  })
})

describe('the rooms', () => {
  it('are all tested here', () => {
    expect(roomsOfCodes.map(({ room }) => room)).toEqual(rooms)
  })

  it('share no code', () => {
    const codes = rooms.flatMap(({ sentences }) => Object.keys(sentences))
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  })
})

function phrasesOf({ message, help }: Template): readonly string[] {
  return [...listOf(message), ...(help === null ? [] : listOf(help))]
}

function listOf(variants: Variants): readonly string[] {
  return typeof variants === 'string' ? [variants] : variants
}

function shapeOf({ message, help }: Template): unknown {
  const shape = (variants: Variants): unknown => listOf(variants).map((phrase) => placeholdersIn(phrase).toSorted())
  return { message: shape(message), help: help === null ? null : shape(help) }
}

/** The phrases of two languages that are letter for letter the same, but for what stands in backticks and braces. */
function untranslated({ en, es }: ByLanguage<Template>): readonly string[] {
  const other = phrasesOf(es)
  return phrasesOf(en).filter(
    (phrase) =>
      other.includes(phrase) && /\p{L}/u.test(phrase.replaceAll(/`[^`]*`|\{[^}]*\}/g, '')) && !sameInBoth.has(phrase),
  )
}

/** Words with plural forms that no phrase counts. */
function unusedPlurals(words: Words, phrases: string): readonly string[] {
  return Object.entries(words)
    .filter(([key, forms]) => typeof forms !== 'string' && !phrases.includes(`:count ${key}}`))
    .map(([key]) => key)
}
