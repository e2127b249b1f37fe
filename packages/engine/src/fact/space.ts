/**
 * The finite space of cases that a set of conditions can tell apart.
 *
 * Numbers and dates are cut at the constants that the conditions use, so that every cell is one case to them.
 */
import type { Fact, FactType, Vocabulary } from '@brightline/language'
import { agencyFact, publicKinds, testHolds, type FactTest, type FactValue } from './condition.ts'

/** A set of values that no condition tells apart. Names are single values; ranges are inclusive. */
export type Cell =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'never' }

/** A fact with its cells. */
export interface Variable {
  readonly name: string
  readonly cells: readonly Cell[]
  /** The values that the fact may have while nobody gave it one; null is all. */
  readonly notGiven: readonly FactValue[] | null
}

/** The variables of a space, in the order of the diagrams. */
export interface Space {
  readonly variables: readonly Variable[]
  /** The levels in the order in which people are told of them: that of the vocabulary. */
  readonly told: readonly number[]
  readonly levelOf: ReadonlyMap<string, number>
  /** The kind of agency of every case; null where it is a variable, or nothing reads it. */
  readonly agency: string | null
}

/** Days before year 1 and after year 9999 do not occur. */
export const firstDay = -719_162
export const lastDay = 2_932_896

/**
 * Builds the space of the facts that some tests read, which come provision by provision. What is read throughout them
 * stands on top, the most often read first, and what only a part of them reads stands where that part does, beside what
 * it is read with: that keeps diagrams small. An agency that is given is no variable, and values that are known not to
 * occur have no cell.
 */
export function buildSpace(
  vocabulary: Vocabulary,
  tests: readonly FactTest[],
  { agency = null, known = anything }: { readonly agency?: string | null; readonly known?: Known } = {},
): Space {
  const readings = new Map<string, Reading>()
  for (const [at, test] of tests.entries()) {
    const before = readings.get(test.fact)
    if (before === undefined) readings.set(test.fact, { tests: [test], first: at, last: at, sum: at })
    else {
      before.tests.push(test)
      before.last = at
      before.sum += at
    }
  }
  const found: (Variable & { readonly reading: Reading })[] = []
  const ofAgency = agency === null ? readings.get(agencyFact) : undefined
  if (ofAgency !== undefined) {
    const kinds = vocabulary.agencies.map(({ name }) => name)
    const cells = cellsOfNames(kinds, known(agencyFact))
    found.push({ name: agencyFact, cells, notGiven: publicKinds(vocabulary), reading: ofAgency })
  }
  for (const fact of vocabulary.facts) {
    const reading = readings.get(fact.name)
    if (reading === undefined) continue
    const cells = cellsOf(fact.type, reading.tests, known(fact.name))
    found.push({ name: fact.name, cells, notGiven: notGiven(fact), reading })
  }
  const isThroughout = ({ reading: { first, last } }: (typeof found)[number]): boolean =>
    last - first >= tests.length / 2
  const variables = [
    ...found.filter(isThroughout).sort((a, b) => b.reading.tests.length - a.reading.tests.length),
    ...found.filter((one) => !isThroughout(one)).sort((a, b) => middleOf(a.reading) - middleOf(b.reading)),
  ].map(({ name, cells, notGiven }): Variable => ({ name, cells, notGiven }))
  const levelOf = new Map(variables.map(({ name }, level) => [name, level]))
  return { variables, told: found.map(({ name }) => levelOf.get(name) ?? 0), levelOf, agency }
}

/** The tests of one fact, and where they stand among all tests. */
interface Reading {
  readonly tests: FactTest[]
  readonly first: number
  last: number
  sum: number
}

function middleOf({ tests, sum }: Reading): number {
  return sum / tests.length
}

/** Lists the values that a fact may have while nobody gave it one: a volunteered fact is no. Null is all. */
export function notGiven({ isVolunteered }: Fact): readonly FactValue[] | null {
  // INVARIANT: the language lets only yes/no facts be volunteered.
  return isVolunteered ? ['no'] : null
}

/** Gives the values that a fact may have; null is any of its values. */
export type Known = (fact: string) => readonly FactValue[] | null

