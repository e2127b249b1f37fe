/**
 * A case of facts as a request that can be sent: agency, form, facts by name, and convictions that yield the derived
 * ones.
 */
import { Temporal } from 'temporal-polyfill'
import type { Conviction, Fact, Library, Offence, Vocabulary } from '@brightline/language'
import { derive } from '../conviction/derive.ts'
import { agencyFact, formFact, type CompleteCase, type FactValue } from '../fact/condition.ts'
import { factsByName } from '../fact/facts-by-name.ts'
import { impossibleAmong } from '../fact/knowledge.ts'
import { isoDay } from '../question/next.ts'

/** A request that a counter could receive. */
export interface ConcreteRequest {
  readonly agency: string | null
  readonly form: string | null
  /** Dates are ISO dates. Facts that the convictions yield are left out, and those whose question makes no sense. */
  readonly facts: Readonly<Record<string, FactValue>>
  /** Null where the derived facts are given as such: no list of listed offences yields them. */
  readonly convictions: readonly Conviction[] | null
}

/** More convictions than this make an example hard to read. */
const mostConvictions = 3

/**
 * Lifts a case. The convictions yield its derived facts on every one of the dates.
 *
 * @example
 * const facts = new Map([['agency', 'jail'], ['request.form', 'i-247a'], ['court.order', 'no']])
 * liftCase(library, facts, ['2026-01-01']).form // => 'i-247a'
 * liftCase(library, new Map([['ca.serious-or-violent-felony', 'no']]), ['2026-01-01']).convictions // => []
 */
export function liftCase(
  library: Pick<Library, 'vocabulary' | 'offences'>,
  facts: CompleteCase,
  dates: readonly string[],
): ConcreteRequest {
  const named = factsByName(library.vocabulary)
  const senseless = factsWithoutSense(library.vocabulary, facts)
  const ofRecord = [...facts].flatMap(([name, value]): readonly Wanted[] => {
    const fact = named.get(name)
    return fact === undefined || fact.derivation === null ? [] : [{ fact, value }]
  })
  const derived = ofRecord.filter(({ fact }) => fact.derivation?.table !== null)
  const found = derived.length === 0 ? null : convictionsFor(derived, library.offences, dates)
  // An offence that no table can list is on no empty record.
  const convictions = found?.length === 0 && ofRecord.some(isPositive) ? null : found
  const skipped = new Set(convictions === null ? [] : derived.map(({ fact }) => fact.name))
  const agency = facts.get(agencyFact)
  const form = facts.get(formFact)
  return {
    agency: typeof agency === 'string' ? agency : null,
    form: typeof form === 'string' ? form : null,
    facts: Object.fromEntries(
      [...facts].flatMap(([name, value]) =>
        name === agencyFact || name === formFact || skipped.has(name) || senseless.has(name)
          ? []
          : [[name, typeof value === 'number' && named.get(name)?.type.kind === 'date' ? isoDay(value) : value]],
      ),
    ),
    convictions,
  }
}

/** Finds the facts whose question makes no sense in a case: law reads nothing in them, and a request must not have them. */
function factsWithoutSense(vocabulary: Vocabulary, facts: CompleteCase): ReadonlySet<string> {
  const known = new Map([...facts].map(([name, value]) => [name, { kind: 'value', value }] as const))
  return new Set(impossibleAmong(vocabulary, known).flatMap(({ fact }) => (fact === null ? [] : [fact])))
}

interface Wanted {
  readonly fact: Fact
  readonly value: FactValue
}

type Tables = Readonly<Record<string, readonly Offence[]>>

/** Finds a short list of convictions that yields exactly these values, or null. */
function convictionsFor(
  wanted: readonly Wanted[],
  tables: Tables,
  dates: readonly string[],
): readonly Conviction[] | null {
  const positive = wanted.filter(isPositive)
  const years = [...new Set([...wanted.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])), 3])]
  const search = (list: readonly Conviction[]): readonly Conviction[] | null => {
    const missing = positive.find((one) => !isMet(one, list, near(tables, list), dates))
    if (missing === undefined) return allMet(wanted, list, tables, dates) ? list : null
    if (list.length === mostConvictions) return null
    for (const candidate of candidatesFor(missing, tables, dates, years)) {
      const longer = [...list, candidate]
      const nearby = near(tables, longer)
      if (!isMet(missing, longer, nearby, dates)) continue
      if (wanted.some((one) => !positive.includes(one) && !isMet(one, longer, nearby, dates))) continue
      const found = search(longer)
      if (found !== null) return found
    }
    return null
  }
  return search([])
}

function isPositive({ value }: Wanted): boolean {
  return value !== 'no' && value !== 'never'
}

/** Lists the offences of a fact's classes, each at the time that the fact says, or that another one says. */
function candidatesFor(
  { fact, value }: Wanted,
  tables: Tables,
  dates: readonly string[],
  years: readonly number[],
): readonly Conviction[] {
  const { derivation } = fact
  const latest = dates.toSorted().at(-1)
  if (derivation === null || derivation.table === null || latest === undefined) return []
  const when = (typeof value === 'number' ? [value] : years).map((number) => yearsBefore(latest, number))
  const rows = (tables[derivation.table] ?? []).filter((row) => derivation.classes.includes(row.class))
  return when.flatMap((date) =>
    rows.map((row) => ({ offence: row.statute, level: row.level ?? 'felony', date, place: null })),
  )
}

/** Gives a date from which the years count up to this number, half a year from where they would not. */
function yearsBefore(date: string, years: number): string {
  const months = Math.max(years * 12 - 6, 0)
  return Temporal.PlainDate.from(date).subtract({ months }).toString()
}

/** Keeps the lines that name one of the offences. That is quicker, and the final check reads them all. */
function near(tables: Tables, list: readonly Conviction[]): Tables {
  const named = new Set(list.map(({ offence }) => offence))
  return Object.fromEntries(
    Object.entries(tables).map(([place, rows]) => [place, rows.filter((row) => named.has(row.statute))]),
  )
}

function allMet(
  wanted: readonly Wanted[],
  list: readonly Conviction[],
  tables: Tables,
  dates: readonly string[],
): boolean {
  return wanted.every((one) => isMet(one, list, tables, dates))
}

function isMet(
  { fact, value }: Wanted,
  list: readonly Conviction[],
  tables: Tables,
  dates: readonly string[],
): boolean {
  return dates.every((asOf) => {
    const result = derive(fact, list, tables, asOf)
    return result.kind === 'derived' && result.possible.length === 1 && result.possible[0] === value
  })
}
