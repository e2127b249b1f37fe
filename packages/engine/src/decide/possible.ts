/** Every answer that is still possible with what is known, and what decides among them; no reasons and no doubt rules. */
import type { Duty, Verdict } from '@brightline/language'
import { reachable } from '../diagram/walk.ts'
import type { Stack } from '../stack/layer.ts'
import { openQuestions } from '../question/next.ts'
import { compiledFor, verdictsFor } from './decide.ts'
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
  return verdictsFor(compiledFor(stack, act), knowledge)
}

/** Lists the duties that may still arise from the request, in the order of the law. */
export function possibleDuties(stack: Stack, act: string, knowledge: Knowledge): readonly PossibleDuty[] {
  const { store, space, diagram, leaves, duties } = compiledFor(stack, act)
  const reached = [...reachable(store, diagram, possibleCells(space, knowledge))].flatMap((value) => {
    const leaf = leaves[value]
    return leaf?.kind === 'answer' ? [leaf.duties] : []
  })
  return duties.flatMap((duty) => {
    const arising = reached.filter((answer) => answer.includes(duty))
    return arising.length === 0 ? [] : [{ duty, isCertain: arising.length === reached.length }]
  })
}

/**
 * Lists the facts that can still change the verdict and may be asked, best question first.
 *
 * @example
 * factsThatDecide(stackOf(library, 'us/ca', '2026-11-01'), 'hold', new Map())[0] // => 'agency'
 */
export function factsThatDecide(stack: Stack, act: string, knowledge: Knowledge): readonly string[] {
  return openQuestions(compiledFor(stack, act), knowledge)
}
