/** Whether a duty arises, with whatever is known. */
import type { Duty, NotEncoded } from '@brightline/language'
import type { CompiledAct } from '../diagram/compile.ts'
import { arisingIn } from '../diagram/duty.ts'
import type { Diagram } from '../diagram/store.ts'
import { forAgencies } from '../fact/condition.ts'
import { truthTest, type Truth, type TruthTest } from '../fact/knowledge.ts'

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
  const applies = testFor(compiled, duty)(possible)
  // One fact at a time, no case in which it applies was found: there is none.
  if (applies === 'no') return 'no'
  if (applies === 'yes' && duty.trigger.kind === 'on-request') return 'yes'
  const { somewhere, everywhere } = arisingIn(compiled, duty, possible, within)
  if (!somewhere) return 'no'
  return everywhere ? 'yes' : 'maybe'
}

/** Makes the test that a provision binds the agency and that its condition holds. Made once for each act. */
export function testFor({ stack, space, leaves }: CompiledAct, provision: Duty | NotEncoded): TruthTest {
  const tests = testsByLeaves.get(leaves) ?? new Map<string, TruthTest>()
  testsByLeaves.set(leaves, tests)
  const known = tests.get(provision.id)
  if (known !== undefined) return known
  const bound = forAgencies(provision.agencies, stack.vocabulary)
  const made = truthTest({ kind: 'all', of: [bound, provision.condition] }, space)
  tests.set(provision.id, made)
  return made
}

const testsByLeaves = new WeakMap<CompiledAct['leaves'], Map<string, TruthTest>>()
