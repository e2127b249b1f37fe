/** Replays the cases of a data set under one policy or two, and counts. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Reach } from '@brightline/engine/analysis'
import type { Duty } from '@brightline/language'
import { printMapping } from '../mapping/read-mapping.ts'
import { problem, type Problem } from '../problems.ts'
import { assumptionsOf } from './assumptions.ts'
import { CaseReader, type CaseRead } from './case-reader.ts'
import { ActDecider, type CaseDecided, type ChangedCases, type SideDecided } from './decide-cases.ts'
import { dimensions, type Dimension } from './dimension.ts'
import type { ReplayInput } from './input.ts'
import { addTo, changeOf, isOpenClass, keyOf, type Bounds, type Change, type Outcome, type Tally } from './tally.ts'
import { sideOf } from './verdict-pair.ts'
import { withWork, type MonthWork } from './workload.ts'

/** Said on every report, word for word. */
export const disclaimer =
  'This replays recorded requests under a rule. It does not estimate how federal behaviour would change.'

/** A duty that would have arisen. */
interface DutyCount extends Bounds {
  readonly duty: Duty
}

/** One policy on one act. */
export interface SideReplay {
  readonly policy: string
  /** By dimension and its values: rows by class. */
  readonly tables: ReadonlyMap<Dimension, ReadonlyMap<string, Tally>>
  /** What the counter would have been told with only these facts. */
  readonly answers: ReadonlyMap<string, number>
  readonly duties: readonly DutyCount[]
  /** Rows in which a fact is missing that can still change the verdict, by fact. */
  readonly missing: ReadonlyMap<string, number>
}

/** How many requests are among the cases that a comparison found to change. */
export interface AffectedReplay {
  /** One for each change, in the order in which they were given. */
  readonly changes: readonly Bounds[]
  /** Requests at facilities that the state's law alone binds: the comparison was of the law of the place. */
  readonly byStateAlone: number
}

/** One act. */
export interface ActReplay {
  readonly act: string
  readonly rows: number
  readonly open: number
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** By dimension and its values: rows by outcome. */
  readonly tables: ReadonlyMap<Dimension, ReadonlyMap<string, Tally>>
  /** Whose facilities a place has, and which forms a month has: who knows the mapping knows that these tables are nested. */
  readonly ownersByPlace: ReadonlyMap<string, ReadonlySet<string>>
  readonly formsByMonth: ReadonlyMap<string, ReadonlySet<string>>
  readonly sides: readonly SideReplay[]
  readonly change: Change<number> | null
  readonly affected: AffectedReplay | null
}

/** What is printed always. */
export interface Printout {
  readonly dataSet: {
    readonly name: string
    readonly source: string | null
    readonly licence: string | null
    readonly notes: readonly string[]
  }
  readonly policies: readonly { readonly name: string; readonly hash: string }[]
  readonly window: {
    readonly from: string | null
    readonly through: string | null
    readonly firstMonth: string | null
    readonly lastMonth: string | null
  }
  readonly rowsRead: number
  readonly requests: number
  readonly requestsUsed: number
  readonly excluded: ReadonlyMap<string, number>
  /** Used requests in which a missing fact or an unknown owner leaves a verdict open, for some act asked. */
  readonly openRequests: number
  /** Columns of the data that the mapping does not name, and those that it leaves unread on purpose. */
  readonly unmappedColumns: readonly string[]
  readonly ignoredColumns: readonly string[]
  /** By fact of the mapping, the used requests in which it is unknown: the cell is empty, or its value unmapped. */
  readonly unknownFacts: ReadonlyMap<string, number>
  readonly assumptions: readonly string[]
  readonly assumptionsHash: string
  readonly disclaimer: string
}

/** A replay. */
export interface Replay {
  readonly printout: Printout
  readonly acts: readonly ActReplay[]
  /** By month. */
  readonly workload: ReadonlyMap<string, MonthWork>
  readonly problems: readonly Problem[]
}

const casesAtOnce = 1000

/** Replays. */
export function replay(input: ReplayInput): Replay {
  const run = new Run(input)
  const { size } = input.cases
  for (let at = 0; at < size; at++) {
    run.take(at)
    if (at % casesAtOnce === 0) input.onProgress?.(at / size)
  }
  return run.finish()
}

interface Side {
  readonly duties: Map<string, { readonly duty: Duty; min: number; max: number }>
  readonly missing: Tally
}

