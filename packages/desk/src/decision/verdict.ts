/** Verdicts as rows hold them. */
import { possibleWords, verdictWords } from '@brightline/wording'
import { answerOfRow } from '../law-reader/answer-of-row.ts'
import { codeWords } from '../screen/code-words.ts'

/** What a row keeps of a verdict: its code, and the whole answer. */
export interface KeptVerdict {
  readonly verdict: string
  readonly document: object
}

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

/**
 * Says a verdict on an act inside a sentence. What is no verb stands behind the act, and so does a leave that holds only
 * once counsel was asked, or as far as the law is encoded.
 */
export function verdictOn({ verdict, document }: KeptVerdict, act: string, lang: string): string {
  const answer = answerOfRow(document, lang)
  if (answer !== null && verbs.includes(verdict) && !answer.isPlain) return `${act} (${answer.words})`
  const word = codeWords(verdicts, verdict, (known) => possibleWords(known, lang), lang)
  return verbs.includes(verdict) ? `${word} ${act}` : `${act} (${word})`
}
