/** What each distinct case comes to under one policy or two; decided once, by two evaluators that must agree. */
import {
  columnType,
  compiledFor,
  decide,
  encode,
  generateAct,
  makeColumn,
  openQuestions,
  unknownVerdict,
  verdictOf,
  type CompiledAct,
  type GeneratedAct,
  type Knowledge,
  type Reach,
  type Stack,
} from '@brightline/engine'
import type { Duty, Verdict } from '@brightline/language'
import { compileTogether, possibleCells, possiblePairs, sideOf, verdicts, type ActTogether } from './together.ts'

/** What one side of a case comes to. */
export interface SideDecided {
  /** What the counter is told with only these facts; doubt rules count. */
  readonly answer: Verdict
  readonly duties: readonly { readonly duty: Duty; readonly isCertain: boolean }[]
  /** Facts that can still change the verdict, best question first. */
  readonly open: readonly string[]
}

/** Cases that change alike, as a comparison of the two policies found them. */
export interface ChangedCases {
  readonly reach: (knowledge: Knowledge) => Reach
}

/** A case under both policies. */
export interface CaseDecided {
  /** Pairs of verdicts that are possible, as bits; 0 where the facts cannot be true together. */
  readonly pairs: number
  readonly before: SideDecided
  readonly after: SideDecided
  /** For each of the changes that are looked for, whether the case is among them. */
  readonly reaches: readonly Reach[]
}

/** Decides the cases of one act under two stacks; equal facts are decided once. */
export class ActDecider {
  readonly #act: string
  readonly #before: Stack
  readonly #after: Stack
  readonly #together: ActTogether
  readonly #generated: GeneratedAct
  readonly #changes: readonly ChangedCases[]
  readonly #known = new Map<string, CaseDecided>()

  constructor(act: string, before: Stack, after: Stack, changes: readonly ChangedCases[]) {
    this.#act = act
    this.#changes = changes
    this.#before = before
    this.#after = after
    this.#together = compileTogether(act, before, after)
    this.#generated = generateAct(before, act)
  }

  /** What a case comes to; `key` stands for its knowledge. */
  decide(key: string, knowledge: () => Knowledge): CaseDecided {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const decided = this.#decide(knowledge())
    this.#known.set(key, decided)
    return decided
  }

  #decide(knowledge: Knowledge): CaseDecided {
    const possible = possibleCells(this.#together.before, knowledge)
    const pairs = possiblePairs(this.#together, possible)
    if (pairs !== 0) this.#crossCheck(knowledge, sideOf(pairs, 'before'))
    const before = sideDecided(this.#before, this.#together.before, this.#act, knowledge, possible)
    const after =
      this.#before === this.#after
        ? before
        : sideDecided(this.#after, this.#together.after, this.#act, knowledge, possible)
    return { pairs, before, after, reaches: this.#changes.map(({ reach }) => reach(knowledge)) }
  }

  /** Generated code decides complete cases too; it was written from the rules, not from the diagrams. */
  #crossCheck(knowledge: Knowledge, bits: number): void {
    const facts = Object.fromEntries(
      [...knowledge].flatMap(([name, state]) => (state.kind === 'value' ? [[name, state.value]] : [])),
    )
    const state = this.#generated.decideRecord(facts)
    if (state === unknownVerdict) return
    const verdict = verdictOf(asState(state))
    if (1 << verdicts.indexOf(verdict) !== bits) throw new Error(`generated code and diagram differ on ${this.#act}`)
  }
}

/**
 * Decides typed columns: a set of possible verdicts for each row, as bits in the order of `verdicts`; 0 where the
 * facts cannot be true together.
 *
 * Complete rows go through generated code; rows that lack a fact go through the diagram, identical ones once.
 */
export function decideColumns(
  stack: Stack,
  act: string,
  rows: number,
  columnByFact: ReadonlyMap<string, Uint8Array | Int32Array>,
): Uint8Array {
  const generated = generateAct(stack, act)
  const compiled = compiledFor(stack, act)
  const columns = generated.columns.map((type) => columnByFact.get(type.fact) ?? makeColumn(type, rows))
  const states = new Uint8Array(rows)
  const live = Array.from({ length: Math.ceil(generated.rules.length / 32) }, () => new Int32Array(rows))
  generated.decideColumns(columns, rows, states, live)
  const names = [...columnByFact.keys()].filter((name) => compiled.space.levelOf.has(name))
  const types = names.map((name) => columnType(stack.vocabulary, name))
  const own = names.map((name) => columnByFact.get(name) ?? new Uint8Array(0))
  const known = new Map<string, number>()
  const out = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const key = own.map((column) => column[row]).join()
    let bits = known.get(key)
    if (bits === undefined) {
      bits = bitsOfRow(compiled, types, own, row)
      known.set(key, bits)
    }
    const state = states[row] ?? unknownVerdict
    out[row] = state === unknownVerdict || bits === 0 ? bits : 1 << verdicts.indexOf(verdictOf(asState(state)))
  }
  return out
}

function bitsOfRow(
  compiled: CompiledAct,
  types: readonly ReturnType<typeof columnType>[],
  columns: readonly (Uint8Array | Int32Array)[],
  row: number,
): number {
  const knowledge: Knowledge = new Map(
    types.flatMap((type, index) => {
      const code = columns[index]?.[row]
      if (code === undefined || code === encode(type, undefined)) return []
      const value = type.names === null ? (code === encode(type, 'never') ? 'never' : code) : type.names[code]
      return value === undefined ? [] : [[type.fact, { kind: 'value' as const, value }]]
    }),
  )
  const together = { act: compiled.act, before: compiled, after: compiled }
  return sideOf(possiblePairs(together, possibleCells(compiled, knowledge)), 'before')
}

function sideDecided(
  stack: Stack,
  compiled: CompiledAct,
  act: string,
  knowledge: Knowledge,
  possible: readonly number[],
): SideDecided {
  const { verdict } = decide(stack, act, knowledge)
  const leaves = reachableLeaves(compiled, possible)
  const arising = compiled.duties.filter((duty) => leaves.some((duties) => duties.includes(duty)))
  return {
    answer: verdict,
    duties: arising.map((duty) => ({ duty, isCertain: leaves.every((duties) => duties.includes(duty)) })),
    open: openQuestions(compiledFor(stack, act), knowledge),
  }
}

/** The duties of every leaf that some possible case reaches. */
function reachableLeaves(
  { store, diagram, leaves }: CompiledAct,
  possible: readonly number[],
): readonly (readonly Duty[])[] {
  const found: (readonly Duty[])[] = []
  const seen = new Set<number>()
  const walk = (at: number): void => {
    if (seen.has(at)) return
    seen.add(at)
    if (at < 0) {
      const leaf = leaves[-1 - at]
      if (leaf?.kind === 'answer') found.push(leaf.duties)
      return
    }
    const level = store.level(at)
    const cells = possible[level] ?? 0
    for (let cell = 0; cells / 2 ** cell >= 1; cell++)
      if (Math.floor(cells / 2 ** cell) % 2 === 1) walk(store.child(at, cell))
  }
  walk(diagram)
  return found
}

type State = Parameters<typeof verdictOf>[0]

const states = [0, 1, 2, 3, 4, 5] as const satisfies readonly State[]

function asState(value: number): State {
  const found = states[value]
  // INVARIANT: generated code writes states only.
  if (found === undefined) throw new Error(`not a state: ${value}`)
  return found
}
