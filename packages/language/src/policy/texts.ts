/** Texts for people, in any number of languages. */

/** A text by language code (BCP 47, such as `es`). English is always there; the others as far as they were translated. */
export type Texts = Readonly<Record<string, string>> & { readonly en: string }

/**
 * Returns the text in a language, or in English where it was not translated. A code with a region or script that has no
 * text of its own takes the text of the wider code.
 *
 * @example
 * textIn({ en: 'sheriff', es: 'sheriff del condado' }, 'es') // => 'sheriff del condado'
 * textIn({ en: 'sheriff', es: 'sheriff del condado' }, 'es-MX') // => 'sheriff del condado'
 * textIn({ en: 'sheriff', es: 'sheriff del condado' }, 'vi') // => 'sheriff'
 */
export function textIn(texts: Texts, lang: string): string {
  return translationIn(texts, lang) ?? texts.en
}

/**
 * Returns the text in a language, or null where it was not translated.
 *
 * @example
 * translationIn({ en: 'sheriff', es: 'sheriff del condado' }, 'vi') // => null
 */
export function translationIn(texts: Texts, lang: string): string | null {
  for (let code = lang; code !== ''; code = code.slice(0, Math.max(code.lastIndexOf('-'), 0))) {
    const text = Object.hasOwn(texts, code) ? texts[code] : undefined
    if (text !== undefined) return text
  }
  return null
}
