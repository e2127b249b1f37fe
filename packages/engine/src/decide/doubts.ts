/** Doubt rules: what the law says to do while nobody knows whether a term holds. */
import type { Doubt } from '@brightline/language'
import { compileCondition, type CompiledAct } from '../diagram/compile.ts'
import { leaf, leafValue, type Diagram } from '../diagram/store.ts'
import { reachableBits } from '../diagram/walk.ts'

/** Lists the doubt rules that bear on an act and whose term holds in some possible cases and fails in others. */
export function openDoubts(compiled: CompiledAct, possible: readonly number[]): readonly Doubt[] {
  return compiled.doubts.flatMap((doubt, index) => {
    const truth = truthDiagrams(compiled)[index]
    const isOpen = truth !== undefined && reachableBits(compiled.store, truth, possible, truthBits) === both
    return isOpen ? [doubt] : []
  })
}

/** Keeps only the cases in which each term is as its doubt rule says; the others become impossible. */
export function treatedAs(compiled: CompiledAct, doubts: readonly Doubt[]): Diagram {
  if (doubts.length === 0) return compiled.diagram
  const made = treatedByAct.get(compiled) ?? new Map<string, Diagram>()
  treatedByAct.set(compiled, made)
  const key = doubts.map(({ id }) => id).join()
  const known = made.get(key)
  if (known !== undefined) return known
  const treated = doubts.reduce((rest, { condition, treatAs }) => {
    const keep = (value: number, holds: number): number => ((holds === 1) === treatAs ? value : 0)
    return compiled.store.apply(rest, compileCondition(compiled, condition), keep, skipImpossible)
  }, compiled.diagram)
  made.set(key, treated)
  return treated
}

const treatedByAct = new WeakMap<CompiledAct, Map<string, Diagram>>()

/** Leaves of a truth diagram: impossible, the term fails, the term holds. */
const truthBits = [0, 1, 2]
const both = 3

/** Shows for each doubt rule whether its term holds in each possible case. Made once for each act. */
function truthDiagrams(compiled: CompiledAct): readonly Diagram[] {
  const known = truthByAct.get(compiled)
  if (known !== undefined) return known
  const { store } = compiled
  const isPossible = store.map(compiled.diagram, (value) => (value === 0 ? 0 : 1))
  const made = compiled.doubts.map(({ condition }) => {
    const term = compileCondition(compiled, condition)
    return store.apply(isPossible, term, (can, holds) => (can === 0 ? 0 : 1 + holds), skipImpossible)
  })
  truthByAct.set(compiled, made)
  return made
}

const truthByAct = new WeakMap<CompiledAct, readonly Diagram[]>()

function skipImpossible(left: Diagram): Diagram | null {
  return left < 0 && leafValue(left) === 0 ? leaf(0) : null
}
