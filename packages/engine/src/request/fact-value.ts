/** The values of facts as flags and JSON give them. A value is never repeated in a problem: it may be personal. */
import { dayNumber, type Fact, type FactType, type Result, type Where } from '@brightline/language'
import type { FactState } from '../fact/knowledge.ts'
import { readDate, years } from './calendar-date.ts'
import { folded, nameMeant, unknownValues, type Named } from './known-name.ts'
import type { FactJson } from './part.ts'
import { problem, refused, type RequestProblem } from './problem.ts'

/** An answer to the question about a fact. */
export type Answer = Extract<FactState, { readonly kind: 'value' | 'cannot-say' }>

type Read = Result<Answer, RequestProblem>

/**
 * Reads the value of a fact: a choice by its name or its label, yes or no, a whole number, `never`, or a date.
 *
 * @example
 * const fact = { name: 'warrant.present', type: { kind: 'yes-no' } }
 * readFact(fact, true) // => { ok: true, value: { kind: 'value', value: 'yes' } }
 * readFact(fact, 'unknown') // => { ok: true, value: { kind: 'cannot-say' } }
 * readFact(fact, 7).problems[0].code // => 'FACT-0006'
 */
export function readFact({ name, type }: Pick<Fact, 'name' | 'type'>, value: FactJson): Read {
  if (isUnknown(type, value)) return { ok: true, value: { kind: 'cannot-say' } }
  const where: Where = { kind: 'fact', fact: name }
  switch (type.kind) {
    case 'yes-no':
      return readYesNo(value, where)
    case 'one-of':
      return readChoice(type.values, value, where)
    case 'number':
      return readNumber(type, value, where)
    case 'date':
      return readDay(value, where)
  }
}

function isUnknown(type: FactType, value: FactJson): boolean {
  if (value === null) return true
  if (typeof value !== 'string' || !['unknown', 'cannotsay'].includes(folded(value))) return false
  return type.kind !== 'one-of' || !type.values.some(({ name }) => name === value)
}

const yes = ['yes', 'true', 'si']
const no = ['no', 'false']

function readYesNo(value: FactJson, where: Where): Read {
  const said = folded(String(value))
  if (yes.includes(said)) return known('yes')
  return no.includes(said) ? known('no') : refused('FACT-0006', where)
}

function readChoice(values: readonly Named[], value: FactJson, where: Where): Read {
  const text = String(value)
  const meant = nameMeant(text, values)
  if (meant !== null) return known(meant)
  const { name: _, ...rest } = unknownValues(
    text,
    values.map(({ name }) => name),
  )
  return { ok: false, problems: [problem('FACT-0002', where, rest)] }
}

function readNumber(
  { min, max, canBeNever }: Extract<FactType, { readonly kind: 'number' }>,
  value: FactJson,
  where: Where,
): Read {
  if (canBeNever && typeof value === 'string' && folded(value) === 'never') return known('never')
  const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) return known(number)
  return refused('FACT-0007', where, { min, max, ...(canBeNever ? { never: 'never' } : {}) })
}

function readDay(value: FactJson, where: Where): Read {
  const date = readDate(String(value))
  if (date.ok) return known(dayNumber(date.value))
  return date.problems[0] === 'too-far' ? refused('REQ-0018', where, years) : refused('FACT-0008', where)
}

function known(value: string | number): Read {
  return { ok: true, value: { kind: 'value', value } }
}
