/** Verdicts as rows hold them. */
import { possibleWords, verdictWords } from '@brightline/wording'
import { codeWords } from '../screen/code-words.ts'

/** Every verdict. */
export const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict', 'needs-facts'] as const

/** Says the verdict of a row as a heading does. */
export function verdictName(verdict: string, lang: string): string {
  return codeWords(verdicts, verdict, (known) => verdictWords(known, lang), lang)
}

/** Verdicts that are verbs, before which an act can stand as it is. */
const verbs: readonly string[] = ['required', 'prohibited', 'permitted']

/** Gives what stands between a verdict and its act: nothing behind a verb, and a colon behind what is none. */
export function afterVerdict(verdict: string): string {
  return verbs.includes(verdict) ? ' ' : ': '
}

/** Says a verdict on an act inside a sentence; what is no verb stands behind the act. */
export function verdictOn(verdict: string, act: string, lang: string): string {
  const word = codeWords(verdicts, verdict, (known) => possibleWords(known, lang), lang)
  return verbs.includes(verdict) ? `${word} ${act}` : `${act} (${word})`
}
