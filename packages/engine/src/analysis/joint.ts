/** Two versions of the law on one act, compiled into one space and one store, and where their answers differ. */
import { testsOn } from '../diagram/bearing.ts'
import type { Condition, Duty, Vocabulary } from '@brightline/language'
import { compileAct, compileCondition, type CompiledAct, type CompileOptions, type Leaf } from '../diagram/compile.ts'
import { leaf, type Diagram } from '../diagram/store.ts'
import { agencyFact, forAgencies } from '../fact/condition.ts'
import { needsPower } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import { answeredKey, answeredOf } from '../stack/answered.ts'
import { changedProvisions, meaningOf } from './meaning.ts'

/** The answer of one side on a case. */
export type Answer = Extract<Leaf, { readonly kind: 'answer' }>

/** Both sides of one act. A small amendment is compiled only where it bears; there and elsewhere `changed` is exact. */
export interface Joint {
  readonly left: CompiledAct
  readonly right: CompiledAct
  /** 1 where the law was compiled: around the changes, or everywhere. */
  readonly within: Diagram
  /** 1 where the case can be and is looked at. */
  readonly lawful: Diagram
  /** 0 where nothing differs, else the number of a pair. */
  readonly changed: Diagram
  readonly pairs: ReadonlyMap<number, { readonly from: Answer; readonly to: Answer }>
}

/** Options of joining: one kind of agency, and the most nodes. */
interface JoinOptions {
  readonly agency?: string | null
  readonly budget?: number
}

/** Joins the law of two stacks on an act. Both stacks have the same vocabulary. */
export function join(left: Stack, right: Stack, act: string, { agency = null, budget }: JoinOptions = {}): Joint {
  const extraTests = [...testsOn(left, act), ...testsOn(right, act)]
  const near = withinChanges(left, right, act)
  const one = compileAct(left, act, { extraTests, ...near, ...(budget === undefined ? {} : { budget }) })
  const other = compileAct(right, act, { extraTests, ...near, space: one.space, store: one.store })
  const { store } = one
  const isLookedAt =
    agency === null || !one.space.levelOf.has(agencyFact)
      ? leaf(1)
      : compileCondition(one, { kind: 'is', fact: agencyFact, values: [agency] })
  const table = new Table()
  const limited = (compiled: CompiledAct): Diagram => {
    const numbers = compiled.leaves.map((at) => table.numberOf(at, compiled.needsPower))
    const numbered = store.map(compiled.diagram, (value) => numbers[value] ?? 0)
    return isLookedAt === leaf(1) ? numbered : store.apply(numbered, isLookedAt, (value, counts) => value * counts)
  }
  const [before, after] = [limited(one), limited(other)]
  const pairs = new Map<number, { readonly from: Answer; readonly to: Answer }>()
  const numbers = new Map<number, number>()
  const changed = store.apply(
    before,
    after,
    (from, to) => {
      const [was, is] = [table.answers[from], table.answers[to]]
      if (from === to || was === undefined || is === undefined || was === null || is === null) return 0
      const key = from * table.answers.length + to
      const number = numbers.get(key) ?? numbers.size + 1
      numbers.set(key, number)
      pairs.set(number, { from: was, to: is })
      return number
    },
    (a, b) => (a === b ? leaf(0) : null),
  )
  const within = near.within === undefined ? leaf(1) : compileCondition(one, near.within)
  const lawful = store.map(before, (value) => (value === 0 ? 0 : 1))
  return { left: one, right: other, within, lawful, changed, pairs }
}

/** More changed provisions than this have so wide a reach that looking only there saves nothing. */
const fewChanges = 12

/** Bounds a small amendment to the cases in which one of its provisions applies, before or after. */
function withinChanges(left: Stack, right: Stack, act: string): Pick<CompileOptions, 'within'> {
  const changed = changedProvisions(left, right, act)
  // A power that one side needs and the other does not bears on every case.
  if (changed.length > fewChanges || needsPower(left, act) !== needsPower(right, act)) return {}
  const where = changed.map(({ agencies, condition }): Condition => ({
    kind: 'all',
    of: [forAgencies(agencies, left.vocabulary), condition],
  }))
  return { within: { kind: 'any', of: where } }
}

/** One numbering for the answers of both sides. Answers that say the same have one number. */
class Table {
  readonly answers: (Answer | null)[] = [null]
  readonly #numbers = new Map<string, number>()

  numberOf(at: Leaf, needsPower: boolean): number {
    if (at.kind === 'impossible') return 0
    const key = `${answeredKey(answeredOf(at.state, needsPower))} ${at.duties.map(dutyKey).sort().join(' ')}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.answers.length)
    return this.answers.push(at) - 1
  }
}

/** Writes what a duty orders as text. Its condition matters only where it arises. */
export function dutyKey(duty: Duty): string {
  const known = keys.get(duty)
  if (known !== undefined) return known
  const made = meaningOf({ ...duty, condition: { kind: 'always' }, agencies: null })
  keys.set(duty, made)
  return made
}

const keys = new WeakMap<Duty, string>()

/** Tells whether two duties of one id order the same. */
export function ordersTheSame(one: Duty, other: Duty): boolean {
  return one === other || dutyKey(one) === dutyKey(other)
}

/** Makes one vocabulary for two libraries that were read apart. */
export function joinVocabularies(left: Vocabulary, right: Vocabulary): Vocabulary {
  if (left === right) return left
  return {
    agencies: union(left.agencies, right.agencies, ({ name }) => name),
    acts: union(left.acts, right.acts, ({ name }) => name),
    facts: union(left.facts, right.facts, ({ name }) => name),
    events: union(left.events, right.events, ({ name }) => name),
    impossible: union(left.impossible, right.impossible, ({ condition }) => JSON.stringify(condition)),
  }
}

function union<Item>(left: readonly Item[], right: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const known = new Set(left.map(keyOf))
  return [...left, ...right.filter((item) => !known.has(keyOf(item)))]
}
