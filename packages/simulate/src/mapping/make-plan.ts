/** Checks a mapping against the vocabulary and the places, and makes the plan of it. */
import { forcedFacts, meaningOfName, type Stack } from '@brightline/engine'
import { dayNumber, nearest, type Library, type Result } from '@brightline/language'
import { mappingProblem, type MappingProblem } from '../problem.ts'
import { ColumnSlots } from './column-slots.ts'
import { protectedColumnProblems } from './column-uses.ts'
import type { Mapping } from './mapping.ts'
import { formatsOf, planFact } from './plan-fact.ts'
import { upper, withMeant, type FactContext } from './planned-value.ts'
import { planAgency, planOwner, planPlaces, type PlannedPlaces } from './plan-place.ts'
import { slotsOf, type Field, type Plan } from './plan.ts'

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

/** Makes a plan, or says what is wrong with the mapping. A protected fact is refused unless a law of the stacks forces it. */
export function makePlan(
  mapping: Mapping,
  library: Library,
  stacks: readonly Stack[],
  window: Window,
): Result<PlannedMapping, MappingProblem> {
  const planner = new Planner(mapping, library, stacks)
  const planned = planner.plan(window)
  return planner.problems.length > 0 ? { ok: false, problems: planner.problems } : { ok: true, value: planned }
}

class Planner {
  readonly problems: MappingProblem[] = []
  readonly #mapping: Mapping
  readonly #context: FactContext
  readonly #slots = new ColumnSlots()
  readonly #fields: Field[] = []
  readonly #constants = new Map<string, string | number>()

  constructor(mapping: Mapping, { vocabulary }: Library, stacks: readonly Stack[]) {
    this.#mapping = mapping
    const forced = new Set(stacks.flatMap((stack) => [...forcedFacts(stack).keys()]))
    this.#context = { vocabulary, forced, mapping, slots: this.#slots, problems: this.problems }
  }

  plan(window: Window): PlannedMapping {
    const { count = null, delimiter = null, label = null } = this.#mapping
    this.problems.push(...protectedColumnProblems(this.#mapping, this.#context))
    this.#facts()
    this.#dates(window)
    if (label !== null) this.#fields.push({ name: 'label', plan: { kind: 'label', slots: this.#slots.all(label) } })
    const { fields, places } = this.#whoAndWhere()
    this.#fields.push(...fields)
    this.#acts()
    this.#filters()
    const countSlot = count === null ? null : this.#slots.of(count)
    const plan = {
      columns: this.#slots.names,
      fields: this.#fields,
      countSlot,
      secretSlots: this.#secretSlots(),
      delimiter,
    }
    return { mapping: this.#mapping, plan, constants: this.#constants, places, window }
  }

  #whoAndWhere(): PlannedPlaces {
    const owner = planOwner(this.#context)
    const { fields, places } = planPlaces(this.#context)
    return { fields: [...owner, ...fields, ...planAgency(this.#context)], places }
  }

  #facts(): void {
    for (const [name, source] of Object.entries(this.#mapping.facts ?? {})) {
      const planned = planFact(this.#context, name, source)
      if (planned?.kind === 'constant') this.#constants.set(name, planned.value)
      if (planned?.kind === 'field') this.#fields.push({ name: `fact:${name}`, plan: planned.plan })
    }
  }

  #dates(window: Window): void {
    const { date = null } = this.#mapping
    if (date === null) return
    const own = { slot: this.#slots.of(date.column), formats: formatsOf(this.#mapping) }
    this.#fields.push({ name: 'month', plan: { kind: 'month', ...own } })
    if (window.from === null && window.through === null) return
    const [from = null, through = null] = [window.from, window.through].map((day) =>
      day === null ? null : dayNumber(day),
    )
    this.#fields.push({ name: 'window', plan: { kind: 'window', ...own, from, through } })
  }

  #acts(): void {
    const names = this.#context.vocabulary.acts.map((act) => act.name)
    for (const [index, act] of (this.#mapping.acts ?? []).entries()) {
      if (!names.includes(act))
        this.problems.push(mappingProblem('MAP-0017', ['acts', index], withMeant({ act }, nearest(act, names))))
    }
  }

  /** Lists the slots of the columns that protected facts are read from, and of those that say who somebody is. */
  #secretSlots(): readonly number[] {
    const { vocabulary } = this.#context
    const protectedNames = vocabulary.facts.filter(({ isProtected }) => isProtected).map(({ name }) => `fact:${name}`)
    const ofFacts = this.#fields.flatMap(({ name, plan }) => (protectedNames.includes(name) ? slotsOf(plan) : []))
    const byName = this.#slots.names.flatMap((name, slot) =>
      meaningOfName(this.#context, name) === null ? [] : [slot],
    )
    return [...new Set([...ofFacts, ...byName])]
  }

  #filters(): void {
    for (const [index, { column, is }] of (this.#mapping.where ?? []).entries()) {
      const table = Object.fromEntries(upper(is).map((value) => [value, 1]))
      const slots = [this.#slots.of(column)]
      this.#fields.push({ name: `where:${index}`, plan: { kind: 'lookup', slots, table, mustFit: false } })
    }
  }
}
