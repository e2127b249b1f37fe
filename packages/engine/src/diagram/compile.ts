/** The decision diagram of one act under one stack: verdict and duties at the leaves. */
import type { Condition, Doubt, Duty, NotEncoded, Rule, Vocabulary } from '@brightline/language'
import { agencyFact, bindsKind, forAgencies, testHolds, testsOf, type FactTest } from '../fact/condition.ts'
import { possibleCells, truthTest, type Knowledge } from '../fact/knowledge.ts'
import { buildSpace, satisfyingCells, type Space } from '../fact/space.ts'
import { letsAct, notEncodedOn, rulesFor, subsets } from '../interpret/interpret.ts'
import { callsCounsel, decidesInstead } from '../stack/agrees.ts'
import { contestedOn, doubtsOf, needsPower } from '../stack/stack.ts'
import type { Stack, Standing } from '../stack/layer.ts'
import { onAct } from '../stack/on-act.ts'
import {
  asState,
  combine,
  instrumentState,
  mergeReadings,
  modalBit,
  notEncodedBit,
  rankState,
  stateBit,
  verdictOf,
  type State,
} from '../stack/verdict.ts'
import { DiagramStore, DiagramTooLarge, leaf, mostCells, type Diagram } from './store.ts'

/** The meaning of a leaf. `impossible` leaves are cases that cannot be. */
export type Leaf =
  | { readonly kind: 'impossible' }
  | {
      readonly kind: 'answer'
      readonly state: State
      readonly duties: readonly Duty[]
      /** True where counsel is asked before anything is done. */
      readonly counsel: boolean
    }

/** An act of a stack, compiled. */
export interface CompiledAct {
  readonly stack: Stack
  readonly act: string
  /** True where nobody may do the act without a power. */
  readonly needsPower: boolean
  readonly space: Space
  readonly store: DiagramStore
  /** For each level a bit for each cell of which the diagrams speak; null where they speak of all. */
  readonly given: readonly number[] | null
  readonly diagram: Diagram
  /** By leaf value. */
  readonly leaves: readonly Leaf[]
  /** By the ids of the instruments whose contested provisions are left out, joined: the states of each case, also of those that cannot be. */
  readonly readings: ReadonlyMap<string, Diagram>
  readonly rules: readonly Rule[]
  readonly duties: readonly Duty[]
  readonly notEncoded: readonly NotEncoded[]
  readonly doubts: readonly { readonly doubt: Doubt; readonly diagram: Diagram }[]
}

/** Options of compiling. */
export interface CompileOptions {
  /** Cuts the numbers further, so that two versions can be compared cell by cell. */
  readonly extraTests?: readonly FactTest[]
  /** Compiles into this space, which must have every fact that the act reads. */
  readonly space?: Space
  /** Compiles into this store, made for the same space, so that equal parts of two versions are one. */
  readonly store?: DiagramStore
  /** Only these cases matter: elsewhere no rule and no duty is heard. */
  readonly within?: Condition
  /** Compiles only what agrees with this, where what nobody volunteered is no: of other cases the diagrams say nothing that is so. */
  readonly knowing?: Knowledge
  /** Compiles only the law on this kind of agency, which is then no fact of the space. */
  readonly agency?: string | null
  /** Leaves the duties out of the answers, so that the diagram is small; `dutyDiagram` has each by itself. */
  readonly withoutDuties?: boolean
  /** The most nodes of the diagrams; beyond, `DiagramTooLarge` is thrown. */
  readonly budget?: number
}

