/** The meaning of a condition for one complete case, and the facts that it reads. */
import type { Condition, Vocabulary } from '@brightline/language'

/** A value of a fact: a name for yes/no and one-of facts, an integer or `never` for numbers, a day number for dates. */
export type FactValue = string | number

/** Every fact that matters has a value. The agency is the fact `agency`. */
export type CompleteCase = ReadonlyMap<string, FactValue>

/** The name under which the kind of agency is a fact. */
export const agencyFact = 'agency'

/** The fact that says which form was received; its values name the acts that they ask for. */
export const formFact = 'request.form'

/**
 * Tells whether a condition holds in a complete case.
 *
 * @example
 * holds({ kind: 'is', fact: 'request.form', values: ['i-247a'] }, new Map([['request.form', 'i-247a']])) // => true
 */
export function holds(condition: Condition, facts: CompleteCase): boolean {
  switch (condition.kind) {
    case 'always':
      return true
    case 'all':
      return condition.of.every((part) => holds(part, facts))
    case 'any':
      return condition.of.some((part) => holds(part, facts))
    case 'not':
      return !holds(condition.of, facts)
    case 'term':
      return holds(condition.of, facts)
    case 'is':
    case 'range':
    case 'never':
      return testHolds(condition, valueOf(facts, condition.fact))
  }
}

/** A condition that tests one fact. */
export type FactTest = Extract<Condition, { readonly fact: string }>

/** Tells whether a test holds for one value. */
export function testHolds(test: FactTest, value: FactValue): boolean {
  switch (test.kind) {
    case 'is':
      return typeof value === 'string' && test.values.includes(value)
    case 'range':
      return typeof value === 'number' && (test.from ?? -Infinity) <= value && value <= (test.to ?? Infinity)
    case 'never':
      return value === 'never'
  }
}

/** Lists every test in a condition, through its terms. */
export function testsOf(condition: Condition): readonly FactTest[] {
  const known = testsByCondition.get(condition)
  if (known !== undefined) return known
  const tests = listTests(condition)
  testsByCondition.set(condition, tests)
  return tests
}

const testsByCondition = new WeakMap<Condition, readonly FactTest[]>()

function listTests(condition: Condition): readonly FactTest[] {
  switch (condition.kind) {
    case 'always':
      return []
    case 'all':
    case 'any':
      return condition.of.flatMap(testsOf)
    case 'not':
    case 'term':
      return testsOf(condition.of)
    case 'is':
    case 'range':
    case 'never':
      return [condition]
  }
}

/** Lists the facts that a condition reads, through its terms. */
export function factsOf(condition: Condition): ReadonlySet<string> {
  const known = factsByCondition.get(condition)
  if (known !== undefined) return known
  const facts = new Set(testsOf(condition).map(({ fact }) => fact))
  factsByCondition.set(condition, facts)
  return facts
}

const factsByCondition = new WeakMap<Condition, ReadonlySet<string>>()

/** The kinds of agency that law knows. */
type Kinds = Pick<Vocabulary, 'agencies'>

/** Makes the condition that the agency is one of these kinds, once for each list; null is every public kind. */
export function forAgencies(agencies: readonly string[] | null, kinds: Kinds): Condition {
  const values = agencies ?? publicKinds(kinds)
  if (values === null) return { kind: 'always' }
  const known = conditionByKinds.get(values)
  if (known !== undefined) return known
  const made: Condition = { kind: 'is', fact: agencyFact, values }
  conditionByKinds.set(values, made)
  return made
}

const conditionByKinds = new WeakMap<readonly string[], Condition>()

/** Tells whether what binds these kinds of agency binds this one; null is every public kind. */
export function bindsKind(agencies: readonly string[] | null, agency: string, kinds: Kinds): boolean {
  return (agencies ?? publicKinds(kinds))?.includes(agency) ?? true
}

/** Lists the public kinds of agency; null where no kind is private, so that they are all. */
export function publicKinds({ agencies }: Kinds): readonly string[] | null {
  const known = publicByKinds.get(agencies)
  if (known !== undefined) return known
  const found = agencies.filter(({ isPrivate }) => !isPrivate).map(({ name }) => name)
  const made = found.length === agencies.length ? null : found
  publicByKinds.set(agencies, made)
  return made
}

const publicByKinds = new WeakMap<Kinds['agencies'], readonly string[] | null>()

function valueOf(facts: CompleteCase, fact: string): FactValue {
  const value = facts.get(fact)
  if (value === undefined) throw new Error(`a complete case lacks the fact ${fact}`)
  return value
}
