/** Phrases with placeholders, filled in the grammar of a language. */
import { joined } from './list.ts'

/** A value that a phrase may name. */
export type PhraseValue = string | number | readonly string[]

/** The values of a phrase by the names of its placeholders. */
export type PhraseValues = Readonly<Record<string, PhraseValue>>

/** Words that are not the user's: for each key what it is called, or its forms by plural category. */
export type Words = Readonly<Record<string, string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>

const placeholder = /(`?)\{([a-z][A-Za-z]*)(?::([a-z]+)(?: ([a-z][a-z-]*))?)?\}\1/g

/**
 * Fills the placeholders of a phrase.
 *
 * - `{name}` is the value as it is; a list is joined with "and". In backticks, each item of a list has its own.
 * - `{names:or}` is a list joined with "or".
 * - `{noun:word}` is what the words of the room call the value; `{nouns:words}` does so for a list, joined with "or".
 * - `{rows:count row}` is the number and the word `row` of the room in the plural that fits.
 *
 * @example
 * fill('did you mean `{names:or}`?', { names: ['hold', 'transfer'] }, 'en') // => 'did you mean `hold` or `transfer`?'
 * fill('{rows:count row}', { rows: 2 }, 'en', { row: { one: 'row', other: 'rows' } }) // => '2 rows'
 */
export function fill(phrase: string, values: PhraseValues, lang: string, words: Words = {}): string {
  return phrase.replaceAll(placeholder, (_, tick: string, name: string, form?: string, key?: string) => {
    const value = values[name] ?? '…'
    if (form === 'count') return counted(Number(value), key ?? name, lang, words)
    const items = (Array.isArray(value) ? value : [value]).map((item) => {
      const text = form === 'word' || form === 'words' ? wordOf(String(item), words) : onOneLine(String(item))
      return `${tick}${text}${tick}`
    })
    return joined(items, form === 'or' || form === 'words' ? 'or' : 'and', lang)
  })
}

/** The placeholders of a phrase, each as it is written between its braces. */
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

/** A word that the room does not know is the user's own. */
function wordOf(key: string, words: Words): string {
  const word = words[key]
  return typeof word === 'string' ? word : (word?.other ?? `\`${onOneLine(key)}\``)
}

function counted(count: number, key: string, lang: string, words: Words): string {
  const forms = words[key]
  const word = typeof forms === 'string' ? forms : forms?.[new Intl.PluralRules(lang).select(count)]
  return `${new Intl.NumberFormat(lang).format(count)} ${word ?? wordOf(key, words)}`
}

/** A sentence stays on its line, whatever a value brings. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ')
}
