/** Whether a duty arises, with whatever is known. */
import type { Duty } from '@brightline/language'
import type { CompiledAct } from '../diagram/compile.ts'
import { arising, dutyDiagram } from '../diagram/duty.ts'
import type { Diagram } from '../diagram/store.ts'
import { reachable } from '../diagram/walk.ts'
import { forAgencies } from '../fact/condition.ts'
import { allOf, truthOf, type Truth } from '../fact/knowledge.ts'

/**
 * Tells whether a duty arises in every case that is possible, in some, or in none. `within` is the diagram of the act
 * with the cases taken out that a doubt rule rules out.
 */
export function dutyTruth(
  compiled: CompiledAct,
  duty: Duty,
  possible: readonly number[],
  within: Diagram = compiled.diagram,
): Truth {
  const { store, space, stack } = compiled
  const applies = allOf([
    truthOf(forAgencies(duty.agencies, stack.vocabulary), space, possible),
    truthOf(duty.condition, space, possible),
  ])
  // One fact at a time, no case in which it applies was found: there is none.
  if (applies === 'no') return 'no'
  if (applies === 'yes' && duty.trigger.kind === 'on-request') return 'yes'
  const everywhere = dutyDiagram(compiled, duty)
  const diagram =
    within === compiled.diagram
      ? everywhere
      : store.apply(within, everywhere, (value, arises) => (value === 0 ? arising.impossible : arises))
  const reached = reachable(store, diagram, possible)
  if (!reached.has(arising.yes)) return 'no'
  return reached.has(arising.no) ? 'maybe' : 'yes'
}
