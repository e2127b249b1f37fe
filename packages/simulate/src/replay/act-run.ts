/** Counts the cases of one act. */
import type { Reach } from '@brightline/engine/analysis'
import { byCharacters } from '@brightline/language'
import type { CaseRead } from './case-reader.ts'
import type { CaseDecided, ChangedCases, SideDecided } from './decide-cases.ts'
import { dimensions, ownValues, type Dimension } from '../cases/dimension.ts'
import type { ActReplay } from './act-replay.ts'
import { countSide, toSide, type Side } from './side-run.ts'
import { addTo, changeOf, isOpenClass, keyOf, type CaseOutcome, type Tally } from './tally.ts'
import { sideOf } from './verdict-pair.ts'

/** The outcome of one act of a case. */
export type ActDecided =
  | { readonly kind: 'not-bound'; readonly act: string }
  | { readonly kind: 'decided'; readonly act: string; readonly case: CaseDecided; readonly isByStateAlone: boolean }

/** The parts of a case that are counted. */
export interface CaseCounted {
  readonly read: CaseRead
  readonly form: string | null
  readonly count: number
}

/** The counts of one act so far. */
export class ActRun {
  #rows = 0
  #open = 0
  readonly #act: string
  readonly #outcomes = new Map<string, CaseOutcome>()
  readonly #tables = new Map<Dimension, Map<string, Tally>>(dimensions.map((dimension) => [dimension, new Map()]))
  readonly #ownersByPlace = new Map<string, Set<string>>()
  readonly #formsByMonth = new Map<string, Set<string>>()
  readonly #sides: readonly Side[]
  readonly #changes: readonly { min: number; max: number }[] | null
  #byStateAlone = 0

  constructor(act: string, sides: number, changes: readonly ChangedCases[] | undefined) {
    this.#act = act
    this.#sides = Array.from({ length: sides }, () => ({ duties: new Map(), missing: new Map() }))
    this.#changes = changes?.map(() => ({ min: 0, max: 0 })) ?? null
  }

  /** Counts a case, and says whether a verdict is open. */
  count(one: ActDecided, counted: CaseCounted): boolean {
    const { read, count } = counted
    const isLoose = read.owner === 'unknown'
    const key = outcomeKey(one, isLoose)
    const outcome = this.#outcomes.get(key) ?? outcomeOf(one, this.#sides.length, isLoose)
    this.#outcomes.set(key, outcome)
    this.#rows += count
    this.#tabulate(key, counted)
    if (one.kind === 'not-bound') return false
    for (const [index, side] of this.#sides.entries())
      countSide(side, index === 0 ? one.case.before : one.case.after, isLoose, count)
    this.#countAffected(one, isLoose, count)
    const isOpen = outcome.sides.some((side) => isOpenClass(side.class))
    if (isOpen) this.#open += count
    return isOpen
  }

  /** Gives the counts under the names of the policies. */
  finish(policies: readonly string[]): ActReplay {
    const outcomes = this.#outcomes
    const tables = new Map(
      [...this.#tables].map(([dimension, table]) => [dimension, sortedTable(table, dimension)] as const),
    )
    const total = tables.get('total')?.get(ownValues.all) ?? new Map<string, number>()
    const exactly = (wanted: (outcome: CaseOutcome) => boolean): number =>
      [...total].reduce((sum, [key, count]) => {
        const outcome = outcomes.get(key)
        return outcome !== undefined && wanted(outcome) ? sum + count : sum
      }, 0)
    return {
      ...{ act: this.#act, rows: this.#rows, open: this.#open, outcomes, tables },
      ...{ ownersByPlace: this.#ownersByPlace, formsByMonth: this.#formsByMonth },
      sides: this.#sides.map((side, index) => toSide(side, index, policies[index] ?? '', { tables, outcomes })),
      change: policies.length < 2 ? null : changeOf(outcomes.values(), exactly),
      affected: this.#changes === null ? null : { changes: this.#changes, byStateAlone: this.#byStateAlone },
    }
  }

  #tabulate(key: string, { read, form, count }: CaseCounted): void {
    const values: Readonly<Record<Dimension, string>> = {
      total: ownValues.all,
      owner: read.owner,
      form: form ?? ownValues.unknown,
      month: read.month ?? ownValues.noDate,
      place: read.label === '' ? ownValues.notNamed : (read.label ?? read.place ?? ownValues.allPlaces),
    }
    addLink(this.#ownersByPlace, values.place, values.owner)
    addLink(this.#formsByMonth, values.month, values.form)
    for (const [dimension, table] of this.#tables) {
      const tally: Tally = table.get(values[dimension]) ?? new Map()
      table.set(values[dimension], tally)
      addTo(tally, key, count)
    }
  }

  #countAffected(one: Extract<ActDecided, { readonly kind: 'decided' }>, isLoose: boolean, count: number): void {
    if (this.#changes === null) return
    if (one.isByStateAlone) this.#byStateAlone += count
    for (const [index, reach] of one.case.reaches.entries()) addReach(this.#changes[index], reach, isLoose, count)
  }
}

function addReach(
  bounds: { min: number; max: number } | undefined,
  reach: Reach,
  isLoose: boolean,
  count: number,
): void {
  if (bounds === undefined || reach === 'never') return
  bounds.max += count
  if (reach === 'always' && !isLoose) bounds.min += count
}

function outcomeKey(one: ActDecided, isLoose: boolean): string {
  if (one.kind === 'not-bound') return 'not-bound'
  const { pairs, before, after } = one.case
  return `${isLoose ? '~' : ''}${pairs} ${before.answer} ${after.answer}`
}

function outcomeOf(one: ActDecided, sides: number, isLoose: boolean): CaseOutcome {
  if (one.kind === 'not-bound') {
    const side = { class: keyOf({ kind: 'not-bound' }), answer: null }
    return { sides: Array.from({ length: sides }, () => side), pairs: null, isLoose: false }
  }
  const { pairs, before, after } = one.case
  const toSideOf = (which: 'before' | 'after', { answer }: SideDecided): CaseOutcome['sides'][number] => ({
    class: keyOf({ kind: isLoose ? 'loose' : 'bound', bits: sideOf(pairs, which) }),
    answer,
  })
  return { sides: [toSideOf('before', before), toSideOf('after', after)].slice(0, sides), pairs, isLoose }
}

function addLink(links: Map<string, Set<string>>, from: string, to: string): void {
  const known = links.get(from)
  if (known === undefined) links.set(from, new Set([to]))
  else known.add(to)
}

/** Months in order; other values by their rows. */
function sortedTable(table: ReadonlyMap<string, Tally>, dimension: Dimension): ReadonlyMap<string, Tally> {
  if (dimension === 'month') return new Map([...table].sort(([a], [b]) => byCharacters(a, b)))
  const rows = (tally: Tally): number => [...tally.values()].reduce((sum, count) => sum + count, 0)
  return new Map([...table].sort(([a, one], [b, other]) => rows(other) - rows(one) || byCharacters(a, b)))
}
