/** Checks a mapping against the vocabulary and the places, and makes the plan of it. */
import { forcedFacts, type Stack } from '@brightline/engine'
import { dayNumber, nearest, type Fact, type Library } from '@brightline/language'
import { problem, type Problem } from '../problems.ts'
import { codeOf, namesOfFact } from './fact-code.ts'
import { owners, type FactSource, type Mapping } from './mapping.ts'
import { inWords, unknownName, unknownNumber, type Field, type FieldPlan, type Plan } from './plan.ts'

/** A mapping that fits the law: its plan, and the facts that are the same for every row. */
export interface PlannedMapping {
  readonly mapping: Mapping
  readonly plan: Plan
  /** Facts that no column decides. */
  readonly constants: ReadonlyMap<string, string | number>
  /** The places of law that rows can have; a field `place:N` holds an index of it. */
  readonly places: readonly string[]
  readonly window: Window
}

/** Days that count, both inclusive, as ISO dates; null is open. */
export interface Window {
  readonly from: string | null
  readonly through: string | null
}

export type PlanResult =
  | { readonly kind: 'planned'; readonly planned: PlannedMapping }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Makes a plan, or says what is wrong with the mapping. A protected fact is refused unless a law of the stacks forces it. */
export function makePlan(mapping: Mapping, library: Library, stacks: readonly Stack[], window: Window): PlanResult {
  const planner = new Planner(mapping, library, stacks)
  const planned = planner.plan(window)
  if (planner.problems.length > 0) return { kind: 'problems', problems: planner.problems }
  return { kind: 'planned', planned }
}

class Planner {
  readonly problems: Problem[] = []
  readonly #mapping: Mapping
  readonly #library: Library
  readonly #stacks: readonly Stack[]
  readonly #columns: string[] = []
  readonly #fields: Field[] = []
  readonly #constants = new Map<string, string | number>()
  readonly #places: string[] = []

  constructor(mapping: Mapping, library: Library, stacks: readonly Stack[]) {
    this.#mapping = mapping
    this.#library = library
    this.#stacks = stacks
  }

