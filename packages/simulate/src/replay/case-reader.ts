/** Reads one case of a case set: its facts as knowledge, and where, when and whose it was. */
import { agencyFact, type FactState, type Knowledge } from '@brightline/engine'
import type { Library } from '@brightline/language'
import type { CaseSet } from '../cases/case-set.ts'
import { namesOfFact } from '../mapping/fact-code.ts'
import { unsaidOwner, type Owner } from '../mapping/mapping.ts'
import { owners } from '../mapping/mapping-schema.ts'
import type { PlannedMapping } from '../mapping/make-plan.ts'
import { neverNumber, none, unknownName, unknownNumber } from '../mapping/plan.ts'

/** A case in words. */
export interface CaseRead {
  readonly owner: Owner
  /** `2015-03`, or null. */
  readonly month: string | null
  readonly label: string | null
  /** The place of law of the row, or null. */
  readonly place: string | null
  readonly window: 'in' | 'before' | 'after'
  /** The reason of the filter that leaves the row out, or null. */
  readonly leftOut: string | null
}

/** Reads cases by their index. */
export class CaseReader {
  readonly #cases: CaseSet
  readonly #planned: PlannedMapping
  readonly #indexByField: ReadonlyMap<string, number>
  readonly #facts: readonly {
    readonly name: string
    readonly index: number
    readonly names: readonly string[] | null
  }[]
  readonly #agencies: readonly string[]
  readonly #lookups: readonly { readonly index: number | null; readonly place: number }[]

  constructor(library: Library, planned: PlannedMapping, cases: CaseSet) {
    this.#cases = cases
    this.#planned = planned
    this.#indexByField = new Map(cases.fields.map((name, index) => [name, index]))
    this.#agencies = library.vocabulary.agencies.map(({ name }) => name)
    this.#facts = cases.fields.flatMap((field, index) => {
      if (!field.startsWith('fact:')) return []
      const name = field.slice('fact:'.length)
      return [{ name, index, names: namesOfFact(library.vocabulary, name) }]
    })
    this.#lookups = (planned.mapping.jurisdiction ?? []).map((source, index) => ({
      index: this.#indexByField.get(`place:${index}`) ?? null,
      place: 'place' in source ? planned.places.indexOf(source.place) : none,
    }))
  }

  /** Makes a key of the facts of a case; equal keys are equal knowledge. */
  factsKey(at: number): string {
    const numbers = this.#facts.map(({ index }) => this.#number(at, index))
    return `${numbers.join()};${this.#agencyNumber(at)}`
  }

  /** Reads the facts of a case. Unknown ones have no state. */
  knowledge(at: number): Knowledge {
    const knowledge = new Map<string, FactState>()
    for (const [name, value] of this.#planned.constants) knowledge.set(name, { kind: 'value', value })
    for (const { name, index, names } of this.#facts) {
      const number = this.#number(at, index)
      if (names !== null) {
        const value = number === unknownName ? undefined : names[number]
        if (value !== undefined) knowledge.set(name, { kind: 'value', value })
      } else if (number !== unknownNumber)
        knowledge.set(name, { kind: 'value', value: number === neverNumber ? 'never' : number })
    }
    const agency = this.#agencies[this.#agencyNumber(at)]
    if (agency !== undefined) knowledge.set(agencyFact, { kind: 'value', value: agency })
    return knowledge
  }

  /** Reads the place, the month and the owner of a case. */
  read(at: number): CaseRead {
    const { where = [] } = this.#planned.mapping
    const month = this.#field(at, 'month')
    const label = this.#field(at, 'label')
    const window = this.#field(at, 'window')
    const filter = where.find((_, index) => this.#field(at, `where:${index}`) !== 1)
    return {
      owner: this.#owner(at),
      month:
        month === null || month === none
          ? null
          : `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
      label: label === null ? null : (this.#cases.labels[label] ?? null),
      place: this.#place(at),
      window: window === 1 ? 'before' : window === 2 ? 'after' : 'in',
      leftOut: filter?.reason ?? null,
    }
  }

  #owner(at: number): Owner {
    const { owner = unsaidOwner } = this.#planned.mapping
    if ('owner' in owner) return owner.owner
    return owners[this.#field(at, 'owner') ?? owners.length - 1] ?? 'unknown'
  }

  #agencyNumber(at: number): number {
    const { agency = null } = this.#planned.mapping
    if (agency === null) return unknownName
    if ('agency' in agency) return this.#agencies.indexOf(agency.agency)
    if ('values' in agency) return this.#field(at, 'agency') ?? unknownName
    const name = agency.byOwner[this.#owner(at)]
    return name === undefined ? unknownName : this.#agencies.indexOf(name)
  }

  #place(at: number): string | null {
    for (const { index, place } of this.#lookups) {
      const number = index === null ? place : this.#number(at, index)
      if (number !== none) return this.#planned.places[number] ?? null
    }
    return null
  }

  #field(at: number, name: string): number | null {
    const index = this.#indexByField.get(name)
    return index === undefined ? null : this.#number(at, index)
  }

  #number(at: number, index: number): number {
    return this.#cases.cells[at * this.#cases.fields.length + index] ?? 0
  }
}
