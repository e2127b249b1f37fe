/** The languages of the screens, and which one a reader gets. */

/** The languages that every screen is written in, by their own names. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
] as const

/** A language of the screens. */
export type Language = (typeof languages)[number]['code']

/** What a request says about languages, the strongest first. */
export interface Wishes {
  /** What the link says: a language in the address. */
  readonly asked: string | undefined
  /** What the browser was told before. */
  readonly kept: string | undefined
  /** What the browser accepts, best first. */
  readonly accepted: string | undefined
}

/** Chooses the language of a page. */
export function languageFor({ asked, kept, accepted }: Wishes): Language {
  const wished = [asked, kept, ...(accepted ?? '').split(',').map((one) => one.trim().split(/[-;]/)[0])]
  for (const wish of wished) {
    const found = languages.find(({ code }) => code === wish)
    if (found !== undefined) return found.code
  }
  return 'en'
}

/** Tells if a text is a language of the screens. */
export function isLanguage(code: string | undefined): code is Language {
  return languages.some((language) => language.code === code)
}
