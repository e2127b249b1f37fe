/** A case that shows something, small enough to read aloud. */
import type { Condition } from '@brightline/language'
import type { CompiledAct } from '../diagram/compile.ts'
import type { Diagram } from '../diagram/store.ts'
import { everything, witness } from '../diagram/walk.ts'
import { testsOf, type FactValue } from '../fact/condition.ts'
import { sampleOf } from '../fact/space.ts'

/** One complete case of an act's space. */
export type Witness = ReadonlyMap<string, FactValue>

/** A case whose leaf is wanted, or null. */
export function findWitness(compiled: CompiledAct, diagram: Diagram, wanted: (leaf: number) => boolean): Witness | null {
  const cells = witness(compiled.store, diagram, everything(compiled.store), wanted)
  return cells === null ? null : toWitness(compiled, cells)
}

/** The case of one cell a level. */
export function toWitness(compiled: CompiledAct, cells: readonly number[]): Witness {
  return new Map(
    compiled.space.variables.flatMap(({ name, cells: all }, level) => {
      const cell = all[cells[level] ?? 0]
      return cell === undefined ? [] : [[name, sampleOf(cell)] as const]
    }),
  )
}

/** A case in words, with only the facts that some conditions read. */
export function witnessWords(found: Witness, conditions: readonly Condition[]): string {
  const read = new Set(conditions.flatMap((condition) => testsOf(condition).map(({ fact }) => fact)))
  const shown = [...found].filter(([name]) => read.has(name))
  return shown.map(([name, value]) => `${name} is ${value}`).join(', ') || 'in every case'
}
