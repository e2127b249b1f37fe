/**
 * The guard at every door: what protects a person is neither taken nor given, under no name, unless a cited law forces it.
 */
import { protectedThing, type Fact, type ProtectedThing, type Vocabulary } from '@brightline/language'

/** The meaning that a name would have for a person. A protected fact may have a name that tells nothing. */
export type ProtectedMeaning = ProtectedThing | 'protected-fact'

/** Things that say who a person is. A law may need one to be read, such as a date of birth; no table shows it. */
const whoSomebodyIs: ReadonlySet<ProtectedMeaning> = new Set([
  'identity-number',
  'person-name',
  'birth-date',
  'home-address',
])

/** The protected facts that a cited law forces. */
type Forced = Pick<ReadonlySet<string>, 'has'>

/** Guarded words: those of a vocabulary, and the facts that law forces. */
export interface Guarded {
  readonly vocabulary: Vocabulary
  readonly forced: Forced
}

/** Tells whether a fact may be used: it is not protected, or a cited law forces it. */
export function mayUseFact({ name, isProtected }: Pick<Fact, 'name' | 'isProtected'>, forced: Forced): boolean {
  return !isProtected || forced.has(name)
}

/**
 * Tells what the name of a column, a key or a field would say of a person; null where it may be used. A fact of the
 * vocabulary is judged by what it declares, in whatever letters its name is written.
 */
export function meaningOfName({ vocabulary, forced }: Guarded, name: string): ProtectedMeaning | null {
  const fact = vocabulary.facts.find((one) => folded(one.name) === folded(name))
  if (fact === undefined) return protectedThing(name)
  if (mayUseFact(fact, forced)) return null
  return protectedThing(fact.name) ?? 'protected-fact'
}

/**
 * Tells what a column would say of a person where a fact is read from it; null where it may be. A forced protected fact
 * may be read from any column, and who somebody is may be read for a fact that does not say it.
 */
export function meaningForFact(guarded: Guarded, fact: string, column: string): ProtectedMeaning | null {
  if (guarded.forced.has(fact)) return null
  const meaning = meaningOfName(guarded, column)
  return meaning !== null && whoSomebodyIs.has(meaning) ? null : meaning
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
