/** Replays the cases of a data set under one policy or two, and counts. */
import { formFact } from '@brightline/engine'
import { byCharacters, type Vocabulary } from '@brightline/language'
import { dataProblem, type DataProblem } from '../problem.ts'
import type { ActReplay } from './act-replay.ts'
import { ActRun, type ActDecided } from './act-run.ts'
import { CaseReader, type CaseRead } from './case-reader.ts'
import { ActDecider } from './decide-cases.ts'
import { ownValues } from '../cases/dimension.ts'
import { exclusionOf, type Exclusion } from './exclusion.ts'
import type { ReplayInput } from './input.ts'
import { printoutOf, type Printout } from './printout.ts'
import { addTo, type Tally } from './tally.ts'
import { withWork, type MonthWork } from './workload.ts'

/** A replay. */
export interface Replay {
  readonly printout: Printout
  readonly acts: readonly ActReplay[]
  /** The work of each month. */
  readonly workload: ReadonlyMap<string, MonthWork>
  readonly problems: readonly DataProblem[]
  /** The words for acts, forms, facts and agencies. */
  readonly vocabulary: Vocabulary
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

class Run {
  readonly #input: ReplayInput
  readonly #reader: CaseReader
  readonly #actRuns = new Map<string, ActRun>()
  readonly #deciders = new Map<string, ActDecider>()
  readonly #excluded = new Map<string, { readonly exclusion: Exclusion; requests: number }>()
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
    const type = input.library.vocabulary.facts.find(({ name }) => name === formFact)?.type
    this.#asksByForm = new Map(type?.kind === 'one-of' ? type.values.map(({ name, asks }) => [name, asks]) : [])
  }

  take(at: number): void {
    const count = this.#input.cases.counts[at] ?? 0
    this.#requests += count
    const read = this.#reader.read(at)
    const knowledge = this.#reader.knowledge(at)
    const known = knowledge.get(formFact)
    const form = known?.kind === 'value' ? String(known.value) : null
    const acts = this.#actsFor(form)
    const reason = exclusionOf(read, this.#input) ?? (acts.length === 0 ? ({ kind: 'nothing-asked' } as const) : null)
    if (reason !== null) {
      this.#exclude(reason, count)
      return
    }
    const decided = acts.map((act) => this.#decide(act, at, read))
    // What is impossible for one act is not counted for another.
    if (decided.some((one) => one.kind === 'decided' && one.case.pairs === 0)) {
      this.#impossible.rows += count
      this.#impossible.row = Math.min(this.#impossible.row, this.#input.cases.firstRows[at] ?? Infinity)
      this.#exclude({ kind: 'impossible' }, count)
      return
    }
    this.#use(decided, read, form, count)
    for (const fact of Object.keys(this.#input.planned.mapping.facts ?? {}))
      if (!knowledge.has(fact)) addTo(this.#unknown, fact, count)
  }

  finish(): Replay {
    const { cases, policies, library } = this.#input
    if (cases.rowsRefused > 0) this.#exclude({ kind: 'unreadable' }, cases.rowsRefused)
    const excluded = [...this.#excluded.values()].map(({ exclusion, requests }) => ({ ...exclusion, requests }))
    const months = [...this.#months.keys()].filter((month) => month !== ownValues.noDate).sort()
    const counted = { requests: this.#requests, used: this.#used, open: this.#open, unknownFacts: this.#unknown }
    const { rows, row } = this.#impossible
    const impossible = rows === 0 ? [] : [dataProblem('DATA-0012', { row }, { rows })]
    const names = policies.map(({ name }) => name)
    return {
      printout: printoutOf(this.#input, { ...counted, months, excluded }),
      acts: [...this.#actRuns.values()].map((run) => run.finish(names)),
      workload: new Map([...this.#months].sort(([a], [b]) => byCharacters(a, b))),
      problems: [...cases.problems, ...impossible],
      vocabulary: library.vocabulary,
    }
  }

  #actsFor(form: string | null): readonly string[] {
    const { acts, planned } = this.#input
    const asked = (form === null ? null : this.#asksByForm.get(form)) ?? planned.mapping.acts ?? []
    if (acts === null) return asked
    return asked.length === 0 ? acts : acts.filter((act) => asked.includes(act))
  }

  #exclude(exclusion: Exclusion, requests: number): void {
    const key = JSON.stringify(exclusion)
    const known = this.#excluded.get(key)
    if (known === undefined) this.#excluded.set(key, { exclusion, requests })
    else known.requests += requests
  }

  /** Decides one act of a case; nothing is counted yet. */
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

  /** Counts a case that is used. */
  #use(decided: readonly ActDecided[], read: CaseRead, form: string | null, count: number): void {
    const { policies, changesByAct } = this.#input
    let isOpen = false
    for (const one of decided) {
      const run = this.#actRuns.get(one.act) ?? new ActRun(one.act, policies.length, changesByAct?.get(one.act))
      this.#actRuns.set(one.act, run)
      isOpen = run.count(one, { read, form, count }) || isOpen
    }
    this.#used += count
    if (isOpen) this.#open += count
    const month = read.month ?? ownValues.noDate
    const cases = decided.flatMap((one) => (one.kind === 'decided' ? [one.case] : []))
    const given = { sides: policies.length, isLoose: read.owner === 'unknown', count }
    this.#months.set(month, withWork(this.#months.get(month), cases, given))
  }
}
