/** One verb for a library of law: a request as JSON in, its decisions or its problems out. */
import type { Library, Result } from '@brightline/language'
import type { DecisionDocument } from './answer.ts'
import { answersToParts } from './answers-to-parts.ts'
import { parsePart } from './parse-request.ts'
import type { RequestProblem } from './problem.ts'

/** Answers a request; `now` is the instant at which it is asked, for a request that names no date. */
export type Answer = (given: unknown, now?: string) => Result<DecisionDocument, RequestProblem>

/**
 * Makes the verb that answers requests under a library of law. It keeps the stacks and decisions that it makes, within bounds.
 *
 * @example
 * const answer = answersUnder(library)
 * const facts = { 'request.from': 'immigration-authority', 'warrant.form': 'none', 'court.order': 'no' }
 * const answered = answer({ place: 'us/ca', asOf: '2026-11-01', agency: 'sheriff', acts: ['hold'], form: 'i-247a', facts })
 * answered.value.decisions.map(({ verdict }) => verdict) // => ['prohibited']
 * answer({ place: 'us/ca', asOf: 20261101 }).problems.map(({ code }) => code) // => ['REQ-0012']
 */
export function answersUnder(library: Library): Answer {
  const answer = answersToParts(library)
  return (given, now) => {
    const part = parsePart(given)
    return part.ok ? answer(part.value, now) : part
  }
}
