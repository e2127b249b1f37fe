/** Texts for people from their syntax. */
import type * as syntax from '../generated/ast.ts'
import { canonicalLanguage } from './language-code.ts'
import type { Texts } from './texts.ts'

/** Lowers a text that may be left out. */
export function textsOrNull(node: syntax.Texts | undefined): Texts | null {
  return node === undefined ? null : toTexts(node)
}

/** Lowers a text with its translations. */
export function toTexts({ en, es, translations }: syntax.Texts): Texts {
  return {
    en,
    ...(es === undefined ? {} : { es }),
    ...Object.fromEntries(translations.map(({ lang, text }) => [canonicalLanguage(lang) ?? lang, text])),
  }
}
