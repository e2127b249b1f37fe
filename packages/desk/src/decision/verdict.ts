/** Verdicts as rows hold them. */
import type { Decision } from '@brightline/engine'
import { possibleWords, verdictWords } from '@brightline/wording'
import { codeWords } from '../screen/code-words.ts'

type Verdict = Decision['verdict']

/** Every verdict. */
export const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict', 'needs-facts'] as const

/** Tells if a word of a row is a verdict that this release knows. */
export function isVerdict(word: string): word is Verdict {
  return verdicts.some((verdict) => verdict === word)
}

/** Says the verdict of a row as a heading does. */
export function verdictName(verdict: string, lang: string): string {
  return codeWords(verdicts, verdict, (known) => verdictWords(known, lang), lang)
}

/** Says the verdict of a row before the act that it is about. */
export function verdictBefore(verdict: string, lang: string): string {
  return codeWords(verdicts, verdict, (known) => possibleWords(known, lang), lang)
}
