/** Tables of phrases: the one shape in which a subject keeps what it says. */
import { inLanguage, languageOf, type ByLanguage } from './by-language.ts'
import { contracted } from './contraction.ts'
import { fill, type PhraseValues, type Words } from './fill.ts'

/** A phrase for each key, in each language. */
export type Phrases<Key extends string = string> = ByLanguage<Readonly<Record<Key, string>>>

/** Says a phrase with its values. */
export type Say<Key extends string> = (key: Key, values?: PhraseValues) => string

/**
 * Makes the voice of a table in a language.
 *
 * @example
 * const phrases = { en: { wait: 'wait for `{name}`' }, es: { wait: 'espere a `{name}`' } }
 * sayIn(phrases, 'es')('wait', { name: 'x' }) // => 'espere a `x`'
 */
export function sayIn<Key extends string>(phrases: Phrases<Key>, lang: string, words?: ByLanguage<Words>): Say<Key> {
  const spoken = languageOf(phrases, lang)
  const table = inLanguage(phrases, spoken)
  const known = words === undefined ? {} : inLanguage(words, spoken)
  return (key, values = {}) => contracted(fill(table[key], values, spoken, known), spoken)
}
