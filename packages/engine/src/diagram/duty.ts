/** Duties of an act: whether one arises in a case, and the diagram that has all of them. */
import type { Duty } from '@brightline/language'
import { letsAct } from '../interpret/interpret.ts'
import { compileAct, compileProvision, type CompiledAct, type Leaf } from './compile.ts'
import { visitPairs } from './pairs.ts'
import type { Diagram } from './store.ts'

/** Whether some possible case gives rise to a duty, and whether some does not. */
export interface Arising {
  readonly somewhere: boolean
  readonly everywhere: boolean
}

/**
 * Finds whether a duty arises in the cases that are possible. `within` is the diagram of the act, perhaps with more cases
 * taken out. No diagram of verdicts and duties is made: together they would be a product of all of them.
 */
export function arisingIn(
  compiled: CompiledAct,
  duty: Duty,
  possible: readonly number[],
  within: Diagram = compiled.diagram,
): Arising {
  const { store, leaves, needsPower } = compiled
  const isAfter = duty.trigger.kind === 'after'
  let [yes, no] = [false, false]
  visitPairs({ store, left: within, right: compileProvision(compiled, duty) }, possible, (value, applies) => {
    const at = leaves[value]
    if (at?.kind !== 'answer') return
    if (applies === 1 && (!isAfter || letsAct(at.state, needsPower))) yes = true
    else no = true
  })
  return { somewhere: yes, everywhere: yes && !no }
}

/** Compiles an act with its duties in the answers, in the same space and store. Made once for each act. */
export function withDuties(compiled: CompiledAct): CompiledAct {
  const known = wholeByLeaves.get(compiled.leaves)
  if (known !== undefined) return known
  const { stack, act, space, store } = compiled
  const whole = compileAct(stack, act, { space, store, agency: space.agency })
  wholeByLeaves.set(compiled.leaves, whole)
  return whole
}

const wholeByLeaves = new WeakMap<readonly Leaf[], CompiledAct>()