/** Compiles the law of a stack on one act. */
export function compileAct(stack: Stack, act: string, options: CompileOptions = {}): CompiledAct {
  const agency = options.agency ?? null
  const { rules, duties, notEncoded, doubts, tests, ...own } = bearingOn(stack, act, agency)
  const { space: ownSpace, limits } =
    options.extraTests === undefined ? own : spaceOf(stack.vocabulary, [...tests, ...options.extraTests], agency)
  const space = options.space ?? ownSpace
  checkWidth(space)
  const store =
    options.store ??
    new DiagramStore(
      space.variables.map(({ cells }) => cells.length),
      options.budget,
    )
  const given = options.knowing === undefined ? null : possibleCells(space, options.knowing)
  const base = { stack, space, store, given }
  const within = options.within === undefined ? leaf(1) : new Builder(base).condition(options.within)
  const builder = new Builder(base, within)
  const { merged: verdict, readings } = builder.verdict(stack, act)
  const told = options.withoutDuties === true ? [] : duties
  const { diagram, leaves } = builder.withRest(verdict, { stack, act, duties: told })
  const impossible = store.orAll(limits.map((condition) => builder.condition(condition)))
  return {
    stack,
    act,
    needsPower: needsPower(stack, act),
    space,
    store,
    given,
    diagram: store.change(diagram, impossible, () => 0),
    leaves,
    readings,
    rules,
    duties,
    notEncoded,
    doubts: doubts.map((doubt) => ({ doubt, diagram: builder.condition(doubt.condition) })),
  }
}

type Bearing = ReturnType<typeof whatBears> & ReturnType<typeof spaceOf>

interface Recent {
  readonly stack: Stack
  readonly act: string
  readonly agency: string | null
  readonly bearing: Bearing
}

/** What bore on the last acts that were compiled: cases of one law come one after the other. */
const recent: Recent[] = []
const mostRecent = 32

/** Collects what bears on an act, with its space; of the last acts it is known. */
function bearingOn(stack: Stack, act: string, agency: string | null): Bearing {
  const known = recent.find((one) => one.stack === stack && one.act === act && one.agency === agency)
  if (known !== undefined) return known.bearing
  const bears = whatBears(stack, act, agency)
  const bearing = { ...bears, ...spaceOf(stack.vocabulary, bears.tests, agency) }
  recent.push({ stack, act, agency, bearing })
  if (recent.length > mostRecent) recent.shift()
  return bearing
}

/** Throws `DiagramTooLarge` where a fact has more cells than a diagram has room for. */
export function checkWidth({ variables }: Space): void {
  const wide = variables.find(({ cells }) => cells.length > mostCells)
  if (wide === undefined) return
  throw new DiagramTooLarge({ kind: 'cells', fact: wide.name, cells: wide.cells.length, most: mostCells })
}

/** Makes the space of the facts that some tests read, and the impossible combinations that bear on them. */
export function spaceOf(
  vocabulary: Vocabulary,
  tests: readonly FactTest[],
  agency: string | null = null,
): { readonly space: Space; readonly limits: readonly Condition[] } {
  const limits = connected(
    // Law reads nothing where a question makes no sense, so no answer there need be kept out.
    vocabulary.impossible.filter(({ fact }) => fact === null).map(({ condition }) => condition),
    tests,
  )
  return { space: buildSpace(vocabulary, [...tests, ...limits.flatMap(testsOf)], agency), limits }
}

/** Collects the provisions that bear on an act, perhaps of one kind of agency, with every test that they make. */
export function whatBears(
  stack: Stack,
  act: string,
  agency: string | null = null,
): Pick<CompiledAct, 'rules' | 'duties' | 'notEncoded'> & {
  readonly doubts: readonly Doubt[]
  readonly tests: readonly FactTest[]
} {
  const binds = ({ agencies }: Rule | Duty | NotEncoded): boolean =>
    agency === null || bindsKind(agencies, agency, stack.vocabulary)
  const onActs = stack.layers.flatMap(({ instruments }) => instruments.map((standing) => onAct(standing, act)))
  const rules = onActs.flatMap((of) => of.rules.filter(binds))
  const duties = onActs.flatMap((of) => of.duties.filter(binds))
  const notEncoded = onActs.flatMap((of) => of.notEncoded.filter(binds))
  const doubts = relevantDoubts(stack, rules)
  const read = [...rules, ...duties, ...notEncoded].flatMap((provision) => [
    ...testsOf(forAgencies(provision.agencies, stack.vocabulary)),
    ...testsOf(provision.condition),
  ])
  const tests = [...read, ...doubts.flatMap((doubt) => testsOf(doubt.condition))]
  return { rules, duties, notEncoded, doubts, tests }
}

