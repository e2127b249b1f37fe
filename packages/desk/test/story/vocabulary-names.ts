/** The names that a law gives to its facts, values, acts and times, and what a page may say in English in any language. */
import { testLaw } from '../test-law.ts'

/** Names that are words of English, too. */
const words = ['child-care']

let kept: ReadonlySet<string> | null = null

/** Lists the names that are no words of a language: with a dot, a hyphen or a slash inside. */
export async function vocabularyNames(): Promise<ReadonlySet<string>> {
  if (kept !== null) return kept
  const { library } = await testLaw.all()
  const { acts, facts, events, agencies } = library.vocabulary
  const values = facts.flatMap(({ type }) => (type.kind === 'one-of' ? type.values.map(({ name }) => name) : []))
  const own = [acts, facts, agencies].flatMap((list) => list.map(({ name }) => name))
  const times = events.flatMap(({ name }) => [name, `time:${name}`])
  const places = [...library.places, ...library.instruments].map(({ id }) => id)
  kept = new Set(
    [...own, ...values, ...times, ...places].filter((name) => /[.:/-]/.test(name) && !words.includes(name)),
  )
  return kept
}

/** Lists what laws and places are called, which is said in English in any language. The longest come first. */
export async function namesOfLaw(): Promise<readonly string[]> {
  const { library } = await testLaw.all()
  const found = new Set<string>()
  JSON.stringify([library.instruments, library.authorities, library.places], (key, value: unknown) => {
    if (typeof value === 'string' && ['title', 'cite'].includes(key)) found.add(value)
    return value
  })
  return [...found].toSorted((a, b) => b.length - a.length)
}
