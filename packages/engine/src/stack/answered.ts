/** An answer as people see it: a permission is the same with and without a ceiling. */
import type { Silence, Verdict } from '@brightline/language'
import { isIncomplete, silenceOf, verdictOf, type State } from './verdict.ts'

/** A verdict, with why no rule decides, or that something not encoded could change a permission. */
export interface Answered {
  readonly verdict: Exclude<Verdict, 'needs-facts'>
  /** The weightiest first; none where the verdict says it all. */
  readonly silence: readonly Silence[]
}

/** Gives the answer that people see. */
export function answeredOf(state: State, needsPower: boolean): Answered {
  const verdict = verdictOf(state, needsPower)
  if (verdict === 'no-rule') return { verdict, silence: silenceOf(state, needsPower) }
  return { verdict, silence: verdict === 'permitted' && isIncomplete(state) ? ['not-encoded'] : [] }
}

/** Writes an answer as text, equal for equal answers. */
export function answeredKey({ verdict, silence }: Answered): string {
  return [verdict, ...silence].join('+')
}
