/** The decision diagram of one act under one stack: verdict and duties at the leaves. */
import type { Condition, Doubt, Duty, NotEncoded, Rule, Vocabulary } from '@brightline/language'
import { agencyFact, bindsKind, forAgencies, testHolds, testsOf, type FactTest } from '../fact/condition.ts'
import { knownIn, knownWhere, possibleCells, truthOfKnown, type Knowledge } from '../fact/knowledge.ts'
import { buildSpace, satisfyingCells, type Known, type Space } from '../fact/space.ts'
import { countedRules, letsAct, subsets } from '../interpret/interpret.ts'
import { callsCounsel, decidesInstead } from '../stack/agrees.ts'
import { contestedOn, needsPower } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
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
import { limitsOf, spaceOf, testsIn, whatBears, whatCouldApply, type Bearing, type Speaker } from './bearing.ts'
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
  /** What the instruments of each layer that speaks say of the act, from the top. */
  readonly layers: Bearing['layers']
  readonly rules: readonly Rule[]
  readonly duties: readonly Duty[]
  readonly notEncoded: readonly NotEncoded[]
  readonly doubts: readonly Doubt[]
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
  /** Leaves out the provisions that apply nowhere `within`, with the facts that they alone read. */
  readonly isOnlyWithin?: boolean
  /** Compiles only what agrees with this, where what nobody volunteered is no: of other cases the diagrams say nothing that is so. */
  readonly knowing?: Knowledge
  /** Compiles only the law on this kind of agency, which is then no fact of the space. */
  readonly agency?: string | null
  /**
   * Whether answers name the duties that arise, or only the space knows their facts, so that the diagram is small and
   * `dutyDiagram` has each by itself, or they are left out altogether.
   */
  readonly duties?: 'in-answers' | 'in-space' | 'left-out'
  /** The most nodes of the diagrams; beyond, `DiagramTooLarge` is thrown. */
  readonly budget?: number
}

/** Compiles the law of a stack on one act. */
export function compileAct(stack: Stack, act: string, options: CompileOptions = {}): CompiledAct {
  const { bearing, limits, ...own } = lookedAt(stack, act, options)
  const space = options.space ?? own.space
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
  const { layers, rules, duties, notEncoded, doubts } = bearing
  const { merged: verdict, readings } = builder.verdict({ stack, act, layers })
  const told = (options.duties ?? 'in-answers') === 'in-answers' ? duties : []
  const { diagram, leaves } = builder.withRest(verdict, { stack, act, layers, duties: told })
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
    layers,
    rules,
    duties,
    notEncoded,
    doubts,
  }
}

/** What is compiled of an act: its provisions, the space of what they read, and the impossible combinations of that. */
interface LookedAt {
  readonly bearing: Bearing
  readonly space: Space
  readonly limits: readonly Condition[]
}

/** Finds what can matter in the cases that are looked at. */
function lookedAt(stack: Stack, act: string, options: CompileOptions): LookedAt {
  const { vocabulary } = stack
  const { agency = null, extraTests = [] } = options
  const known = knownOf(vocabulary, options)
  const all = whatBears(stack, act, { agency, isWithoutDuties: options.duties === 'left-out' })
  if (known === null) {
    return { bearing: all, ...spaceOf(vocabulary, [...testsIn(all, vocabulary), ...extraTests], agency) }
  }
  const bearing = whatCouldApply(all, known, vocabulary)
  const limits = limitsOf(all, vocabulary).filter((condition) => truthOfKnown(condition, known) !== 'no')
  const tests = [...testsIn(bearing, vocabulary), ...extraTests, ...limits.flatMap(testsOf)]
  return { bearing, space: buildSpace(vocabulary, tests, { agency, known }), limits }
}

/** Says what is known of every case that is looked at; null where they are all the cases there are. */
function knownOf(vocabulary: Vocabulary, { knowing, within, isOnlyWithin }: CompileOptions): Known | null {
  if (knowing !== undefined) return knownIn(vocabulary, knowing)
  return within !== undefined && isOnlyWithin === true ? knownWhere(within) : null
}

