/** Checks a mapping against the vocabulary and the places, and makes the plan of it. */
import { forcedFacts, meaningOfName, type Guarded, type Stack } from '@brightline/engine'
import { dayNumber, nearest, type Library, type Result } from '@brightline/language'
import { mappingProblem, type MappingProblem } from '../problem.ts'
import { ColumnSlots } from './column-slots.ts'
import { protectedColumnProblems } from './column-uses.ts'
import { unsaidOwner, type Mapping } from './mapping.ts'
import { owners } from './mapping-schema.ts'
import { formatsOf, planFact, upper, withMeant } from './plan-fact.ts'
import { inWords, slotsOf, unknownName, type Field, type Plan } from './plan.ts'

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
  readonly #library: Library
  readonly #guarded: Guarded
  readonly #slots = new ColumnSlots()
  readonly #fields: Field[] = []
  readonly #constants = new Map<string, string | number>()
  readonly #places: string[] = []

  constructor(mapping: Mapping, library: Library, stacks: readonly Stack[]) {
    this.#mapping = mapping
    this.#library = library
    const forced = new Set(stacks.flatMap((stack) => [...forcedFacts(stack).keys()]))
    this.#guarded = { vocabulary: library.vocabulary, forced }
  }

  plan(window: Window): PlannedMapping {
    const { count = null, delimiter = null } = this.#mapping
    this.problems.push(...protectedColumnProblems(this.#mapping, this.#guarded))
    this.#facts()
    this.#dates(window)
    this.#labels()
    this.#owners()
    this.#jurisdictions()
    this.#agency()
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
    return { mapping: this.#mapping, plan, constants: this.#constants, places: this.#places, window }
  }

  #facts(): void {
    const { problems } = this
    const context = {
      ...this.#guarded,
      ...{ mapping: this.#mapping, slots: this.#slots, problems },
    }
    for (const [name, source] of Object.entries(this.#mapping.facts ?? {})) {
      const planned = planFact(context, name, source)
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

  #labels(): void {
    const { label = null } = this.#mapping
    if (label !== null) this.#fields.push({ name: 'label', plan: { kind: 'label', slots: this.#slots.all(label) } })
  }

  #owners(): void {
    const { owner = unsaidOwner } = this.#mapping
    if (!('words' in owner)) return
    const words = owner.words.map(({ any, is }) => ({ any: any.map(inWords), is: owners.indexOf(is) }))
    const other = owners.indexOf('unknown')
    const slots = this.#slots.all(owner.columns)
    this.#fields.push({ name: 'owner', plan: { kind: 'words', slots, words, other, mustFit: false } })
  }

  #jurisdictions(): void {
    const sources = this.#mapping.jurisdiction ?? []
    for (const [index, source] of sources.entries()) {
      if ('place' in source) {
        this.#place(source.place, ['jurisdiction', index, 'place'])
        continue
      }
      const table = Object.fromEntries(
        Object.entries(source.values).map(([key, place]) => [
          key.trim().toUpperCase(),
          this.#place(place, ['jurisdiction', index, 'values', key]),
        ]),
      )
      const slots = this.#slots.all(source.columns)
      const mustFit = index === sources.length - 1
      this.#fields.push({ name: `place:${index}`, plan: { kind: 'lookup', slots, table, mustFit } })
    }
  }

  /** Places that the law does not hold are kept too: rows of another state have a place. */
  #place(place: string, keys: readonly (string | number)[]): number {
    if (!/^us(\/[a-z0-9-]+)*$/.test(place)) this.problems.push(mappingProblem('MAP-0006', keys, { place }))
    const known = this.#places.indexOf(place)
    return known >= 0 ? known : this.#places.push(place) - 1
  }

  #agency(): void {
    const { agency = null } = this.#mapping
    if (agency === null) return
    if ('agency' in agency) this.#agencyCode(agency.agency)
    else if ('byOwner' in agency) for (const name of Object.values(agency.byOwner)) this.#agencyCode(name)
    else {
      const table = Object.fromEntries(
        Object.entries(agency.values).map(([key, name]) => [
          key.trim().toUpperCase(),
          name === null ? unknownName : this.#agencyCode(name),
        ]),
      )
      const slot = this.#slots.of(agency.column)
      this.#fields.push({ name: 'agency', plan: { kind: 'table', slot, table, blank: unknownName } })
    }
  }

  #agencyCode(name: string): number {
    const names = this.#library.vocabulary.agencies.map((agency) => agency.name)
    const code = names.indexOf(name)
    if (code >= 0) return code
    this.problems.push(mappingProblem('MAP-0016', ['agency'], withMeant({ agency: name }, nearest(name, names))))
    return unknownName
  }

  #acts(): void {
    const names = this.#library.vocabulary.acts.map((act) => act.name)
    for (const [index, act] of (this.#mapping.acts ?? []).entries()) {
      if (!names.includes(act))
        this.problems.push(mappingProblem('MAP-0017', ['acts', index], withMeant({ act }, nearest(act, names))))
    }
  }

  /** The slots of the columns that protected facts are read from, and of those that say who somebody is. */
  #secretSlots(): readonly number[] {
    const { vocabulary } = this.#guarded
    const protectedNames = vocabulary.facts.filter(({ isProtected }) => isProtected).map(({ name }) => `fact:${name}`)
    const ofFacts = this.#fields.flatMap(({ name, plan }) => (protectedNames.includes(name) ? slotsOf(plan) : []))
    const byName = this.#slots.names.flatMap((name, slot) =>
      meaningOfName(this.#guarded, name) === null ? [] : [slot],
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
