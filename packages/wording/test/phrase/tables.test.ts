/** The tables of phrases are whole in every language, and hold nothing that nobody says. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { summaryPhrases, summaryWords } from '../../src/check/words.ts'
import { decisionPhrases } from '../../src/decision/phrases.ts'
import { listPhrases, listWords } from '../../src/law/list-phrases.ts'
import { lawPhrases, lawWords } from '../../src/law/phrases.ts'
import type { ByLanguage } from '../../src/phrase/by-language.ts'
import { placeholdersIn, type Words } from '../../src/phrase/fill.ts'
import type { Phrases } from '../../src/phrase/phrases.ts'

interface Table {
  readonly folder: string
  readonly phrases: Phrases
  readonly words?: ByLanguage<Words>
  /** Keys that are rightly the same in two languages. */
  readonly same?: readonly string[]
}

const tables: readonly Table[] = [
  { folder: 'decision', phrases: decisionPhrases },
  { folder: 'check', phrases: summaryPhrases, words: summaryWords },
  { folder: 'law', phrases: lawPhrases, words: lawWords, same: ['no'] },
  { folder: 'law', phrases: listPhrases, words: listWords, same: ['id'] },
]

const root = join(import.meta.dirname, '../../src')

describe.each(tables)('the phrases of $folder', ({ folder, phrases, words = { en: {}, es: {} }, same = [] }) => {
  const keys = Object.keys(phrases.en)
  const languages = Object.keys(phrases)

  it('have the same keys in every language', () => {
    for (const lang of languages) expect(Object.keys(phrases[lang] ?? {}), lang).toEqual(keys)
    for (const lang of Object.keys(words)) expect(Object.keys(words[lang] ?? {}), lang).toEqual(Object.keys(words.en))
  })

  it('have the same placeholders in every language', () => {
    for (const key of keys) {
      for (const lang of languages) {
        const [own, english] = [phrases[lang]?.[key] ?? '', phrases.en[key] ?? '']
        expect(placeholdersIn(own).toSorted(), `${key} in ${lang}`).toEqual(placeholdersIn(english).toSorted())
      }
    }
  })

  it('are translated', () => {
    const untranslated = keys.filter((key) => phrases.en[key] === phrases.es[key] && hasLetters(phrases.en[key] ?? ''))
    expect(untranslated).toEqual(same)
  })

  it('are all said', () => {
    const sources = globSync(`${folder}/*.ts`, { cwd: root }).filter((path) => !/(?:phrases|words)\.ts$/.test(path))
    const text = sources.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
    const beginnings = [...text.matchAll(/`([a-z-]+-)\$\{/g)].map(([, beginning = '']) => beginning)
    const isSaid = (key: string): boolean =>
      text.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning)) || isVerdict(key)
    expect(keys.filter((key) => !isSaid(key))).toEqual([])
    const said = keys.map((key) => phrases.en[key]).join('\n')
    expect(Object.keys(words.en).filter((word) => !said.includes(`:count ${word}}`))).toEqual([])
  })
})

/** Verdicts are said by their own names. */
function isVerdict(key: string): boolean {
  return ['required', 'prohibited', 'permitted', 'no-rule', 'conflict', 'needs-facts'].includes(key)
}

function hasLetters(phrase: string): boolean {
  return /\p{L}/u.test(phrase.replaceAll(/\{[^}]*\}/g, ''))
}
