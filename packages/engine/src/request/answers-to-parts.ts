/** One verb for a library of law: a request whose shape is known in, its decisions or its problems out. */
import type { Library, Result } from '@brightline/language'
import { keptDecisions } from '../decide/kept-decisions.ts'
import { stackCache } from '../stack/stack-cache.ts'
import { tryAnswer, type DecisionDocument } from './answer.ts'
import { joinParts, type RequestPart } from './part.ts'
import type { RequestProblem } from './problem.ts'
import { readRequest } from './read-request.ts'

/** Answers a request; `now` is the instant at which it is asked, for a request that names no date. */
export type AnswerToPart = (part: RequestPart, now?: string) => Result<DecisionDocument, RequestProblem>

/** Makes the verb. It keeps the stacks and decisions that it makes, within bounds. */
export function answersToParts(library: Library): AnswerToPart {
  const stackAt = stackCache(library)
  const decideAct = keptDecisions()
  return (part, now) => {
    const raw = joinParts([part])
    if (!raw.ok) return raw
    const request = readRequest(library, raw.value, { stackAt, ...(now === undefined ? {} : { now }) })
    return request.ok ? tryAnswer(request.value, decideAct) : request
  }
}
