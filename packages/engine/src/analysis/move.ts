/** The way in which an answer moves between two laws. */
import type { Silence, Verdict } from '@brightline/language'
import { answeredKey, answeredOf, type Answered } from '../stack/answered.ts'
import type { Answer, Joint } from './joint.ts'

/** A verdict before and after, each with why no rule decides, or that something not encoded could change it. */
export interface Move {
  readonly from: Verdict
  readonly fromSilence: readonly Silence[]
  readonly to: Verdict
  readonly toSilence: readonly Silence[]
}

/** Gives the way of a pair of answers; null where people see the same on both sides. */
export function moveOf({ left, right }: Joint, pair: { readonly from: Answer; readonly to: Answer }): Move | null {
  const [from, to] = [answeredOf(pair.from.state, left.needsPower), answeredOf(pair.to.state, right.needsPower)]
  return answeredKey(from) === answeredKey(to) ? null : move(from, to)
}

/** Writes a way as text, equal for equal ways. */
export function moveKey({ from, fromSilence, to, toSilence }: Move): string {
  return `${[from, ...fromSilence].join('+')} ${[to, ...toSilence].join('+')}`
}

function move(from: Answered, to: Answered): Move {
  return { from: from.verdict, fromSilence: from.silence, to: to.verdict, toSilence: to.silence }
}
