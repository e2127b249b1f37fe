/** Phrases with placeholders, filled in the grammar of a language. */
import { textIn, type Texts } from '@brightline/language'
import { shown } from '../line/shown.ts'
import { numberWords } from '../line/number.ts'
import { pluralRules } from './format.ts'
import { joined } from './list.ts'

/** A value that a phrase may name; a text in several languages is said in that of the phrase. */
export type PhraseValue = string | number | readonly string[] | Texts

/** The values of a phrase by the names of its placeholders. */
export type PhraseValues = Readonly<Record<string, PhraseValue>>

/** Words that are not the user's: for each key what it is called, or its forms by plural category. */
export type Words = Readonly<Record<string, string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>

const placeholder = /(`?)\{([a-z][A-Za-z]*)(?::([a-z]+)(?: ([a-z][a-z-]*))?)?\}\1/g

/** The parts of a placeholder as it is written. */
type Placeholder = readonly [whole: string, tick: string, name: string, form?: string, key?: string]

/**
 * Fills the placeholders of a phrase.
 *
 * - `{name}` is the value as it is; a list is joined with "and". In backticks, each item of a list has its own.
 * - `{names:or}` is a list joined with "or".
 * - `{noun:word}` is what the words of the room call the value, `{noun:word the}` what they call `the-` and the value;
 *   `{nouns:words}` does so for a list, joined with "or". What has no word stands in backticks.
 * - `{rows:count row}` is the number and the word `row` of the room in the plural that fits.
 * - `{names:chain over}` is a list with the word `over` of the room between its items.
 *
 * @example
 * fill('did you mean `{names:or}`?', { names: ['hold', 'transfer'] }, 'en') // => 'did you mean `hold` or `transfer`?'
 * fill('{rows:count row}', { rows: 2 }, 'en', { row: { one: 'row', other: 'rows' } }) // => '2 rows'
 */
export function fill(phrase: string, values: PhraseValues, lang: string, words: Words = {}): string {
  return phrase.replaceAll(placeholder, (...[, tick, name, form, key]: Placeholder) => {
    const value = values[name] ?? '…'
    const items = itemsOf(value, lang)
    const quoted = items.map((item) => `${tick}${onOneLine(item)}${tick}`)
    switch (form ?? 'and') {
      case 'count':
        return counted(Number(value), key ?? name, lang, words)
      case 'word':
        return wordOf(`${key === undefined ? '' : `${key}-`}${items.join(' ')}`, words)
      case 'words':
        return joined(
          items.map((item) => wordOf(item, words)),
          'or',
          lang,
        )
      case 'chain':
        return quoted.join(` ${wordOf(key ?? name, words)} `)
      default:
        return joined(quoted, form === 'or' ? 'or' : 'and', lang)
    }
  })
}

/** Lists the placeholders of a phrase, each as it is written between its braces. */
export function placeholdersIn(phrase: string): readonly string[] {
  return [...phrase.matchAll(placeholder)].map(([whole]) => whole.replaceAll(/[`{}]/g, ''))
}

/** Tells whether every placeholder of a phrase has a value. */
export function isFilledBy(phrase: string, values: PhraseValues): boolean {
  return placeholdersIn(phrase).every((written) => values[nameIn(written)] !== undefined)
}

function nameIn(written: string): string {
  return written.split(':')[0] ?? written
}

function itemsOf(value: PhraseValue, lang: string): readonly string[] {
  if (typeof value !== 'object') return [String(value)]
  return isList(value) ? value : [textIn(value, lang)]
}

// `Array.isArray` does not narrow a readonly list.
function isList(value: readonly string[] | Texts): value is readonly string[] {
  return Array.isArray(value)
}

/** Finds what a key is called. A word that the room does not know is the user's own. */
function wordOf(key: string, words: Words): string {
  const word = words[key]
  return typeof word === 'string' ? word : (word?.other ?? `\`${onOneLine(key)}\``)
}

function counted(count: number, key: string, lang: string, words: Words): string {
  const forms = words[key]
  const word = typeof forms === 'string' ? forms : forms?.[pluralRules(lang, {}).select(count)]
  return `${numberWords(count, lang)} ${word ?? wordOf(key, words)}`
}

/** Keeps a value on its line and shows it as it is, whatever it brings. */
function onOneLine(text: string): string {
  return shown(text.replaceAll(/\s+/g, ' '))
}
