/** The knowledge of a case: for each fact, the values that it may still have. */
import type { Condition, Impossible, Vocabulary } from '@brightline/language'
import { agencyFact, publicKinds, testHolds, testsOf, type FactTest, type FactValue } from './condition.ts'
import { factsByName } from './facts-by-name.ts'
import { mayUseFact } from './protected.ts'
import { cellIndex, isValueOf, notGiven, satisfyingCells, type Known, type Space } from './space.ts'

/**
 * The state of one fact. A fact without a state was not asked yet.
 * `one-of` narrows a fact to some values, as a list of convictions can; `cannot-say` was asked in vain.
 */
export type FactState =
  | { readonly kind: 'value'; readonly value: FactValue }
  | { readonly kind: 'one-of'; readonly values: readonly FactValue[] }
  | { readonly kind: 'cannot-say' }

/** The state of each fact that was touched. */
export type Knowledge = ReadonlyMap<string, FactState>

/** Certainly, perhaps, or certainly not. */
export type Truth = 'yes' | 'maybe' | 'no'

/** Something wrong with what is known: the fact, or the declared combination of facts that cannot be. */
export type FactProblem =
  | { readonly code: 'FACT-0001' | 'FACT-0002' | 'FACT-0003'; readonly fact: string }
  | { readonly code: 'FACT-0004'; readonly impossible: Impossible }

/** Gives for each level of a space a bit for each cell that is still possible. What nobody gave may be what its variable says. */
export function possibleCells(space: Space, knowledge: Knowledge): number[] {
  return space.variables.map((variable) => {
    const values = valuesOf(knowledge.get(variable.name), variable.notGiven)
    if (values === null) return 2 ** variable.cells.length - 1
    return values.reduce<number>((cells, value) => {
      const cell = cellIndex(variable, value)
      return cell < 0 ? cells : cells | (1 << cell)
    }, 0)
  })
}

/** A test that says whether a condition holds for every, some or no value that the facts may have, each fact by itself. */
export type TruthTest = (possible: readonly number[]) => Truth

/** Makes the test of a condition over the cells of a space, once. */
export function truthTest(condition: Condition, space: Space): TruthTest {
  const tests = testsBySpace.get(space) ?? new Map<Condition, TruthTest>()
  testsBySpace.set(space, tests)
  const known = tests.get(condition)
  if (known !== undefined) return known
  const made = makeTest(condition, space)
  tests.set(condition, made)
  return made
}

const testsBySpace = new WeakMap<Space, Map<Condition, TruthTest>>()

function makeTest(condition: Condition, space: Space): TruthTest {
  switch (condition.kind) {
    case 'always':
      return () => 'yes'
    case 'all':
      return truthOfAll(condition.of.map((part) => truthTest(part, space)))
    case 'any': {
      const none = truthOfAll(condition.of.map((part) => negated(truthTest(part, space))))
      return negated(none)
    }
    case 'not':
      return negated(truthTest(condition.of, space))
    case 'term':
      return truthTest(condition.of, space)
    case 'is':
    case 'range':
    case 'never':
      return cellTest(condition, space)
  }
}

/** Yes if all are, no if one is not. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no'
  return truths.includes('maybe') ? 'maybe' : 'yes'
}

/** Gives the opposite. */
export function not(truth: Truth): Truth {
  if (truth === 'maybe') return 'maybe'
  return truth === 'yes' ? 'no' : 'yes'
}

/**
 * Refuses facts that are unknown, mistyped, protected or impossible together.
 *
 * `forced` names the protected facts that a cited law in the stack forces. Values are never repeated.
 */
export function checkKnowledge(
  vocabulary: Vocabulary,
  knowledge: Knowledge,
  forced: ReadonlySet<string>,
): readonly FactProblem[] {
  const problems: FactProblem[] = []
  const named = factsByName(vocabulary)
  for (const [name, known] of knowledge) {
    if (name === agencyFact) continue
    const fact = named.get(name)
    if (fact === undefined) problems.push({ code: 'FACT-0001', fact: name })
    else if (!mayUseFact(fact, forced)) problems.push({ code: 'FACT-0003', fact: name })
    else if (valuesOf(known, null)?.every((value) => isValueOf(fact, value)) === false) {
      problems.push({ code: 'FACT-0002', fact: name })
    }
  }
  if (problems.length > 0) return problems
  return impossibleAmong(vocabulary, knowledge).map((impossible) => ({ code: 'FACT-0004', impossible }))
}

/** Finds the impossible combinations that are certainly among the facts. */
export function impossibleAmong(vocabulary: Vocabulary, knowledge: Knowledge): readonly Impossible[] {
  const { always, byFact } = impossibleIn(vocabulary)
  const known = knownIn(vocabulary, knowledge)
  const looked = new Set(always)
  for (const fact of knowledge.keys()) for (const one of byFact.get(fact) ?? []) looked.add(one)
  const found = [...looked].filter(({ condition }) => truthOfKnown(condition, known) === 'yes')
  return found.length === 0 ? [] : vocabulary.impossible.filter((one) => found.includes(one))
}

/** The impossible combinations that are among no facts at all, and the others by each fact that they read. */
interface ImpossibleByFact {
  readonly always: readonly Impossible[]
  readonly byFact: ReadonlyMap<string, readonly Impossible[]>
}

