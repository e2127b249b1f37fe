/** Codes of languages, as BCP 47 defines them. */

/**
 * Returns a language code in its canonical spelling, or null where it names no language.
 *
 * A code is a language, perhaps with a script and a region: what else BCP 47 allows, no text of law needs.
 *
 * @example
 * canonicalLanguage('zh-hant') // => 'zh-Hant'
 * canonicalLanguage('iw') // => 'he'
 * canonicalLanguage('english') // => null
 */
export function canonicalLanguage(code: string): string | null {
  if (!/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?$/i.test(code)) return null
  const canonical = Intl.getCanonicalLocales(code)[0] ?? code
  // The codes of two letters are a closed list; of the thousands with three letters, Intl knows the largest languages.
  const isKnown = /^[a-z]{3}/.test(canonical) || languageNames().of(canonical.slice(0, 2)) !== undefined
  return isKnown ? canonical : null
}

let names: Intl.DisplayNames | null = null

/** Names languages. Made when it is first asked: few commands read a code, and Intl takes milliseconds to load its names. */
function languageNames(): Intl.DisplayNames {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  return names
}
