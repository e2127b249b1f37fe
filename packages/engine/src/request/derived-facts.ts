/** The facts that the convictions of a request yield. */
import type { Conviction, Result } from '@brightline/language'
import { deriveFacts, type DerivedFact } from '../conviction/derived-facts.ts'
import { testsOf } from '../fact/condition.ts'
import { rulesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import { pointerTo, problem, type RequestProblem } from './problem.ts'

/** Computes the derived facts that the rules of the stack read; none without a list of convictions. */
export function derivedFacts(
  stack: Stack,
  convictions: readonly Conviction[] | null,
  asOf: string,
): Result<readonly DerivedFact[], RequestProblem> {
  if (convictions === null) return { ok: true, value: [] }
  const read = factsRead(stack)
  const facts = stack.vocabulary.facts.filter(({ name }) => read.has(name))
  const derived = deriveFacts(facts, convictions, stack.library.offences, asOf)
  if (derived.ok) return derived
  const problems = derived.problems.map((index) =>
    problem('REQ-0021', pointerTo('convictions', index, 'date'), { asOf }),
  )
  return { ok: false, problems }
}

function factsRead(stack: Stack): ReadonlySet<string> {
  const known = readByStack.get(stack)
  if (known !== undefined) return known
  const read = new Set(rulesOf(stack).flatMap(({ condition }) => testsOf(condition).map(({ fact }) => fact)))
  readByStack.set(stack, read)
  return read
}

const readByStack = new WeakMap<Stack, ReadonlySet<string>>()