/** Throws `DiagramTooLarge` where a fact has more cells than a diagram has room for. */
export function checkWidth({ variables }: Space): void {
  const wide = variables.find(({ cells }) => cells.length > mostCells)
  if (wide === undefined) return
  throw new DiagramTooLarge({ kind: 'cells', fact: wide.name, cells: wide.cells.length, most: mostCells })
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

/** The law on an act. */
interface Law extends Pick<Bearing, 'layers'> {
  readonly stack: Stack
  readonly act: string
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

/** Finds where rules on a compiled act ask for counsel first, and no other layer decides in their place. */
export function compileCounsel(
  compiled: CompiledAct,
  within: Diagram = leaf(1),
): readonly { readonly rule: Rule; readonly live: Diagram }[] {
  return new Builder(compiled, within).askingCounsel(compiled)
}

/** Builds the diagram of where a provision applies, in the space of a compiled act. */
export function compileProvision(compiled: CompiledAct, provision: Rule | Duty | NotEncoded): Diagram {
  return new Builder(compiled).applies(provision)
}

/** What diagrams are built in. */
type BuiltIn = Pick<CompiledAct, 'stack' | 'space' | 'store' | 'given'>

/** The conditions that were built in a store. Provisions share them: those of lead-ins, and of questions that make no sense. */
const builtIn = new WeakMap<DiagramStore, Map<Condition, Diagram>>()

class Builder {
  readonly #vocabulary: Vocabulary
  readonly #space: Space
  readonly #store: DiagramStore
  readonly #given: readonly number[] | null
  readonly #within: Diagram
  readonly #built: Map<Condition, Diagram>
  readonly #applies = new Map<Rule | Duty | NotEncoded, Diagram>()

  constructor({ stack, space, store, given }: BuiltIn, within: Diagram = leaf(1)) {
    this.#vocabulary = stack.vocabulary
    this.#space = space
    this.#store = store
    this.#given = given
    this.#within = within
    this.#built = builtIn.get(store) ?? new Map<Condition, Diagram>()
    builtIn.set(store, this.#built)
  }

  /** Builds each condition once in a store. */
  condition(condition: Condition): Diagram {
    const known = this.#built.get(condition)
    if (known !== undefined) return known
    const diagram = this.#build(condition)
    this.#built.set(condition, diagram)
    return diagram
  }

  #build(condition: Condition): Diagram {
    const store = this.#store
    switch (condition.kind) {
      case 'always':
        return leaf(1)
      case 'all':
        if (this.#isSettled(condition.of, leaf(0))) return leaf(0)
        return condition.of.reduce(
          (all, part) => (all === leaf(0) ? all : store.and(all, this.condition(part))),
          leaf(1),
        )
      case 'any':
        if (this.#isSettled(condition.of, leaf(1))) return leaf(1)
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

  /** Tells whether what is known of one fact makes one of some parts come out so; no node is made for the others then. */
  #isSettled(parts: readonly Condition[], settling: Diagram): boolean {
    if (this.#given === null) return false
    return parts.some((part) => 'fact' in part && this.condition(part) === settling)
  }

  /** Makes the states of each reading, and of all of them together. */
  verdict({ stack, act, layers }: Law): { readonly merged: Diagram; readonly readings: ReadonlyMap<string, Diagram> } {
    const store = this.#store
    const power = needsPower(stack, act)
    const ways = subsets(contestedOn(stack, act).map(({ instrument }) => instrument.id))
    const made = ways.map((without) =>
      layers.reduce((above, { speakers }) => {
        const bits = store.union(speakers.flatMap((speaker) => this.#said(speaker, without, power)))
        const answer = store.map(bits, rankState)
        return store.apply(above, answer, (a, b) => combine(asState(a), asState(b)))
      }, leaf(0)),
    )
    const merged = made.reduce((a, b) => store.apply(a, b, (x, y) => mergeReadings(asState(x), asState(y), power)))
    return { merged, readings: new Map(ways.map((without, index) => [without.join(), made[index] ?? leaf(0)])) }
  }

  /** Gives what an instrument says as bits: its answer, and that something of it is not encoded. */
  #said({ standing, rules, notEncoded }: Speaker, without: readonly string[], power: boolean): readonly Diagram[] {
    const store = this.#store
    const counted = countedRules(standing, rules, without)
    const answer = (live: number): number => stateBit(instrumentState(live))
    return [
      ...(counted.length === 0 ? [] : [store.map(this.#liveBits(counted, power), answer)]),
      ...notEncoded.map((one) => store.map(this.applies(one), (is) => is * notEncodedBit)),
    ]
  }

  /** Adds to verdicts what else an answer says: the duties that arise, and whether counsel is asked first. */
  withRest(
    verdict: Diagram,
    { duties, ...law }: Law & Pick<Bearing, 'duties'>,
  ): { readonly diagram: Diagram; readonly leaves: readonly Leaf[] } {
    const store = this.#store
    const power = needsPower(law.stack, law.act)
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
    for (const { rule, live } of this.askingCounsel(law)) {
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
  askingCounsel({ stack, act, layers }: Law): readonly { readonly rule: Rule; readonly live: Diagram }[] {
    const store = this.#store
    const power = needsPower(stack, act)
    const isAsked = layers.some(({ speakers }) =>
      speakers.some(({ rules }) => rules.some(({ counsel }) => counsel !== null)),
    )
    if (!isAsked) return []
    const lives = layers.map(({ speakers }) =>
      speakers.flatMap(({ rules }) => {
        const live = this.live(rules)
        return rules.map((rule) => ({ rule, live: live.get(rule.id) ?? leaf(0) }))
      }),
    )
    return lives.flatMap((rules, layer) =>
      rules
        .filter(({ rule }) => rule.counsel !== null)
        .map(({ rule, live }) => {
          const instead = lives.flatMap((others, at) =>
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
      for (const id of rule.overrides) {
        const known = overriders.get(id)
        if (known === undefined) overriders.set(id, [rule])
        else known.push(rule)
      }
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
    const where = store.and(this.#within, this.#bound(provision.agencies))
    const diagram = where === leaf(0) ? where : store.and(where, this.condition(provision.condition))
    this.#applies.set(provision, diagram)
    return diagram
  }

  /** Finds where these kinds of agency are meant. */
  #bound(agencies: readonly string[] | null): Diagram {
    const { agency } = this.#space
    if (agency !== null) return leaf(bindsKind(agencies, agency, this.#vocabulary) ? 1 : 0)
    return this.condition(forAgencies(agencies, this.#vocabulary))
  }

  #test(test: FactTest): Diagram {
    const { agency } = this.#space
    if (test.fact === agencyFact && agency !== null) return leaf(testHolds(test, agency) ? 1 : 0)
    const level = this.#space.levelOf.get(test.fact)
    if (level === undefined) throw new Error(`the space lacks the fact ${test.fact}`)
    const passing = satisfyingCells(this.#space, level, test)
    const given = this.#given?.[level]
    // What is known settles the test: no node is made for it.
    if (given !== undefined && (given & ~passing) === 0) return leaf(1)
    if (given !== undefined && (given & passing) === 0) return leaf(0)
    return this.#store.test(level, (cell) => (passing >> cell) & 1)
  }
}
