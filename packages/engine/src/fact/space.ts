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
 * Builds the space of the facts that some tests read. What is read most often stands on top: that keeps diagrams small.
 * Where facts are read as often, the words of every place come before those of one. An agency that is given is no
 * variable, and values that are known not to occur have no cell.
 */
export function buildSpace(
  vocabulary: Vocabulary,
  tests: readonly FactTest[],
  { agency = null, known = anything }: { readonly agency?: string | null; readonly known?: Known } = {},
): Space {
  const testsByFact = new Map<string, FactTest[]>()
  for (const test of tests) {
    const read = testsByFact.get(test.fact)
    if (read === undefined) testsByFact.set(test.fact, [test])
    else read.push(test)
  }
  const found: { readonly variable: Variable; readonly count: number; readonly isLocal: boolean }[] = []
  if (agency === null && testsByFact.has(agencyFact)) {
    const kinds = vocabulary.agencies.map(({ name }) => name)
    const variable = {
      name: agencyFact,
      cells: cellsOfNames(kinds, known(agencyFact)),
      notGiven: publicKinds(vocabulary),
    }
    found.push({ variable, count: testsByFact.get(agencyFact)?.length ?? 0, isLocal: false })
  }
  for (const fact of vocabulary.facts) {
    const read = testsByFact.get(fact.name)
    if (read === undefined) continue
    const variable = { name: fact.name, cells: cellsOf(fact.type, read, known(fact.name)), notGiven: notGiven(fact) }
    found.push({ variable, count: read.length, isLocal: fact.place !== undefined })
  }
  const ordered = found.toSorted((a, b) => b.count - a.count || Number(a.isLocal) - Number(b.isLocal))
  const variables = ordered.map(({ variable }) => variable)
  const levelOf = new Map(variables.map(({ name }, level) => [name, level]))
  return { variables, told: found.map(({ variable }) => levelOf.get(variable.name) ?? 0), levelOf, agency }
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
