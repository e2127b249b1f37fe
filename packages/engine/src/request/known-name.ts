/** Names of the vocabulary as people write them: the name itself, another case, or the label that a form prints. */
import { nearest, type ProblemValue, type Texts, type Where } from '@brightline/language'
import type { RequestCode } from './codes.ts'
import { isNameLike, problem, type RequestProblem } from './problem.ts'

/** Something with a name, and perhaps what it is called in some languages. */
export interface Named {
  readonly name: string
  readonly label?: Texts
}

/** At most this many names are listed. */
const namesShown = 12

/**
 * Finds the name that a text means; null where it means none, or could mean two.
 *
 * @example
 * const label = { en: 'Form I-247A, Immigration Detainer (since April 2017)' }
 * nameMeant('Form I-247A', [{ name: 'i-247a', label }]) // => 'i-247a'
 * nameMeant('I 247A', [{ name: 'i-247a', label }]) // => 'i-247a'
 * nameMeant('I-247', [{ name: 'i-247a', label }]) // => null
 */
export function nameMeant(text: string, known: readonly Named[]): string | null {
  if (known.some(({ name }) => name === text)) return text
  const spelled = folded(text)
  if (spelled === '') return null
  const meant = known.filter((named) => spellingsOf(named).has(spelled))
  const [only] = meant
  return meant.length === 1 && only !== undefined ? only.name : null
}

/** Makes the problem of a name that nothing has, with what was probably meant. */
export function unknownName(code: RequestCode, where: Where, text: string, names: readonly string[]): RequestProblem {
  return problem(code, where, unknownValues(text, names))
}

/** Says what was written, where it cannot be personal, and what was probably meant or could be. */
export function unknownValues(text: string, names: readonly string[]): Readonly<Record<string, ProblemValue>> {
  const meant = nearest(text.toLowerCase(), names)
  return {
    ...(isNameLike(text) ? { name: text } : {}),
    ...(meant === null ? {} : { meant }),
    known: names.slice(0, namesShown),
    more: Math.max(names.length - namesShown, 0),
  }
}

/** Keeps letters and digits, without case and accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
}

/** Lists the name, its labels, and each label up to its first comma or bracket. */
function spellingsOf(named: Named): ReadonlySet<string> {
  const known = spellings.get(named)
  if (known !== undefined) return known
  const labels = Object.values(named.label ?? {})
  const made = new Set([named.name, ...labels, ...labels.map((label) => label.replace(/[,(].*$/s, ''))].map(folded))
  spellings.set(named, made)
  return made
}

const spellings = new WeakMap<Named, ReadonlySet<string>>()
