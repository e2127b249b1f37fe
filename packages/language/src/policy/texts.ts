/** Texts for people, in any number of languages. */

/** A text by language code (BCP 47, such as `es`). English is always there; the others as far as they were translated. */
export type Texts = Readonly<Record<string, string>> & { readonly en: string }

/**
 * Returns the text in a language, or in English where it was not translated.
 *
 * @example
 * textIn({ en: 'sheriff', es: 'sheriff del condado' }, 'es') // => 'sheriff del condado'
 */
export function textIn(texts: Texts, lang: string): string {
  return Object.hasOwn(texts, lang) ? (texts[lang] ?? texts.en) : texts.en
}
