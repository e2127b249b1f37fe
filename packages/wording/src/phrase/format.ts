/**
 * The formats of numbers, days and words. Each is made once: making one takes a hundred times as long as using it, and
 * a page uses hundreds.
 */

/**
 * Gives the locale of a language as people in this country write it: by its name alone, English writes its days in the
 * order of the whole world and Spanish has no names for our time zones.
 *
 * @example
 * localeOf('es') // => 'es-US'
 * localeOf('vi') // => 'vi'
 */
export function localeOf(lang: string): string {
  return lang === 'en' || lang === 'es' ? `${lang}-US` : lang
}

/**
 * Gives the format of numbers of a locale.
 *
 * @example
 * numberFormat('en-US', { style: 'percent' }).format(0.5) // => '50%'
 */
export const numberFormat = keeping(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)

/**
 * Gives the format of days and times of a locale.
 *
 * @example
 * dateFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(0) // => 'January 1, 1970'
 */
export const dateFormat = keeping(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

/** Gives the format of lists of a locale. */
export const listFormat = keeping((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))

/** Gives the names that a locale has for languages. */
export const displayNames = keeping(
  (locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames([locale], options),
)

/** Gives the rules of plurals of a locale. */
export const pluralRules = keeping((locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options))

/** Makes each format once. There are as many as languages, time zones and ways of writing: a few dozen. */
function keeping<Options extends object, Format>(
  make: (locale: string, options: Options) => Format,
): (locale: string, options: Options) => Format {
  const made = new Map<string, Format>()
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`
    const known = made.get(key)
    if (known !== undefined) return known
    const format = make(locale, options)
    made.set(key, format)
    return format
  }
}
