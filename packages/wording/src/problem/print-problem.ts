/** A problem on one line. */
import type { Problem } from '@brightline/language'
import { inLanguage, type ByLanguage } from '../phrase/by-language.ts'
import { sentence } from './sentence.ts'

type SeverityWords = Readonly<Record<Problem['severity'], string>>

const severityWords: ByLanguage<SeverityWords> = {
  en: { error: 'error', warning: 'warning' },
  es: { error: 'error', warning: 'advertencia' },
}

/**
 * Makes one line of a problem: place, severity, code, message and repair.
 *
 * @example
 * const where = { kind: 'file', file: 'us/a.policy', line: 1, column: 1 }
 * printProblem({ code: 'POL-0602', severity: 'error', where, values: {} }, 'en')
 * // => 'us/a.policy:1:1: error POL-0602: the file is not UTF-8 text; save it as plain UTF-8 text'
 */
export function printProblem(problem: Problem, lang: string): string {
  const { message, help, where } = sentence(problem, lang)
  const severity = inLanguage(severityWords, lang)[problem.severity]
  return `${where === null ? '' : `${where}: `}${severity} ${problem.code}: ${message}${help === null ? '' : `; ${help}`}`
}
