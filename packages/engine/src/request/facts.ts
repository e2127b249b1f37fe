/** The facts of a request, the agency and the form among them. */
import type { Result, Vocabulary } from '@brightline/language'
import { agencyFact } from '../fact/condition.ts'
import { factsByName } from '../fact/facts-by-name.ts'
import type { FactState } from '../fact/knowledge.ts'
import { mayUseFact } from '../fact/protected.ts'
import { forcedFacts } from '../question/next.ts'
import type { Stack } from '../stack/layer.ts'
import { readFact, type Answer } from './fact-value.ts'
import { nameMeant, unknownName, unknownValues } from './known-name.ts'
import type { FactJson, Said } from './part.ts'
import { pointerTo, problem, refused, type RequestProblem } from './problem.ts'

/** Reads what is said of each fact. What is said twice must be equal once it is read. */
export function readFacts(
  stack: Stack,
  said: readonly Said<FactJson>[],
): Result<ReadonlyMap<string, FactState>, RequestProblem> {
  const knowledge = new Map<string, Answer>()
  const problems: RequestProblem[] = []
  for (const one of said) {
    const read = readSaid(stack, one)
    if (!read.ok) {
      problems.push(...read.problems)
      continue
    }
    const before = knowledge.get(one.name)
    if (before !== undefined && !isSame(before, read.value)) {
      problems.push(problem('REQ-0013', { kind: 'fact', fact: one.name }, { name: one.name }))
    }
    knowledge.set(one.name, read.value)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: knowledge }
}

function readSaid(stack: Stack, one: Said<FactJson>): Result<Answer, RequestProblem> {
  const { vocabulary } = stack
  if (one.name === agencyFact) return readAgency(vocabulary, one)
  const fact = factsByName(vocabulary).get(one.name)
  if (fact === undefined) {
    const names = vocabulary.facts.filter(({ isProtected }) => !isProtected).map(({ name }) => name)
    return { ok: false, problems: [unknownName('FACT-0001', pointerTo(...one.keys), one.name, names)] }
  }
  // Protected first: whoever gives a wrong value is not invited to give a right one.
  if (!mayUseFact(fact, forcedFacts(stack))) {
    return refused('FACT-0003', { kind: 'fact', fact: fact.name })
  }
  const read = readFact(fact, one.value)
  const [key] = one.keys
  if (read.ok || key !== 'form' || fact.type.kind !== 'one-of') return read
  const text = String(one.value)
  const names = fact.type.values.map(({ name }) => name)
  const other = otherWith(vocabulary, text)
  const values = { ...unknownValues(text, names), ...(other === null ? {} : other) }
  return { ok: false, problems: [problem('REQ-0005', pointerTo('form'), values)] }
}

/** Finds another fact that has the value: a warrant, say, is no form of a request. */
function otherWith({ facts }: Vocabulary, text: string): { readonly fact: string; readonly value: string } | null {
  for (const { name: fact, type, isProtected } of facts) {
    const value = type.kind === 'one-of' && !isProtected ? nameMeant(text, type.values) : null
    if (value !== null) return { fact, value }
  }
  return null
}

function readAgency({ agencies }: Vocabulary, { value, keys }: Said<FactJson>): Result<Answer, RequestProblem> {
  if (value === null) return { ok: true, value: { kind: 'cannot-say' } }
  const text = String(value)
  const meant = nameMeant(text, agencies)
  if (meant !== null) return { ok: true, value: { kind: 'value', value: meant } }
  const names = agencies.map(({ name }) => name)
  return refused('REQ-0002', pointerTo(...keys), unknownValues(text, names))
}

function isSame(one: Answer, other: Answer): boolean {
  if (one.kind === 'cannot-say' || other.kind === 'cannot-say') return one.kind === other.kind
  return one.value === other.value
}
