/** The values of a fact that a mapping names, as the numbers of a plan. */
import type { Guarded } from '@brightline/engine'
import { nearest, type Fact } from '@brightline/language'
import { mappingProblem, type MappingProblem } from '../problem.ts'
import type { ColumnSlots } from './column-slots.ts'
import { codeOf, namesOfFact } from './fact-code.ts'
import type { Mapping } from './mapping.ts'
import { unknownName, unknownNumber } from './plan.ts'

/** The surroundings of a fact that is planned: its mapping, the vocabulary, and where columns and problems go. */
export interface FactContext extends Guarded {
  readonly mapping: Mapping
  readonly slots: ColumnSlots
  readonly problems: MappingProblem[]
}

/** Makes the table of the texts that a mapping names. */
export function tableOf(
  context: FactContext,
  fact: Fact,
  values: Readonly<Record<string, string | number | null>>,
): Readonly<Record<string, number>> {
  const blank = blankOf(fact)
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key.trim().toUpperCase(),
      value === null ? blank : (codeIn(context, fact, value) ?? blank),
    ]),
  )
}

/** Finds the code of a value; null where the fact does not have it. */
export function codeIn({ vocabulary, problems }: FactContext, fact: Fact, value: string | number): number | null {
  const { name, type } = fact
  const code = codeOf(namesOfFact(vocabulary, name), value)
  if (code !== null && isInRange(fact, value)) return code
  const names = type.kind === 'one-of' ? type.values.map((one) => one.name) : []
  const meant = names.length === 0 ? null : nearest(String(value), names)
  problems.push(mappingProblem('MAP-0003', ['facts', name], withMeant({ fact: name, value }, meant)))
  return null
}

function isInRange({ type }: Fact, value: string | number): boolean {
  if (type.kind !== 'number') return true
  if (value === 'never') return type.canBeNever
  return typeof value === 'number' && type.min <= value && value <= type.max
}

/** Gives the code of an empty cell. */
export function blankOf({ type }: Fact): number {
  return type.kind === 'number' || type.kind === 'date' ? unknownNumber : unknownName
}

/** Adds the name that was meant, where one is near. */
export function withMeant<Values extends object>(values: Values, meant: string | null): Values & { meant?: string } {
  return meant === null ? values : { ...values, meant }
}

/** Writes texts as cells are compared. */
export function upper(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim().toUpperCase())
}
