/** Steps by their address: which can be visited, what comes before, and what an answer there changes. */
import type { Result } from '@brightline/language'
import type { Stack } from '../stack/layer.ts'
import { canBeUnknown, subjectAt, type AnswerJson, type Answers, type Refusal } from './answers.ts'
import { journey, refusalOf, type Journey, type Step } from './journey.ts'

/** Gives the step at an address; null where the answers do not lead there. */
export function stepFor(stack: Stack, answers: Answers, address: string): Step | null {
  return stepAt(journey(stack, answers), address)
}

/** Tells whether a step can be visited: one that was answered, or the next. */
export function canVisit(stack: Stack, answers: Answers, address: string): boolean {
  return stepFor(stack, answers, address) !== null
}

/** Gives the address of the step before; null for the first, and for one that cannot be visited. */
export function previous(stack: Stack, answers: Answers, address: string): string | null {
  const { path, next } = journey(stack, answers)
  const addresses = [...path.map(({ step }) => step.address), next.address]
  return addresses[addresses.indexOf(address) - 1] ?? null
}

/**
 * Answers the question at an address, also one that was answered before. The other answers stay: those that the new one
 * makes impossible or idle are set aside by the next journey, and come back with their questions.
 */
export function withAnswer(
  stack: Stack,
  answers: Answers,
  address: string,
  answer: AnswerJson,
): Result<Answers, Refusal> {
  const { offered, path } = journey(stack, answers)
  const before = [...offered, ...path]
  const at = before.findIndex(({ step }) => step.address === address)
  const refusal = refusalOf(stack, at < 0 ? before : before.slice(0, at), address, answer)
  return refusal === null ? { ok: true, value: { ...answers, [address]: answer } } : { ok: false, problems: [refusal] }
}

/** Gives the step at an address of a journey; null where it does not lead there. */
export function stepAt({ offered, path, next }: Journey, address: string): Step | null {
  if (next.address === address) return next
  return [...offered, ...path].find(({ step }) => step.address === address)?.step ?? null
}

/** Tells whether "cannot say" answers a step. */
export function takesUnknown(step: Step): boolean {
  return step.kind !== 'check' && canBeUnknown(subjectAt(step.address))
}