interface ActRun {
  rows: number
  open: number
  readonly outcomes: Map<string, Outcome>
  readonly tables: Map<Dimension, Map<string, Tally>>
  readonly ownersByPlace: Map<string, Set<string>>
  readonly formsByMonth: Map<string, Set<string>>
  readonly sides: readonly Side[]
  readonly affected: { readonly changes: readonly { min: number; max: number }[]; byStateAlone: number } | null
}

class Run {
  readonly #input: ReplayInput
  readonly #reader: CaseReader
  readonly #actRuns = new Map<string, ActRun>()
  readonly #deciders = new Map<string, ActDecider>()
  readonly #excluded: Tally = new Map()
  readonly #months = new Map<string, MonthWork>()
  readonly #unknown: Tally = new Map()
  readonly #asksByForm: ReadonlyMap<string, readonly string[]>
  #requests = 0
  #used = 0
  #open = 0
  readonly #impossible = { rows: 0, row: Infinity }

  constructor(input: ReplayInput) {
    this.#input = input
    this.#reader = new CaseReader(input.library, input.planned, input.cases)
    const type = input.library.vocabulary.facts.find(({ name }) => name === 'request.form')?.type
    this.#asksByForm = new Map(type?.kind === 'one-of' ? type.values.map(({ name, asks }) => [name, asks]) : [])
  }