/** Finds for each rule of one instrument on the act the cases in which it applies and no live rule overrides it. */
export function compileLive(
  compiled: CompiledAct,
  rules: readonly Rule[],
  within: Diagram = leaf(1),
): ReadonlyMap<string, Diagram> {
  return new Builder(compiled, within).live(rules)
}

/** Builds the diagram of a condition in the space of a compiled act; the space must have its facts. */
export function compileCondition(compiled: CompiledAct, condition: Condition): Diagram {
  return new Builder(compiled).condition(condition)
}

/** The law on an act, with the duties that can arise from it. */
interface Law {
  readonly stack: Stack
  readonly act: string
  readonly duties: readonly Duty[]
}

type Answer = Omit<Extract<Leaf, { readonly kind: 'answer' }>, 'kind'>

/** Numbers answers; leaf 0 is kept for impossible cases. */
class Leaves {
  readonly all: Leaf[] = [{ kind: 'impossible' }]
  readonly #numbers = new Map<string, number>()

  numberOf(answer: Answer): number {
    const key = `${answer.state} ${answer.counsel} ${answer.duties.map(({ id }) => id).join()}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.all.length)
    return this.all.push({ kind: 'answer', ...answer }) - 1
  }

  at(number: number): Answer | null {
    const found = this.all[number]
    return found?.kind === 'answer' ? found : null
  }
}

/** An instrument that is read on an act, without its contested rules where it is left out. */
interface Speaking {
  readonly standing: Standing
  readonly act: string
  readonly without: readonly string[]
  readonly power: boolean
}

/** Finds where rules on a compiled act ask for counsel first, and no other layer decides in their place. */
export function compileCounsel(
  compiled: CompiledAct,
  within: Diagram = leaf(1),
): readonly { readonly rule: Rule; readonly live: Diagram }[] {
  return new Builder(compiled, within).askingCounsel(compiled.stack, compiled.act)
}

/** Builds the diagram of where a provision applies, in the space of a compiled act. */
export function compileProvision(compiled: CompiledAct, provision: Rule | Duty | NotEncoded): Diagram {
  return new Builder(compiled).applies(provision)
}

/** What diagrams are built in. */
type BuiltIn = Pick<CompiledAct, 'stack' | 'space' | 'store' | 'given'>

/** The conditions that were built in a store. Provisions share them: those of lead-ins, and of questions that make no sense. */
const builtIn = new WeakMap<DiagramStore, WeakMap<Condition, Diagram>>()

class Builder {
  readonly #vocabulary: Vocabulary
  readonly #space: Space
  readonly #store: DiagramStore
  readonly #given: readonly number[] | null
  readonly #within: Diagram
  readonly #built: WeakMap<Condition, Diagram>
  readonly #applies = new Map<Rule | Duty | NotEncoded, Diagram>()

  constructor({ stack, space, store, given }: BuiltIn, within: Diagram = leaf(1)) {
    this.#vocabulary = stack.vocabulary
    this.#space = space
    this.#store = store
    this.#given = given
    this.#within = within
    this.#built = builtIn.get(store) ?? new WeakMap<Condition, Diagram>()
    builtIn.set(store, this.#built)
  }

  /** Builds each condition once in a store. */
  condition(condition: Condition): Diagram {
    const known = this.#built.get(condition)
    if (known !== undefined) return known
    const diagram = this.#knownLeaf(condition) ?? this.#build(condition)
    this.#built.set(condition, diagram)
    return diagram
  }

  /** Gives the leaf of a condition that what is known settles already, each fact by itself: no node is made for it. */
  #knownLeaf(condition: Condition): Diagram | null {
    if (this.#given === null) return null
    const truth = truthTest(condition, this.#space)(this.#given)
    return truth === 'maybe' ? null : leaf(truth === 'yes' ? 1 : 0)
  }

  #build(condition: Condition): Diagram {
    const store = this.#store
    switch (condition.kind) {
      case 'always':
        return leaf(1)
      case 'all':
        return condition.of.map((part) => this.condition(part)).reduce((a, b) => store.and(a, b), leaf(1))
      case 'any':
        return store.orAll(condition.of.map((part) => this.condition(part)))
      case 'not':
        return store.not(this.condition(condition.of))
      case 'term':
        return this.condition(condition.of)
      case 'is':
      case 'range':
      case 'never':
        return this.#test(condition)
    }
  }

  /** Makes the states of each reading, and of all of them together. */
  verdict(stack: Stack, act: string): { readonly merged: Diagram; readonly readings: ReadonlyMap<string, Diagram> } {
    const store = this.#store
    const power = needsPower(stack, act)
    const ways = subsets(contestedOn(stack, act).map(({ instrument }) => instrument.id))
    const made = ways.map((without) =>
      stack.layers.reduce((above, layer) => {
        const bits = store.union(layer.instruments.flatMap((standing) => this.#said({ standing, act, without, power })))
        const answer = store.map(bits, rankState)
        return store.apply(above, answer, (a, b) => combine(asState(a), asState(b)))
      }, leaf(0)),
    )
    const merged = made.reduce((a, b) => store.apply(a, b, (x, y) => mergeReadings(asState(x), asState(y), power)))
    return { merged, readings: new Map(ways.map((without, index) => [without.join(), made[index] ?? leaf(0)])) }
  }

  /** Gives what an instrument says as bits: its answer, and that something of it is not encoded. */
  #said({ standing, act, without, power }: Speaking): readonly Diagram[] {
    const store = this.#store
    const rules = rulesFor(standing, act, without)
    const unread = notEncodedOn(standing, act).map((one) => this.applies(one))
    const answer = (live: number): number => stateBit(instrumentState(live))
    return [
      ...(rules.length === 0 ? [] : [store.map(this.#liveBits(rules, power), answer)]),
      ...unread.map((where) => store.map(where, (is) => is * notEncodedBit)),
    ]
  }

  /** Adds to verdicts what else an answer says: the duties that arise, and whether counsel is asked first. */
  withRest(verdict: Diagram, { stack, act, duties }: Law): { diagram: Diagram; leaves: readonly Leaf[] } {
    const store = this.#store
    const power = needsPower(stack, act)
    const leaves = new Leaves()
    let diagram = store.map(verdict, (value) => leaves.numberOf({ state: asState(value), duties: [], counsel: false }))
    for (const duty of duties) {
      diagram = store.change(diagram, this.applies(duty), (value) => {
        const at = leaves.at(value)
        if (at === null) return value
        if (duty.trigger.kind === 'after' && !letsAct(at.state, power)) return value
        return leaves.numberOf({ ...at, duties: [...at.duties, duty] })
      })
    }
    for (const { rule, live } of this.askingCounsel(stack, act)) {
      diagram = store.change(diagram, live, (value) => {
        const at = leaves.at(value)
        if (at === null) return value
        const said = { verdict: verdictOf(at.state, power), needsPower: power }
        return callsCounsel(rule, said) ? leaves.numberOf({ ...at, counsel: true }) : value
      })
    }
    return { diagram, leaves: leaves.all }
  }

  /**
   * Finds where the rules are live that say that counsel is asked first, and no other layer decides in their place;
   * contested ones count.
   */
  askingCounsel(stack: Stack, act: string): readonly { readonly rule: Rule; readonly live: Diagram }[] {
    const store = this.#store
    const power = needsPower(stack, act)
    const isAsked = stack.layers.some(({ instruments }) =>
      instruments.some((standing) => onAct(standing, act).rules.some(({ counsel }) => counsel !== null)),
    )
    if (!isAsked) return []
    const layers = stack.layers.map(({ instruments }) =>
      instruments.flatMap((standing) => {
        const rules = rulesFor(standing, act, [])
        const live = this.live(rules)
        return rules.map((rule) => ({ rule, live: live.get(rule.id) ?? leaf(0) }))
      }),
    )
    return layers.flatMap((rules, layer) =>
      rules
        .filter(({ rule }) => rule.counsel !== null)
        .map(({ rule, live }) => {
          const instead = layers.flatMap((others, at) =>
            others.filter((other) => decidesInstead(other.rule, at, { rule, layer, needsPower: power })),
          )
          return { rule, live: store.and(live, store.not(store.orAll(instead.map((other) => other.live)))) }
        }),
    )
  }

  /** Finds where each rule of one instrument is live. */
  live(rules: readonly Rule[]): ReadonlyMap<string, Diagram> {
    const store = this.#store
    const live = new Map<string, Diagram>()
    const overriders = new Map<string, Rule[]>()
    for (const rule of rules) {
      for (const id of rule.overrides) overriders.set(id, [...(overriders.get(id) ?? []), rule])
    }
    const liveOf = (rule: Rule): Diagram => {
      const known = live.get(rule.id)
      if (known !== undefined) return known
      const over = (overriders.get(rule.id) ?? []).map(liveOf)
      const result = store.and(this.applies(rule), store.not(store.orAll(over)))
      live.set(rule.id, result)
      return result
    }
    for (const rule of rules) liveOf(rule)
    return live
  }

  /** Gives the modals of the live rules of one instrument as bits. */
  #liveBits(rules: readonly Rule[], power: boolean): Diagram {
    const store = this.#store
    const live = this.live(rules)
    const byBit = new Map<number, Diagram[]>()
    for (const rule of rules) {
      const bit = modalBit(rule.modal, rule.reach, power)
      byBit.set(bit, [...(byBit.get(bit) ?? []), live.get(rule.id) ?? leaf(0)])
    }
    return store.union(
      [...byBit].map(([bit, diagrams]) => store.map(store.orAll(diagrams), (value) => (value === 0 ? 0 : bit))),
    )
  }

  /** Finds where a provision applies, of the cases that matter. */
  applies(provision: Rule | Duty | NotEncoded): Diagram {
    const store = this.#store
    const known = this.#applies.get(provision)
    if (known !== undefined) return known
    const where = store.and(this.#within, this.condition(forAgencies(provision.agencies, this.#vocabulary)))
    const diagram = where === leaf(0) ? where : store.and(where, this.condition(provision.condition))
    this.#applies.set(provision, diagram)
    return diagram
  }

  #test(test: FactTest): Diagram {
    const { agency } = this.#space
    if (test.fact === agencyFact && agency !== null) return leaf(testHolds(test, agency) ? 1 : 0)
    const level = this.#space.levelOf.get(test.fact)
    if (level === undefined) throw new Error(`the space lacks the fact ${test.fact}`)
    const passing = satisfyingCells(this.#space, level, test)
    return this.#store.test(level, (cell) => (passing >> cell) & 1)
  }
}

/** Finds the doubt rules whose term shares a fact with the rules on the act. */
function relevantDoubts(stack: Stack, rules: readonly Rule[]): readonly Doubt[] {
  const facts = new Set(rules.flatMap((rule) => testsOf(rule.condition).map(({ fact }) => fact)))
  return doubtsOf(stack).filter((doubt) => testsOf(doubt.condition).some(({ fact }) => facts.has(fact)))
}

/** Finds the impossible combinations that bear, directly or through each other, on the facts that some tests read. */
function connected(conditions: readonly Condition[], tests: readonly FactTest[]): readonly Condition[] {
  const facts = new Set(tests.map(({ fact }) => fact))
  const waiting = new Set(conditions)
  for (let before = -1; before !== waiting.size;) {
    before = waiting.size
    for (const condition of waiting) {
      const read = testsOf(condition).map(({ fact }) => fact)
      if (!read.some((fact) => facts.has(fact))) continue
      for (const fact of read) facts.add(fact)
      waiting.delete(condition)
    }
  }
  return conditions.filter((condition) => !waiting.has(condition))
}
