/** Regions of cases as facts with their values: what is true in all of a region, its alternatives, its exceptions. */
import type { FactValue } from '../fact/condition.ts'
import type { Cell, Space } from '../fact/space.ts'
import type { Box, Cover } from './cover.ts'

/** A value, or an inclusive range of numbers or days, of which an open end is null. */
export type Allowed = string | { readonly from: number | null; readonly to: number | null }

/** One fact with the values that it has in a box. */
export interface Part {
  readonly fact: string
  readonly values: readonly Allowed[]
}

/** A region of cases: what is true in all of it, which boxes it has, and which it leaves out. */
export interface Region {
  readonly always: readonly Part[]
  /** Each adds its parts to `always`; one empty box means that `always` says it all. */
  readonly boxes: readonly (readonly Part[])[]
  /** Cases that are not in the region although a box has them. */
  readonly unless: readonly (readonly Part[])[]
  /** Cases that the boxes leave out because there are too many boxes. */
  readonly rest: bigint
}

/** Describes a cover by the facts that its boxes name. */
export function describe(space: Space, { boxes, unless, rest }: Cover): Region {
  const parts = boxes.map((box) => partsOf(space, box))
  const [first = [], ...others] = parts
  const always = first.filter((part) => rest === 0n && others.every((box) => box.some((other) => isSame(part, other))))
  return {
    always,
    boxes: parts.map((box) => box.filter((part) => !always.some((other) => isSame(part, other)))),
    unless: unless.map((box) => partsOf(space, box)),
    rest,
  }
}

/**
 * Tells whether a case is in a region, by its boxes alone.
 *
 * @example
 * const part = { fact: 'f', values: [{ from: null, to: 5 }] }
 * isInRegion({ always: [part], boxes: [[]], unless: [], rest: 0n }, new Map([['f', 3]])) // => true
 * isInRegion({ always: [part], boxes: [[]], unless: [], rest: 0n }, new Map([['f', 6]])) // => false
 */
export function isInRegion({ always, boxes, unless }: Region, facts: ReadonlyMap<string, FactValue>): boolean {
  const isMet = ({ fact, values }: Part): boolean => values.some((allowed) => isAllowed(allowed, facts.get(fact)))
  const isBox = (box: readonly Part[]): boolean => box.every(isMet)
  return isBox(always) && boxes.some(isBox) && !unless.some(isBox)
}

function isAllowed(allowed: Allowed, value: FactValue | undefined): boolean {
  if (typeof allowed === 'string') return allowed === value
  if (typeof value !== 'number') return false
  return (allowed.from === null || allowed.from <= value) && (allowed.to === null || value <= allowed.to)
}

function isSame(one: Part, other: Part): boolean {
  return one.fact === other.fact && JSON.stringify(one.values) === JSON.stringify(other.values)
}

/** Tells the facts of a box in the order in which people are told of them. */
function partsOf({ variables, told }: Space, box: Box): readonly Part[] {
  return told.flatMap((level) => {
    const variable = variables[level]
    const chosen = box[level] ?? null
    return variable === undefined || chosen === null
      ? []
      : [{ fact: variable.name, values: valuesOf(variable.cells, chosen) }]
  })
}

function valuesOf(cells: readonly Cell[], chosen: ReadonlySet<number>): readonly Allowed[] {
  const ranges = cells.filter((cell) => cell.kind === 'range')
  const [least, most] = [ranges[0]?.from, ranges.at(-1)?.to]
  return joined(cells.filter((_, cell) => chosen.has(cell))).map((value) => {
    // A single number is itself, also at the end of its scale.
    if (typeof value === 'string' || value.from === value.to) return value
    return { from: value.from === least ? null : value.from, to: value.to === most ? null : value.to }
  })
}

/** Makes one range of those that touch. */
function joined(cells: readonly Cell[]): readonly (string | { readonly from: number; readonly to: number })[] {
  const values: (string | { from: number; to: number })[] = []
  for (const cell of cells) {
    const last = values.at(-1)
    if (cell.kind === 'name') values.push(cell.name)
    else if (cell.kind === 'never') values.push('never')
    else if (typeof last === 'object' && last.to + 1 === cell.from) last.to = cell.to
    else values.push({ from: cell.from, to: cell.to })
  }
  return values
}
