/** Verdicts as rows hold them. */
import type { Decision } from '@brightline/engine'

type Verdict = Decision['verdict']

const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict', 'needs-facts'] as const

/** Tells if a word of a row is a verdict that this release knows. */
export function isVerdict(word: string): word is Verdict {
  return verdicts.some((verdict) => verdict === word)
}