  take(at: number): void {
    const count = this.#input.cases.counts[at] ?? 0
    this.#requests += count
    const read = this.#reader.read(at)
    const knowledge = this.#reader.knowledge(at)
    const known = knowledge.get('request.form')
    const form = known?.kind === 'value' ? String(known.value) : null
    const acts = this.#actsFor(form)
    const reason =
      this.#reasonToExclude(read) ??
      (acts.length === 0 ? 'no act is asked for: the form is unknown or asks for none of these acts' : null)
    if (reason !== null) {
      addTo(this.#excluded, reason, count)
      return
    }
    const decided = acts.map((act) => this.#decide(act, at, read))
    // What is impossible for one act is not counted for another.
    if (decided.some((one) => one.kind === 'decided' && one.case.pairs === 0)) {
      this.#impossible.rows += count
      this.#impossible.row = Math.min(this.#impossible.row, this.#input.cases.firstRows[at] ?? Infinity)
      addTo(this.#excluded, 'the facts of the row cannot be true together', count)
      return
    }
    let isOpen = false
    for (const one of decided) isOpen = this.#count(one, read, form, count) || isOpen
    this.#used += count
    if (isOpen) this.#open += count
    const month = read.month ?? 'no date'
    const cases = decided.flatMap((one) => (one.kind === 'decided' ? [one.case] : []))
    const given = { sides: this.#input.policies.length, isLoose: read.owner === 'unknown', count }
    this.#months.set(month, withWork(this.#months.get(month), cases, given))
    for (const fact of Object.keys(this.#input.planned.mapping.facts))
      if (!knowledge.has(fact)) addTo(this.#unknown, fact, count)
  }

  finish(): Replay {
    const { cases, planned, policies } = this.#input
    const assumptions = assumptionsOf(this.#input)
    const names = policies.map(({ policy, place }) => ({ name: policy.name, hash: place.policyHash }))
    const { window, mapping } = planned
    const months = [...this.#months.keys()].filter((month) => month !== 'no date').sort()
    const excluded = new Map(this.#excluded)
    if (cases.rowsRefused > 0) excluded.set('rows that cannot be read (listed among the problems)', cases.rowsRefused)
    const printout: Printout = {
      dataSet: { name: mapping.name, source: mapping.source, licence: mapping.licence, notes: mapping.notes },
      policies: names,
      window: {
        from: window.from,
        through: window.through,
        firstMonth: months[0] ?? null,
        lastMonth: months.at(-1) ?? null,
      },
      rowsRead: cases.rowsRead,
      requests: this.#requests + cases.rowsRefused,
      requestsUsed: this.#used,
      excluded,
      openRequests: this.#open,
      unmappedColumns: cases.unreadColumns.filter((column) => !Object.hasOwn(mapping.ignored, column)),
      ignoredColumns: cases.unreadColumns.filter((column) => Object.hasOwn(mapping.ignored, column)),
      unknownFacts: this.#unknown,
      assumptions,
      assumptionsHash: bytesToHex(
        sha256(utf8ToBytes(JSON.stringify({ assumptions, names, window, mapping: printMapping(mapping) }))),
      ),
      disclaimer,
    }
    const impossible = this.#impossible.rows === 0 ? [] : [problem('DATA-0012', null, this.#impossible)]
    return {
      printout,
      acts: [...this.#actRuns].map(([act, run]) =>
        toActReplay(
          act,
          run,
          names.map(({ name }) => name),
        ),
      ),
      workload: sorted(this.#months),
      problems: [...cases.problems, ...impossible],
    }
  }

  #actsFor(form: string | null): readonly string[] {
    const { acts, planned } = this.#input
    const asked = (form === null ? null : this.#asksByForm.get(form)) ?? planned.mapping.acts
    if (acts === null) return asked
    return asked.length === 0 ? acts : acts.filter((act) => asked.includes(act))
  }

  #reasonToExclude(read: CaseRead): string | null {
    const { planned, policies } = this.#input
    if (read.leftOut !== null) return read.leftOut
    if (planned.mapping.date !== null && read.month === null) return 'the date is missing or cannot be read'
    if (read.window !== 'in') return `${read.window} the window`
    const place = policies[0]?.policy.place ?? ''
    if (planned.mapping.jurisdiction.length === 0 || place === 'us') return null
    if (read.place === null) return 'the place of the facility is not known'
    if (read.place === place || read.place.startsWith(`${place}/`)) return null
    return place.startsWith(`${read.place}/`)
      ? `the facility is known only to be in ${read.place}`
      : `the facility is outside ${place}`
  }

  /** What one act of a case comes to; nothing is counted yet. */
  #decide(act: string, at: number, read: CaseRead): ActDecided {
    const { policies, changesByAct } = this.#input
    const bindings = policies.map(({ bindingByOwner }) => bindingByOwner[read.owner])
    const stacks = policies.map((policy, index) => (bindings[index] === 'state' ? policy.state : policy.place))
    const [before, after = before] = stacks
    if (bindings.includes('none') || before === undefined || after === undefined) return { kind: 'not-bound', act }
    const key = `${act} ${bindings.join()}`
    const isByStateAlone = bindings.includes('state')
    const changes = isByStateAlone ? [] : (changesByAct?.get(act) ?? [])
    const decider = this.#deciders.get(key) ?? new ActDecider(act, before, after, changes)
    this.#deciders.set(key, decider)
    const decided = decider.decide(this.#reader.factsKey(at), () => this.#reader.knowledge(at))
    return { kind: 'decided', act, case: decided, isByStateAlone }
  }

  /** Counts a case for one act, and says whether a verdict is open. */
  #count(one: ActDecided, read: CaseRead, form: string | null, count: number): boolean {
    const { act } = one
    const isLoose = read.owner === 'unknown'
    const run = this.#actRuns.get(act) ?? newActRun(this.#input.policies.length, this.#input.changesByAct?.get(act))
    this.#actRuns.set(act, run)
    run.rows += count
    const key = outcomeKey(one, isLoose)
    const outcome = run.outcomes.get(key) ?? outcomeOf(one, run.sides.length, isLoose)
    run.outcomes.set(key, outcome)
    const values: Readonly<Record<Dimension, string>> = {
      total: 'all',
      owner: read.owner,
      form: form ?? 'unknown',
      month: read.month ?? 'no date',
      place: read.label === '' ? 'not named' : (read.label ?? read.place ?? 'all places'),
    }
    addLink(run.ownersByPlace, values.place, values.owner)
    addLink(run.formsByMonth, values.month, values.form)
    for (const dimension of dimensions) {
      const table = run.tables.get(dimension) ?? new Map<string, Tally>()
      run.tables.set(dimension, table)
      const tally: Tally = table.get(values[dimension]) ?? new Map()
      table.set(values[dimension], tally)
      addTo(tally, key, count)
    }
    if (one.kind === 'not-bound') return false
    for (const [index, side] of run.sides.entries())
      countSide(side, index === 0 ? one.case.before : one.case.after, isLoose, count)
    if (one.isByStateAlone && run.affected !== null) run.affected.byStateAlone += count
    countAffected(run, one.case.reaches, isLoose, count)
    const isOpen = outcome.sides.some((side) => isOpenClass(side.class))
    if (isOpen) run.open += count
    return isOpen
  }
}

/** One act of a case. */
type ActDecided =
  | { readonly kind: 'not-bound'; readonly act: string }
  | { readonly kind: 'decided'; readonly act: string; readonly case: CaseDecided; readonly isByStateAlone: boolean }

function outcomeKey(one: ActDecided, isLoose: boolean): string {
  if (one.kind === 'not-bound') return one.kind
  const { pairs, before, after } = one.case
  return `${isLoose ? '~' : ''}${pairs} ${before.answer} ${after.answer}`
}

function outcomeOf(one: ActDecided, sides: number, isLoose: boolean): Outcome {
  if (one.kind === 'not-bound') {
    const side = { class: keyOf({ kind: 'not-bound' }), answer: null }
    return { sides: Array.from({ length: sides }, () => side), pairs: null, isLoose: false }
  }
  const { pairs, before, after } = one.case
  const side = (which: 'before' | 'after', { answer }: SideDecided): Outcome['sides'][number] => ({
    class: keyOf({ kind: isLoose ? 'loose' : 'bound', bits: sideOf(pairs, which) }),
    answer,
  })
  return { sides: [side('before', before), side('after', after)].slice(0, sides), pairs, isLoose }
}

function newActRun(sides: number, changes: readonly ChangedCases[] | undefined): ActRun {
  const side = (): Side => ({ duties: new Map(), missing: new Map() })
  return {
    rows: 0,
    open: 0,
    outcomes: new Map(),
    tables: new Map(),
    ownersByPlace: new Map(),
    formsByMonth: new Map(),
    sides: Array.from({ length: sides }, side),
    affected: changes === undefined ? null : { changes: changes.map(() => ({ min: 0, max: 0 })), byStateAlone: 0 },
  }
}

function addLink(links: Map<string, Set<string>>, from: string, to: string): void {
  const known = links.get(from)
  if (known === undefined) links.set(from, new Set([to]))
  else known.add(to)
}

function countSide(side: Side, decided: SideDecided, isLoose: boolean, count: number): void {
  for (const fact of decided.open) addTo(side.missing, fact, count)
  for (const { duty, isCertain } of decided.duties) {
    const known = side.duties.get(duty.id) ?? { duty, min: 0, max: 0 }
    side.duties.set(duty.id, known)
    known.max += count
    if (isCertain && !isLoose) known.min += count
  }
}

function countAffected({ affected }: ActRun, reaches: readonly Reach[], isLoose: boolean, count: number): void {
  for (const [index, reach] of reaches.entries()) {
    const bounds = affected?.changes[index]
    if (bounds === undefined || reach === 'never') continue
    bounds.max += count
    if (reach === 'always' && !isLoose) bounds.min += count
  }
}

function toActReplay(act: string, run: ActRun, policies: readonly string[]): ActReplay {
  const { rows, open, outcomes, ownersByPlace, formsByMonth, affected } = run
  const tables = new Map(
    dimensions.map((dimension) => [
      dimension,
      sortedTable(run.tables.get(dimension) ?? new Map<string, Tally>(), dimension),
    ]),
  )
  const total = tables.get('total')?.get('all') ?? new Map<string, number>()
  const sides = run.sides.map((side, index) => ({
    policy: policies[index] ?? '',
    tables: new Map(
      [...tables].map(([dimension, table]) => [
        dimension,
        new Map([...table].map(([value, tally]) => [value, regrouped(tally, outcomes, (one) => classOf(one, index))])),
      ]),
    ),
    answers: regrouped(total, outcomes, (one) => one.sides[index]?.answer ?? null),
    duties: [...side.duties.values()].sort((a, b) => b.max - a.max || (a.duty.id < b.duty.id ? -1 : 1)),
    missing: new Map([...side.missing].sort(([, a], [, b]) => b - a)),
  }))
  const exactly = (wanted: (outcome: Outcome) => boolean): number =>
    [...total].reduce((sum, [key, count]) => {
      const outcome = outcomes.get(key)
      return outcome !== undefined && wanted(outcome) ? sum + count : sum
    }, 0)
  const change = policies.length < 2 ? null : changeOf(outcomes.values(), exactly)
  return { act, rows, open, outcomes, tables, ownersByPlace, formsByMonth, sides, change, affected }
}

function classOf(outcome: Outcome, side: number): string | null {
  return outcome.sides[side]?.class ?? null
}

/** Counts of outcomes, put together by something that some of them share. */
function regrouped(
  tally: ReadonlyMap<string, number>,
  outcomes: ReadonlyMap<string, Outcome>,
  keyOfOutcome: (outcome: Outcome) => string | null,
): Tally {
  const made: Tally = new Map()
  for (const [key, count] of tally) {
    const outcome = outcomes.get(key)
    const own = outcome === undefined ? null : keyOfOutcome(outcome)
    if (own !== null) addTo(made, own, count)
  }
  return made
}

/** Months in order; other values by their rows. */
function sortedTable(table: ReadonlyMap<string, Tally>, dimension: Dimension): ReadonlyMap<string, Tally> {
  if (dimension === 'month') return sorted(table)
  const rows = (tally: Tally): number => [...tally.values()].reduce((sum, count) => sum + count, 0)
  return new Map([...table].sort(([a, one], [b, other]) => rows(other) - rows(one) || (a < b ? -1 : 1)))
}

function sorted<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}
