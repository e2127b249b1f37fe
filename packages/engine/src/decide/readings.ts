/** Contested force: the answer with and without each contested instrument. */
import type { CompiledAct } from '../diagram/compile.ts'
import { visitPairs } from '../diagram/pairs.ts'
import { subsets } from '../interpret/interpret.ts'
import { prepared } from './prepared.ts'
import { asState, verdictOf } from '../stack/verdict.ts'
import type { Doubt, Verdict } from '@brightline/language'
import type { ReadingAnswer } from './decision.ts'
import { treatedAs } from './doubts.ts'

/**
 * Lists the readings that differ; empty where nothing contested changes the verdict.
 * `doubts` are the doubt rules that settled the decision: they hold in every reading.
 */
export function readingsOf(
  compiled: CompiledAct,
  possible: readonly number[],
  doubts: readonly Doubt[] = [],
): readonly ReadingAnswer[] {
  const { contested } = prepared(compiled)
  if (contested.length === 0) return []
  const left = treatedAs(compiled, doubts)
  const answers = subsets(contested).map((without): ReadingAnswer => {
    const verdicts = new Set<Verdict>()
    const right = compiled.readings.get(without.join()) ?? compiled.diagram
    visitPairs({ store: compiled.store, left, right }, possible, (_, state) => {
      verdicts.add(verdictOf(asState(state), compiled.needsPower))
    })
    return { without, verdicts: [...verdicts].sort() }
  })
  const first = answers[0]?.verdicts.join()
  return answers.every(({ verdicts }) => verdicts.join() === first) ? [] : answers
}