  plan(window: Window): PlannedMapping {
    const { facts, count } = this.#mapping
    for (const [name, source] of Object.entries(facts)) this.#fact(name, source)
    this.#dimensions(window)
    this.#jurisdictions()
    this.#agency()
    this.#filters()
    const countSlot = count === null ? null : this.#slot(count)
    const plan = { columns: this.#columns, fields: this.#fields, countSlot, delimiter: this.#mapping.delimiter }
    return { mapping: this.#mapping, plan, constants: this.#constants, places: this.#places, window }
  }

  #fact(name: string, source: FactSource): void {
    const { vocabulary } = this.#library
    const fact = vocabulary.facts.find((candidate) => candidate.name === name)
    if (fact === undefined) {
      const meant = nearest(
        name,
        vocabulary.facts.map((candidate) => candidate.name),
      )
      this.problems.push(problem('MAP-0002', `\`${name}\`${meant === null ? '' : `, did you mean \`${meant}\`?`}`))
      return
    }
    if (fact.isProtected && !this.#stacks.some((stack) => forcedFacts(stack).has(name))) {
      this.problems.push(problem('MAP-0004', `\`${name}\``))
      return
    }
    if (source.kind === 'constant') {
      if (this.#code(fact, source.value) !== null) this.#constants.set(name, source.value)
      return
    }
    const plan = this.#factPlan(fact, source)
    if (plan !== null) this.#fields.push({ name: `fact:${name}`, plan })
  }

  #factPlan(fact: Fact, source: Exclude<FactSource, { readonly kind: 'constant' }>): FieldPlan | null {
    const { type } = fact
    const blank = type.kind === 'number' || type.kind === 'date' ? unknownNumber : unknownName
    switch (source.kind) {
      case 'values':
        return { kind: 'table', slot: this.#slot(source.column), table: this.#table(fact, source.values, blank), blank }
      case 'words': {
        const words = source.words.map(({ any, is }) => ({
          any: any.map(inWords),
          is: is === null ? blank : (this.#code(fact, is) ?? blank),
        }))
        return { kind: 'words', slots: [this.#slot(source.column)], words, other: blank, mustFit: true }
      }
      case 'yes-no': {
        if (type.kind !== 'yes-no') return this.#unsuitable(fact)
        const values = [
          ...source.yes.map((text) => [text, 'yes'] as const),
          ...source.no.map((text) => [text, 'no'] as const),
        ]
        return {
          kind: 'table',
          slot: this.#slot(source.column),
          table: this.#table(fact, Object.fromEntries(values), blank),
          blank,
        }
      }
      case 'number':
        if (type.kind !== 'number') return this.#unsuitable(fact)
        return {
          kind: 'number',
          slot: this.#slot(source.column),
          min: type.min,
          max: type.max,
          never: upper(source.never),
        }
      case 'date':
        if (type.kind !== 'date') return this.#unsuitable(fact)
        return { kind: 'day', slot: this.#slot(source.column), formats: this.#formats() }
      case 'years-since': {
        const { date } = this.#mapping
        if (type.kind !== 'number' || date === null) return this.#unsuitable(fact)
        const { min, max } = type
        const slots = { slot: this.#slot(source.column), dateSlot: this.#slot(date.column) }
        return { kind: 'years', ...slots, formats: this.#formats(), min, max, never: upper(source.never) }
      }
      case 'by-date': {
        const { date } = this.#mapping
        if (date === null) return this.#unsuitable(fact)
        const steps = source.steps.map(({ from, through, value }) => ({
          from: from === null ? null : dayNumber(from),
          through: through === null ? null : dayNumber(through),
          value: value === null ? blank : (this.#code(fact, value) ?? blank),
        }))
        return { kind: 'by-date', slot: this.#slot(date.column), formats: this.#formats(), steps, blank }
      }
    }
  }

  #dimensions(window: Window): void {
    const { date, label, owner } = this.#mapping
    if (date !== null) {
      const slot = this.#slot(date.column)
      this.#fields.push({ name: 'month', plan: { kind: 'month', slot, formats: date.formats } })
      const [from, through] = [window.from, window.through].map((day) => (day === null ? null : dayNumber(day)))
      if (window.from !== null || window.through !== null) {
        this.#fields.push({
          name: 'window',
          plan: { kind: 'window', slot, formats: date.formats, from: from ?? null, through: through ?? null },
        })
      }
    }
    if (label !== null) this.#fields.push({ name: 'label', plan: { kind: 'label', slots: this.#slots(label) } })
    if (owner.kind === 'words') {
      const words = owner.words.map(({ any, is }) => ({ any: any.map(inWords), is: owners.indexOf(is) }))
      this.#fields.push({
        name: 'owner',
        plan: {
          kind: 'words',
          slots: this.#slots(owner.columns),
          words,
          other: owners.indexOf('unknown'),
          mustFit: false,
        },
      })
    }
  }

  #jurisdictions(): void {
    for (const [index, source] of this.#mapping.jurisdiction.entries()) {
      if (source.kind === 'constant') {
        this.#place(source.place)
        continue
      }
      const table = Object.fromEntries(
        Object.entries(source.values).map(([key, place]) => [key.trim().toUpperCase(), this.#place(place)]),
      )
      const mustFit = index === this.#mapping.jurisdiction.length - 1
      const plan = { kind: 'lookup', slots: this.#slots(source.columns), table, mustFit } as const
      this.#fields.push({ name: `place:${index}`, plan })
    }
  }

  /** Places that the law does not hold are kept too: rows of another state have a place. */
  #place(place: string): number {
    if (!/^us(\/[a-z0-9-]+)*$/.test(place)) this.problems.push(problem('MAP-0006', `\`${place}\``))
    const known = this.#places.indexOf(place)
    return known >= 0 ? known : this.#places.push(place) - 1
  }

  #agency(): void {
    const { agency } = this.#mapping
    const names = this.#library.vocabulary.agencies.map(({ name }) => name)
    const check = (name: string): number => {
      const code = names.indexOf(name)
      if (code < 0) this.problems.push(problem('MAP-0003', `agency \`${name}\``))
      return code < 0 ? unknownName : code
    }
    if (agency === null) return
    if (agency.kind === 'constant') check(agency.agency)
    else if (agency.kind === 'by-owner') for (const name of Object.values(agency.agencies)) check(name)
    else {
      const table = Object.fromEntries(
        Object.entries(agency.values).map(([key, name]) => [
          key.trim().toUpperCase(),
          name === null ? unknownName : check(name),
        ]),
      )
      this.#fields.push({
        name: 'agency',
        plan: { kind: 'table', slot: this.#slot(agency.column), table, blank: unknownName },
      })
    }
    for (const act of this.#mapping.acts) {
      if (!this.#library.vocabulary.acts.some(({ name }) => name === act))
        this.problems.push(problem('MAP-0003', `act \`${act}\``))
    }
  }

  #filters(): void {
    for (const [index, { column, is }] of this.#mapping.where.entries()) {
      const table = Object.fromEntries(upper(is).map((value) => [value, 1]))
      this.#fields.push({
        name: `where:${index}`,
        plan: { kind: 'lookup', slots: [this.#slot(column)], table, mustFit: false },
      })
    }
  }

  #table(
    fact: Fact,
    values: Readonly<Record<string, string | number | null>>,
    blank: number,
  ): Readonly<Record<string, number>> {
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key.trim().toUpperCase(),
        value === null ? blank : (this.#code(fact, value) ?? blank),
      ]),
    )
  }

  #code(fact: Fact, value: string | number): number | null {
    const code = codeOf(namesOfFact(this.#library.vocabulary, fact.name), value)
    const { type } = fact
    const isInRange =
      type.kind !== 'number' || value === 'never'
        ? true
        : typeof value === 'number' && type.min <= value && value <= type.max
    if (code !== null && isInRange && !(value === 'never' && type.kind === 'number' && !type.canBeNever)) return code
    const names = type.kind === 'one-of' ? type.values.map(({ name }) => name) : []
    const meant = names.length === 0 ? null : nearest(String(value), names)
    this.problems.push(
      problem('MAP-0003', `\`${value}\` of \`${fact.name}\`${meant === null ? '' : `, did you mean \`${meant}\`?`}`),
    )
    return null
  }

  #unsuitable(fact: Fact): null {
    this.problems.push(problem('MAP-0005', `\`${fact.name}\``))
    return null
  }

  #formats(): readonly ('iso' | 'us' | 'month')[] {
    return this.#mapping.date?.formats ?? ['iso']
  }

  #slots(columns: readonly string[]): readonly number[] {
    return columns.map((column) => this.#slot(column))
  }

  #slot(column: string): number {
    const known = this.#columns.indexOf(column)
    return known >= 0 ? known : this.#columns.push(column) - 1
  }
}

function upper(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim().toUpperCase())
}
