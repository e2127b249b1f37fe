/** The flag that names a language. */
import { canonicalLanguage, languagesOf, type Library } from '@brightline/language'
import { Option } from 'commander'
import type { Context } from '../context.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The languages of the words around the law. */
const ours: readonly string[] = ['en', 'es']

/** Declares the flag. */
export function langOption(): Option {
  return new Option('--lang <lang>', 'en, es or another language of the law').default('en')
}

/** Finds the language of the words around the law before flags are read, so that wrong use is told in it too. */
export function langIn(args: readonly string[]): string {
  const at = args.indexOf('--lang')
  const text = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length)
  return text !== undefined && ours.includes(text) ? text : 'en'
}

/** Reads the flag; from now on problems are told in that language, where there is a context. */
export function readLang(text: string, context: Pick<Context, 'speak'> | null = null): string {
  const lang = ours.includes(text) ? text : canonicalLanguage(text)
  if (lang === null) throw wrongUse('USE-0002', { word: text, known: ours })
  context?.speak(lang)
  return lang
}

/** Refuses a language in which the law says nothing: an English answer would not be what was asked for. */
export function needLang(lang: string, library: Library): void {
  if (isAmong(ours, lang)) return
  const known = [...new Set([...ours, ...languagesOf(library)])]
  if (!isAmong(known, lang)) throw wrongUse('USE-0003', { word: lang, known })
}

/** Tells whether a language, or a wider one, is among some. */
function isAmong(known: readonly string[], lang: string): boolean {
  return known.some((one) => one === lang || lang.startsWith(`${one}-`))
}

/** Reads the flag of a command that says more around the law than law. */
export function readOwnLang(text: string): string {
  if (!ours.includes(text)) throw wrongUse('USE-0002', { word: text, known: ours })
  return text
}