/** Sorts the impossible combinations of a vocabulary by what they read. Made once. */
function impossibleIn(vocabulary: Vocabulary): ImpossibleByFact {
  const known = impossibleByVocabulary.get(vocabulary)
  if (known !== undefined) return known
  const byFact = new Map<string, Impossible[]>()
  for (const one of vocabulary.impossible) {
    for (const { fact } of testsOf(one.condition)) byFact.set(fact, [...(byFact.get(fact) ?? []), one])
  }
  const none: Knowledge = new Map()
  const always = vocabulary.impossible.filter(({ condition }) => truthGiven(condition, vocabulary, none) === 'yes')
  const made = { always, byFact }
  impossibleByVocabulary.set(vocabulary, made)
  return made
}

const impossibleByVocabulary = new WeakMap<Vocabulary, ImpossibleByFact>()

/**
 * Tells the truth of a condition over what is known, each fact by itself.
 *
 * @example
 * const condition = { kind: 'is', fact: 'court.order', values: ['yes'] }
 * truthGiven(condition, library.vocabulary, new Map()) // => 'maybe'
 */
export function truthGiven(condition: Condition, vocabulary: Vocabulary, knowledge: Knowledge): Truth {
  return truthOfKnown(condition, knownIn(vocabulary, knowledge))
}

/** Makes what gives the values that each fact may have by what is known. */
export function knownIn(vocabulary: Vocabulary, knowledge: Knowledge): Known {
  const offered = notGivenIn(vocabulary)
  const values = new Map<string, readonly FactValue[] | null>()
  for (const [fact, state] of knowledge) values.set(fact, valuesOf(state, offered.get(fact) ?? null))
  return (fact) => values.get(fact) ?? offered.get(fact) ?? null
}

/**
 * Makes what gives the values that a condition leaves to each fact, as far as its tests stand side by side: of what it
 * says with *or* and *not* nothing is taken.
 */
export function knownWhere(condition: Condition): Known {
  const left = new Map<string, readonly FactValue[]>()
  const note = (part: Condition): void => {
    if (part.kind === 'all') part.of.forEach(note)
    else if (part.kind === 'term') note(part.of)
    else if (part.kind === 'is') {
      const before = left.get(part.fact) ?? part.values
      left.set(
        part.fact,
        before.filter((value) => typeof value === 'string' && part.values.includes(value)),
      )
    }
  }
  note(condition)
  return (fact) => left.get(fact) ?? null
}

/** Lists the facts that have only some of their values while nobody gave them one. Made once. */
function notGivenIn(vocabulary: Vocabulary): ReadonlyMap<string, readonly FactValue[]> {
  const known = offeredBy.get(vocabulary)
  if (known !== undefined) return known
  const made = new Map<string, readonly FactValue[]>()
  const note = (name: string, values: readonly FactValue[] | null): void => {
    if (values !== null) made.set(name, values)
  }
  note(agencyFact, publicKinds(vocabulary))
  for (const fact of vocabulary.facts) note(fact.name, notGiven(fact))
  offeredBy.set(vocabulary, made)
  return made
}

const offeredBy = new WeakMap<Vocabulary, ReadonlyMap<string, readonly FactValue[]>>()

/** Tells the truth of a condition over known values, each fact by itself, without a space. */
export function truthOfKnown(condition: Condition, known: Known): Truth {
  switch (condition.kind) {
    case 'always':
      return 'yes'
    case 'all':
      return truthOfParts(condition.of, known, 'no')
    case 'any':
      return truthOfParts(condition.of, known, 'yes')
    case 'not':
      return not(truthOfKnown(condition.of, known))
    case 'term':
      return truthOfKnown(condition.of, known)
    case 'is':
    case 'range':
    case 'never':
      return truthOfTest(condition, known(condition.fact))
  }
}

/** Tells the truth of parts of which one settles the whole: one that fails all of them, or one that holds any. */
function truthOfParts(parts: readonly Condition[], known: Known, settling: 'yes' | 'no'): Truth {
  let truth = not(settling)
  for (const part of parts) {
    const one = truthOfKnown(part, known)
    if (one === settling) return settling
    if (one === 'maybe') truth = 'maybe'
  }
  return truth
}

/** Tells whether a test holds for all, some or none of the values that are left; null is any. */
function truthOfTest(test: FactTest, values: readonly FactValue[] | null): Truth {
  if (values === null) return 'maybe'
  let holding = 0
  for (const value of values) if (testHolds(test, value)) holding += 1
  if (holding === values.length) return 'yes'
  return holding > 0 ? 'maybe' : 'no'
}

/** Gives the values that a fact may have; null is any of its values. */
function valuesOf(known: FactState | undefined, otherwise: readonly FactValue[] | null): readonly FactValue[] | null {
  if (known?.kind === 'value') return [known.value]
  if (known?.kind === 'one-of') return known.values
  return otherwise
}

function truthOfAll(tests: readonly TruthTest[]): TruthTest {
  return (possible) => {
    let truth: Truth = 'yes'
    for (const test of tests) {
      const one = test(possible)
      if (one === 'no') return 'no'
      if (one === 'maybe') truth = 'maybe'
    }
    return truth
  }
}

function negated(test: TruthTest): TruthTest {
  return (possible) => not(test(possible))
}

function cellTest(test: FactTest, space: Space): TruthTest {
  if (test.fact === agencyFact && space.agency !== null) {
    const truth = testHolds(test, space.agency) ? 'yes' : 'no'
    return () => truth
  }
  const level = space.levelOf.get(test.fact)
  if (level === undefined) return () => 'maybe'
  const holding = satisfyingCells(space, level, test)
  return (possible) => {
    const cells = possible[level] ?? 0
    if ((cells & ~holding) === 0) return 'yes'
    return (cells & holding) === 0 ? 'no' : 'maybe'
  }
}
