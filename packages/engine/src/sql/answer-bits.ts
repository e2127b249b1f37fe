/** The answers that a row may have, as bits: one for each verdict, and one more. */
import { verdicts } from '../decide/prepared.ts'
import { answeredOf } from '../stack/answered.ts'
import type { State } from '../stack/verdict.ts'

/** Bits of an answer. */
export const answerBits: number = verdicts.length + 1

/** The bits of verdicts. */
export const verdictMask: number = (1 << verdicts.length) - 1

/** The bit of an answer that something not encoded could change. */
export const notEncodedMark: number = 1 << verdicts.length

/** Gives the bits of one answer. */
export function bitsOfAnswer(state: State, needsPower: boolean): number {
  const { verdict, silence } = answeredOf(state, needsPower)
  return (1 << verdicts.indexOf(verdict)) | (silence.includes('not-encoded') ? notEncodedMark : 0)
}
