/** The sentence of a problem, in any language. */
import type { Problem, Texts, Where } from '@brightline/language'
import { inLanguage, languageOf, type ByLanguage } from '../phrase/by-language.ts'
import { fill, isFilledBy, type PhraseValues, type Words } from '../phrase/fill.ts'
import { rooms } from './rooms.ts'
import type { Template, Variants } from './template.ts'

/** A problem in words: what is wrong, how to repair it, and where it is; null where there is nothing to say. */
export interface Sentence {
  readonly message: string
  readonly help: string | null
  readonly where: string | null
}

interface Entry {
  readonly templates: ByLanguage<Template>
  readonly words: ByLanguage<Words>
}

const entryByCode: ReadonlyMap<string, Entry> = new Map(
  rooms.flatMap(({ sentences, words }) =>
    Object.entries(sentences).map(([code, templates]) => [code, { templates, words }]),
  ),
)

/**
 * Makes the sentence of a problem.
 *
 * @example
 * sentence({ code: 'POL-0602', severity: 'error', where: { kind: 'whole' }, values: {} }, 'es')
 * // => { message: 'el archivo no es texto UTF-8', help: 'guárdelo como texto UTF-8 sin formato', where: null }
 */
export function sentence({ code, where, values }: Problem, lang: string): Sentence {
  const entry = entryByCode.get(code)
  if (entry === undefined) throw new Error(`no sentence for ${code}`)
  const spoken = languageOf(entry.templates, lang)
  const template = inLanguage(entry.templates, spoken)
  const words = inLanguage(entry.words, spoken)
  const say = (phrase: string): string => fill(phrase, values, spoken, words)
  const help = firstThatFits(template.help ?? [], values)
  return {
    message: say(firstThatFits(template.message, values) ?? ''),
    help: help === null ? null : say(help),
    where: whereWords(where, spoken),
  }
}

function firstThatFits(variants: Variants, values: PhraseValues): string | null {
  const all = typeof variants === 'string' ? [variants] : variants
  return all.find((variant) => isFilledBy(variant, values)) ?? null
}

/** Says where a problem is; null for the whole of what was given. */
function whereWords(where: Where, lang: string): string | null {
  switch (where.kind) {
    case 'file':
      return `${where.file}:${where.line}:${where.column}`
    case 'pointer':
      return where.pointer === '' ? null : where.pointer
    case 'fact':
      return `\`${where.fact}\``
    case 'whole':
      return null
    case 'cell': {
      const { row, column } = inLanguage(cellWords, lang)
      const parts = [
        ...(where.row === null ? [] : [fill(row, { row: where.row }, lang)]),
        ...(where.column === null ? [] : [fill(column, { column: where.column }, lang)]),
      ]
      return parts.length === 0 ? null : parts.join(', ')
    }
  }
}

interface CellWords {
  readonly row: string
  readonly column: string
}

const cellWords: ByLanguage<CellWords> = {
  en: { row: 'row {row}', column: 'column `{column}`' },
  es: { row: 'fila {row}', column: 'columna `{column}`' },
}

/** What a problem says, in every language in which it was written. */
export interface SentenceTexts {
  readonly message: Texts
  readonly help: Texts | null
}

/**
 * Makes the sentence of a problem in every language, for those who pass it on.
 *
 * @example
 * sentenceTexts({ code: 'POL-0602', severity: 'error', where: { kind: 'whole' }, values: {} }).message.es
 * // => 'el archivo no es texto UTF-8'
 */
export function sentenceTexts(problem: Problem): SentenceTexts {
  const english = sentence(problem, 'en')
  const others = Object.keys(entryByCode.get(problem.code)?.templates ?? {}).filter((lang) => lang !== 'en')
  const texts = (en: string, of: (said: Sentence) => string | null): Texts => ({
    en,
    ...Object.fromEntries(others.map((lang) => [lang, of(sentence(problem, lang)) ?? en])),
  })
  return {
    message: texts(english.message, ({ message }) => message),
    help: english.help === null ? null : texts(english.help, ({ help }) => help),
  }
}
