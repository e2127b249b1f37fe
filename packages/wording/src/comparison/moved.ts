/** The two ends of a move in words. */
import type { Move } from '@brightline/engine/analysis'
import { answeredWords } from '../decision/answered.ts'

/** Says both ends of a move. */
export function movedWords(
  { from, fromSilence, to, toSilence }: Move,
  lang: string,
): { readonly from: string; readonly to: string } {
  return {
    from: answeredWords({ verdict: from, silence: fromSilence }, lang),
    to: answeredWords({ verdict: to, silence: toSilence }, lang),
  }
}
