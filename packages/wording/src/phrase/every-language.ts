/** Sentences of our own as texts for people: one in each language that we write. */
import type { Texts } from '@brightline/language'
import type { ByLanguage } from './by-language.ts'

/**
 * Makes a text in each language of some phrases.
 *
 * @example
 * inEveryLanguage({ en: 'read', es: 'leído' }, (phrase) => `${phrase}!`) // => { en: 'read!', es: 'leído!' }
 */
export function inEveryLanguage<Thing>(phrases: ByLanguage<Thing>, say: (thing: Thing, lang: string) => string): Texts {
  const said = Object.entries<Thing>(phrases).map(([lang, thing]) => [lang, say(thing, lang)])
  return { ...Object.fromEntries(said), en: say(phrases.en, 'en') }
}
