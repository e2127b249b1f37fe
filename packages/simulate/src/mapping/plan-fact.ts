/** Checks how a mapping reads one fact, and plans it. */
import { mayUseFact } from '@brightline/engine'
import { dayNumber, nearest, type Fact } from '@brightline/language'
import { mappingProblem } from '../problem.ts'
import type { ColumnSource, DateFormat, FactSource, Mapping } from './mapping.ts'
import { inWords, type FieldPlan } from './plan.ts'
import { blankOf, codeIn, tableOf, upper, withMeant, type FactContext } from './planned-value.ts'

/** A fact that is the same in every row, or the plan of its field. */
export type PlannedFact =
  { readonly kind: 'constant'; readonly value: string | number } | { readonly kind: 'field'; readonly plan: FieldPlan }

/** Plans a fact; null where something is wrong with it, which the context is told. */
export function planFact(context: FactContext, name: string, source: FactSource): PlannedFact | null {
  const { vocabulary, forced, problems } = context
  const fact = vocabulary.facts.find((candidate) => candidate.name === name)
  if (fact === undefined) {
    const names = vocabulary.facts.map((candidate) => candidate.name)
    problems.push(mappingProblem('MAP-0002', ['facts', name], withMeant({ fact: name }, nearest(name, names))))
    return null
  }
  if (!mayUseFact(fact, forced)) {
    problems.push(mappingProblem('MAP-0004', ['facts', name], { fact: name }))
    return null
  }
  if ('constant' in source) {
    const isValue = codeIn(context, fact, source.constant) !== null
    return isValue ? { kind: 'constant', value: source.constant } : null
  }
  const plan = planField(context, fact, source)
  return plan === null ? null : { kind: 'field', plan }
}

/** Gives the formats of dates; ISO where the mapping names none. */
export function formatsOf({ date }: Mapping): readonly DateFormat[] {
  return date?.formats ?? ['iso']
}

function planField(context: FactContext, fact: Fact, source: ColumnSource): FieldPlan | null {
  if ('yearsSince' in source) return planYears(context, fact, source)
  if ('byDate' in source) return planSteps(context, fact, source)
  const slot = context.slots.of(source.column)
  const blank = blankOf(fact)
  if ('values' in source) return { kind: 'table', slot, table: tableOf(context, fact, source.values), blank }
  if ('words' in source) {
    const words = source.words.map(({ any, is }) => ({
      any: any.map(inWords),
      is: is === null ? blank : (codeIn(context, fact, is) ?? blank),
    }))
    return { kind: 'words', slots: [slot], words, other: blank, mustFit: true }
  }
  return planTyped(context, fact, source, slot)
}

type TypedSource = Exclude<
  ColumnSource,
  | { readonly yearsSince: string }
  | { readonly byDate: unknown }
  | { readonly values: unknown }
  | { readonly words: unknown }
>

/** Plans a column that is read by the type of the fact. */
function planTyped(context: FactContext, fact: Fact, source: TypedSource, slot: number): FieldPlan | null {
  const { type } = fact
  if ('number' in source) {
    if (type.kind !== 'number') return unsuitable(context, fact, 'number')
    return { kind: 'number', slot, min: type.min, max: type.max, never: upper(source.never ?? []) }
  }
  if ('date' in source) {
    if (type.kind !== 'date') return unsuitable(context, fact, 'date')
    return { kind: 'day', slot, formats: formatsOf(context.mapping) }
  }
  if (type.kind !== 'yes-no') return unsuitable(context, fact, 'yes-no')
  const yes = 'yes' in source ? source.yes : []
  const answers = [
    ...yes.map((text) => [text, 'yes'] as const),
    ...(source.no ?? []).map((text) => [text, 'no'] as const),
  ]
  return { kind: 'table', slot, table: tableOf(context, fact, Object.fromEntries(answers)), blank: blankOf(fact) }
}

function planYears(
  context: FactContext,
  fact: Fact,
  source: Extract<ColumnSource, { readonly yearsSince: string }>,
): FieldPlan | null {
  const { mapping, slots } = context
  const { type } = fact
  if (type.kind !== 'number') return unsuitable(context, fact, 'years-since')
  const column = dateColumn(context, fact)
  if (column === null) return null
  const { min, max } = type
  const own = { slot: slots.of(source.yearsSince), dateSlot: slots.of(column) }
  return { kind: 'years', ...own, formats: formatsOf(mapping), min, max, never: upper(source.never ?? []) }
}

function planSteps(
  context: FactContext,
  fact: Fact,
  source: Extract<ColumnSource, { readonly byDate: unknown }>,
): FieldPlan | null {
  const blank = blankOf(fact)
  const column = dateColumn(context, fact)
  if (column === null) return null
  const steps = source.byDate.map(({ from = null, through = null, value }) => ({
    from: from === null ? null : dayNumber(from),
    through: through === null ? null : dayNumber(through),
    value: value === null ? blank : (codeIn(context, fact, value) ?? blank),
  }))
  return { kind: 'by-date', slot: context.slots.of(column), formats: formatsOf(context.mapping), steps, blank }
}

/** Finds the column with the date of the row, which some ways need. */
function dateColumn({ mapping, problems }: FactContext, fact: Fact): string | null {
  const column = mapping.date?.column ?? null
  if (column === null) problems.push(mappingProblem('MAP-0018', ['facts', fact.name], { fact: fact.name }))
  return column
}

function unsuitable({ problems }: FactContext, fact: Fact, way: string): null {
  problems.push(mappingProblem('MAP-0005', ['facts', fact.name], { fact: fact.name, way, type: fact.type.kind }))
  return null
}
