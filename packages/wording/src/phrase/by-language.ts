/** Things that are written once a language. */

/** Something by language code. English and Spanish are complete; a language that is missing falls back to English. */
export type ByLanguage<Thing> = Readonly<Record<string, Thing>> & { readonly en: Thing; readonly es: Thing }

/**
 * Takes what is written in a language, or in English where nobody wrote it.
 *
 * @example
 * inLanguage({ en: 'read', es: 'leído' }, 'es') // => 'leído'
 * inLanguage({ en: 'read', es: 'leído' }, 'vi') // => 'read'
 */
export function inLanguage<Thing>(things: ByLanguage<Thing>, lang: string): Thing {
  return things[languageOf(things, lang)] ?? things.en
}

/** Chooses the language in which a thing is said: the one that is wished, the wider one of its code, or English. */
export function languageOf(things: ByLanguage<unknown>, lang: string): string {
  for (let code = lang; code !== ''; code = code.slice(0, Math.max(code.lastIndexOf('-'), 0))) {
    if (Object.hasOwn(things, code)) return code
  }
  return 'en'
}
