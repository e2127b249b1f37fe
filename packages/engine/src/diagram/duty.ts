/** Where each duty of an act arises. They are kept apart from the verdicts: together they would be a product of all of them. */
import type { Duty } from '@brightline/language'
import { concerns, letsAct } from '../interpret/interpret.ts'
import { compileAct, compileProvision, type CompiledAct, type Leaf } from './compile.ts'
import type { Diagram } from './store.ts'

/** The leaves of the diagram of a duty. */
export const arising = { impossible: 0, no: 1, yes: 2 } as const

/** Makes the diagram of a duty: whether it arises in each case that can be. Made once for each act. */
export function dutyDiagram(compiled: CompiledAct, duty: Duty): Diagram {
  const made = diagramsByLeaves.get(compiled.leaves) ?? new Map<string, Diagram>()
  diagramsByLeaves.set(compiled.leaves, made)
  const known = made.get(duty.id)
  if (known !== undefined) return known
  const { store, leaves, needsPower, act } = compiled
  const isAfter = duty.trigger.kind === 'after'
  const diagram = store.apply(compiled.diagram, compileProvision(compiled, duty), (value, applies) => {
    const at = leaves[value]
    if (at === undefined || at.kind === 'impossible') return arising.impossible
    const isDue = applies === 1 && concerns(duty, act) && (!isAfter || letsAct(at.state, needsPower))
    return isDue ? arising.yes : arising.no
  })
  made.set(duty.id, diagram)
  return diagram
}

const diagramsByLeaves = new WeakMap<readonly Leaf[], Map<string, Diagram>>()

/** Compiles an act with its duties in the answers, in the same space and store. Made once for each act. */
export function withDuties(compiled: CompiledAct): CompiledAct {
  const known = wholeByLeaves.get(compiled.leaves)
  if (known !== undefined) return known
  const { stack, act, space, store } = compiled
  const whole = compileAct(stack, act, { space, store })
  wholeByLeaves.set(compiled.leaves, whole)
  return whole
}

const wholeByLeaves = new WeakMap<readonly Leaf[], CompiledAct>()
