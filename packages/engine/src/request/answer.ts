/** The decisions on one request: the JSON contract of docs/decision.md. */
import type { Result } from '@brightline/language'
import type { DerivedFact } from '../conviction/derived-facts.ts'
import { decide } from '../decide/decide.ts'
import type { Decision } from '../decide/decision.ts'
import { roomOf } from '../diagram/room.ts'
import { DiagramTooLarge } from '../diagram/store.ts'
import { contractVersion } from './contract.ts'
import { refused, type RequestProblem } from './problem.ts'
import type { Request } from './read-request.ts'

/** When an event of the case happened, by the clock of the place. */
interface EventTime {
  readonly event: string
  /** ISO 8601 with offset and zone. */
  readonly at: string
}

/** The decisions on the acts of one request. */
export interface DecisionDocument {
  readonly version: typeof contractVersion
  readonly place: string
  readonly agency: string | null
  readonly asOf: string
  readonly derived: readonly DerivedFact[]
  readonly events: readonly EventTime[]
  /** Warnings about how the request was read. */
  readonly notes: readonly RequestProblem[]
  readonly decisions: readonly Decision[]
}

/**
 * Decides every act of a request, perhaps with decisions that are kept. Throws `DiagramTooLarge` where the law on one is
 * too large; `tryAnswer` gives a problem.
 */
export function answer(request: Request, decideAct: typeof decide = decide): DecisionDocument {
  const { stack, asOf, agency, acts, knowledge, events, derived, notes } = request
  return {
    version: contractVersion,
    place: stack.place,
    agency,
    asOf,
    derived,
    events: Object.entries(events).map(([event, at]) => ({ event, at: at.toString() })),
    notes,
    decisions: acts.map((act) => decideAct(stack, act, knowledge, events)),
  }
}

/** Decides every act of a request, or says which acts have too much law to be decided exactly. */
export function tryAnswer(
  request: Request,
  decideAct: typeof decide = decide,
): Result<DecisionDocument, RequestProblem> {
  try {
    return { ok: true, value: answer(request, decideAct) }
  } catch (error) {
    if (error instanceof DiagramTooLarge)
      return refused('REQ-0019', { kind: 'whole' }, { acts: request.acts, ...roomOf(error) })
    throw error
  }
}
