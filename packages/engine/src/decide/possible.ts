/** Every answer that is still possible with what is known, and what decides among them; no reasons and no doubt rules. */
import type { Duty, Verdict } from '@brightline/language'
import type { Stack } from '../stack/layer.ts'
import { openQuestions } from '../question/next.ts'
import { compiledFor, verdictsFor } from './decide.ts'
import { dutyTruth } from './duty-truth.ts'
import { possibleCells, type Knowledge } from '../fact/knowledge.ts'

/** A duty that some lawful completion of the facts gives rise to; certain where every completion does. */
export interface PossibleDuty {
  readonly duty: Duty
  readonly isCertain: boolean
}

/**
 * Lists the verdicts that are still possible; none where the facts cannot be true together.
 *
 * @example
 * possibleVerdicts(stackOf(library, 'us/ca', '2026-11-01'), 'hold', new Map()) // => ['required', 'prohibited', 'permitted', 'no-rule']
 */
export function possibleVerdicts(stack: Stack, act: string, knowledge: Knowledge): readonly Verdict[] {
  return verdictsFor(compiledFor(stack, act, knowledge), knowledge)
}

/** Lists the duties that may still arise from the request, in the order of the law. */
export function possibleDuties(stack: Stack, act: string, knowledge: Knowledge): readonly PossibleDuty[] {
  const compiled = compiledFor(stack, act, knowledge)
  const possible = possibleCells(compiled.space, knowledge)
  return compiled.duties.flatMap((duty) => {
    const truth = dutyTruth(compiled, duty, possible)
    return truth === 'no' ? [] : [{ duty, isCertain: truth === 'yes' }]
  })
}

/**
 * Lists the facts that can still change the verdict and may be asked, best question first.
 *
 * @example
 * factsThatDecide(stackOf(library, 'us/ca', '2026-11-01'), 'hold', new Map())[0] // => 'warrant.form'
 */
export function factsThatDecide(stack: Stack, act: string, knowledge: Knowledge): readonly string[] {
  return openQuestions(compiledFor(stack, act, knowledge), knowledge)
}
