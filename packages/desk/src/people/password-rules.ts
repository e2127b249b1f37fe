/** What a password must be: long, and not one of the first that anybody would try. */
import { normal, shortestPassword } from './password.ts'

/** What can be wrong with a password. */
export type PasswordFault = 'password-short' | 'password-easy'

/** Words that passwords are made of which everybody tries first. */
const easyWords =
  /password|passwort|contrase[nñ]a|qwerty(?:uiop)?|qwertz|asdf(?:ghjkl)?|zxcvbnm?|letmein|welcome|bienvenid[oa]|iloveyou|teamo|admin(?:istrator|istrador)?|changeme|secret[oa]?|sheriff|brightline|desk|police|policia|jail|login|monkey|dragon|football|baseball|abc|test/g

/**
 * Names what is wrong with a password; null where nothing is.
 *
 * @example
 * passwordFault('Password123456', 'records.night') // => 'password-easy'
 */
export function passwordFault(password: string, signInName: string): PasswordFault | null {
  const letters = Array.from(normal(password).toLowerCase())
  if (letters.length < shortestPassword) return 'password-short'
  const own = signInName.toLowerCase()
  const withoutName = own.length < 3 ? letters : Array.from(letters.join('').replaceAll(own, ''))
  // What is left without the words, digits and signs that everybody adds must still be something.
  const left = withoutName
    .join('')
    .replaceAll(easyWords, '')
    .replaceAll(/[\d\s\p{P}\p{S}]/gu, '')
  const isOfFew = new Set(letters).size < 5
  // A random word need hold few letters, but a name beside it makes it no longer.
  const isRandom = withoutName.length >= shortestPassword && !isPlain(withoutName)
  return isOfFew || isRow(letters) || (left.length < 4 && !isRandom) ? 'password-easy' : null
}

/** Tells if each sign follows the one before, up or down, nearly everywhere, as in 123456789012. */
function isRow(letters: readonly string[]): boolean {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) === 1)
  return steps.length >= codes.length * 0.75
}

/** Tells if a password is no random word: such a word mixes digits, letters and signs again and again. */
function isPlain(letters: readonly string[]): boolean {
  const kinds = letters.map((letter) => (/\d/.test(letter) ? 'digit' : /\p{L}/u.test(letter) ? 'letter' : 'sign'))
  return kinds.slice(1).filter((kind, at) => kind !== kinds[at]).length < letters.length / 2
}