function anything(): null {
  return null
}

/** Cuts a fact into its cells under some tests; of the values that it may have, where that is known. */
function cellsOf(type: FactType, tests: readonly FactTest[], values: readonly FactValue[] | null): readonly Cell[] {
  switch (type.kind) {
    case 'yes-no':
      return cellsOfNames(['no', 'yes'], values)
    case 'one-of':
      return cellsOfNames(
        type.values.map(({ name }) => name),
        values,
      )
    case 'number': {
      const never = type.canBeNever ? [{ kind: 'never' } as const] : []
      return withAny([...cut(type.min, type.max, tests), ...never], values)
    }
    case 'date':
      return withAny(cut(firstDay, lastDay, tests), values)
  }
}

function cellsOfNames(names: readonly string[], values: readonly FactValue[] | null): readonly Cell[] {
  const left = values === null ? names : names.filter((name) => values.includes(name))
  return left.map((name) => ({ kind: 'name', name }))
}

/** Keeps the cells that hold any of some values. */
function withAny(cells: readonly Cell[], values: readonly FactValue[] | null): readonly Cell[] {
  return values === null ? cells : cells.filter((cell) => values.some((value) => isIn(cell, value)))
}

/** Picks one value that stands for a cell: its first, or its last where the first is only where the calendar begins. */
export function sampleOf(cell: Cell): FactValue {
  switch (cell.kind) {
    case 'name':
      return cell.name
    case 'range':
      return cell.from === firstDay && cell.to !== lastDay ? cell.to : cell.from
    case 'never':
      return 'never'
  }
}

/** Tells whether a cell satisfies a test; all its values agree. */
function cellSatisfies(cell: Cell, test: FactTest): boolean {
  return testHolds(test, sampleOf(cell))
}

/** Gives a bit for each cell of a fact that satisfies a test of it. Worked out once in a space. */
export function satisfyingCells(space: Space, level: number, test: FactTest): number {
  const known = satisfyingBySpace.get(space) ?? new Map<FactTest, number>()
  satisfyingBySpace.set(space, known)
  const before = known.get(test)
  if (before !== undefined) return before
  const cells = space.variables[level]?.cells ?? []
  const made = cells.reduce((bits, cell, at) => (cellSatisfies(cell, test) ? bits | (1 << at) : bits), 0)
  known.set(test, made)
  return made
}

const satisfyingBySpace = new WeakMap<Space, Map<FactTest, number>>()

/** Finds the index of the cell that holds a value, or -1. */
export function cellIndex(variable: Variable, value: FactValue): number {
  return variable.cells.findIndex((cell) => isIn(cell, value))
}

function isIn(cell: Cell, value: FactValue): boolean {
  switch (cell.kind) {
    case 'name':
      return cell.name === value
    case 'range':
      return typeof value === 'number' && cell.from <= value && value <= cell.to
    case 'never':
      return value === 'never'
  }
}

/** Tells whether a value belongs to the type of a fact. */
export function isValueOf(fact: Fact, value: FactValue): boolean {
  const { type } = fact
  switch (type.kind) {
    case 'yes-no':
      return value === 'yes' || value === 'no'
    case 'one-of':
      return type.values.some(({ name }) => name === value)
    case 'number':
      if (value === 'never') return type.canBeNever
      return typeof value === 'number' && Number.isInteger(value) && type.min <= value && value <= type.max
    case 'date':
      return typeof value === 'number' && Number.isInteger(value) && firstDay <= value && value <= lastDay
  }
}

function cut(min: number, max: number, tests: readonly FactTest[]): readonly Cell[] {
  const starts = new Set([min])
  for (const test of tests) {
    if (test.kind !== 'range') continue
    if (test.from !== null && test.from > min && test.from <= max) starts.add(test.from)
    if (test.to !== null && test.to + 1 > min && test.to + 1 <= max) starts.add(test.to + 1)
  }
  const sorted = [...starts].sort((a, b) => a - b)
  return sorted.map((from, index) => ({ kind: 'range', from, to: (sorted[index + 1] ?? max + 1) - 1 }))
}
