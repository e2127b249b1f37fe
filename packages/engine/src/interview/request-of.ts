/** The request that an interview has put together. */
import { agencyFact, formFact } from '../fact/condition.ts'
import type { FactJson, RequestPart } from '../request/part.ts'
import { subjectAt } from './answers.ts'
import type { Journey } from './journey.ts'

/** Gives the request of the answers on the path, and of what was told unasked; it is decided as one that came in any other way. */
export function requestOf({ stack, offered, path, acts, only }: Journey): RequestPart {
  const facts: [string, FactJson][] = []
  const events: [string, string][] = []
  let hasAct = only.length > 0
  for (const { step, answer } of [...offered, ...path]) {
    const subject = subjectAt(step.address)
    if (subject.kind === 'act') hasAct = true
    else if (subject.kind === 'fact') facts.push([subject.fact, answer])
    else if (answer !== null) events.push([subject.event, String(answer)])
  }
  const given = new Map(facts)
  const agency = given.get(agencyFact)
  const form = given.get(formFact)
  const isKey = (name: string): boolean =>
    name === agencyFact || (name === formFact && typeof form === 'string' && !hasAct)
  return {
    place: stack.place,
    asOf: stack.asOf,
    ...(typeof agency === 'string' ? { agency } : {}),
    ...(typeof form === 'string' && !hasAct ? { form } : { acts }),
    facts: Object.fromEntries(facts.filter(([name]) => !isKey(name))),
    events: Object.fromEntries(events),
  }
}
