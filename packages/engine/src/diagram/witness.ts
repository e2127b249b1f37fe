/** A case that shows something, small enough to read aloud. */
import type { CompiledAct } from './compile.ts'
import type { Diagram } from './store.ts'
import { everything, witness } from './walk.ts'
import type { FactValue } from '../fact/condition.ts'
import { sampleOf } from '../fact/space.ts'

/** One case of an act's space. */
export interface Witness {
  /** Every fact of the space. */
  readonly complete: ReadonlyMap<string, FactValue>
  /** The facts that make it so; the others may have any value that is possible with them. */
  readonly decisive: ReadonlyMap<string, FactValue>
}

/** Finds a case whose leaf is wanted, or null. */
export function findWitness(
  compiled: CompiledAct,
  diagram: Diagram,
  wanted: (leaf: number) => boolean,
): Witness | null {
  const cells = witness(compiled.store, diagram, everything(compiled.store), wanted)
  return cells === null ? null : toWitness(compiled, cells)
}

/** Makes the case of one cell a level, -1 for any. */
export function toWitness(compiled: CompiledAct, cells: readonly number[]): Witness {
  const complete = new Map<string, FactValue>()
  const decisive = new Map<string, FactValue>()
  const { variables, told } = compiled.space
  for (const level of told) {
    const variable = variables[level]
    const chosen = cells[level] ?? -1
    const cell = variable?.cells[Math.max(chosen, 0)]
    if (variable === undefined || cell === undefined) continue
    const { name } = variable
    complete.set(name, sampleOf(cell))
    if (chosen >= 0) decisive.set(name, sampleOf(cell))
  }
  return { complete, decisive }
}

/**
 * Writes down the decisive facts of a case, each as `fact = value`.
 *
 * @example
 * factsOf({ complete: new Map(), decisive: new Map([['court.order', 'yes']]) }) // => ['court.order = yes']
 */
export function factsOf({ decisive }: Witness): readonly string[] {
  return [...decisive].map(([name, value]) => `${name} = ${value}`)
}
