/** Verdicts in words. */
import type { Verdict } from '@brightline/language'
import { sayIn } from '../phrase/phrases.ts'
import { decisionPhrases } from './phrases.ts'

/**
 * Says a verdict as it stands over an answer.
 *
 * @example
 * verdictWords('prohibited', 'es') // => 'NO DEBE'
 */
export function verdictWords(verdict: Verdict, lang: string): string {
  return sayIn(decisionPhrases, lang)(verdict)
}

/**
 * Says a verdict inside a sentence.
 *
 * @example
 * possibleWords('conflict', 'en') // => 'conflict: counsel decides'
 */
export function possibleWords(verdict: Verdict, lang: string): string {
  return sayIn(decisionPhrases, lang)(`possible-${verdict}`)
}
