/** What is said at the end of checking, testing, laying out and migrating policy texts. */
import { sayIn } from '../phrase/phrases.ts'
import { summaryPhrases, summaryWords } from './words.ts'

/** The figures of a check: how much was looked at, and how many problems came of it. */
export interface Checked {
  readonly files: number
  readonly instruments: number
  readonly rules: number
  readonly duties: number
  readonly examples: number
  readonly promises: number
  readonly findings: number
  readonly milliseconds: number
}

/**
 * Sums up a check.
 *
 * @example
 * const counts = { files: 1, instruments: 1, rules: 3, duties: 0, examples: 0, promises: 0 }
 * checkedWords({ ...counts, findings: 0, milliseconds: 5 }, 'en')
 * // => '1 instrument, 3 rules, 0 duties, 0 examples, 0 promises in 1 file: no findings (5 ms)'
 */
export function checkedWords(checked: Checked, lang: string): string {
  const say = sayIn(summaryPhrases, lang, summaryWords)
  return say(checked.findings === 0 ? 'checked-fine' : 'checked', { ...checked })
}

/** Says which instruments wait until the law that binds with them has no errors. */
export function notJudgedWords(instruments: readonly string[], lang: string): string {
  return sayIn(summaryPhrases, lang)('not-judged', { instruments: instruments.join(', ') })
}

/** Sums up a run of examples. */
export function examplesWords(ok: number, failed: number, lang: string): string {
  return sayIn(summaryPhrases, lang)('examples', { ok, failed })
}

/** Sums up how many texts were laid out, or would be. */
export function laidOutWords(files: number, changed: number, isOnlyChecked: boolean, lang: string): string {
  const say = sayIn(summaryPhrases, lang, summaryWords)
  return say(isOnlyChecked ? 'not-laid-out' : 'laid-out', { files, changed })
}

/** Sums up how many texts were migrated, or would be, and how much of them a person must look at. */
export function migratedWords(files: number, advice: number, isOnlyChecked: boolean, lang: string): string {
  const say = sayIn(summaryPhrases, lang, summaryWords)
  return say(isOnlyChecked ? 'not-migrated' : 'migrated', { files, advice })
}
