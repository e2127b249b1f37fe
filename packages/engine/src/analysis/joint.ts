/** Two versions of the law on one act, compiled into one space and one store, and where their answers differ. */
import type { Duty, Vocabulary } from '@brightline/language'
import { compileAct, compileCondition, whatBears, type CompiledAct, type Leaf } from '../diagram/compile.ts'
import { leaf, type Diagram } from '../diagram/store.ts'
import { agencyFact } from '../fact/condition.ts'
import type { Stack } from '../stack/stack.ts'
import { verdictOf } from '../stack/verdict.ts'
import { meaningOf } from './meaning.ts'

/** What one side says of a case. */
export type Answer = Extract<Leaf, { readonly kind: 'answer' }>

/** Both sides of one act. */
export interface Joint {
  readonly left: CompiledAct
  readonly right: CompiledAct
  /** 1 where the case can be and is looked at. */
  readonly lawful: Diagram
  /** 0 where nothing differs, else the number of a pair. */
  readonly changed: Diagram
  readonly pairs: ReadonlyMap<number, { readonly from: Answer; readonly to: Answer }>
}

/** Joins the law of two stacks on an act. Both stacks have the same vocabulary. */
export function join(left: Stack, right: Stack, act: string, agency: string | null, budget: number | undefined): Joint {
  const extraTests = [...whatBears(left, act).tests, ...whatBears(right, act).tests]
  const one = compileAct(left, act, budget === undefined ? { extraTests } : { extraTests, budget })
  const other = compileAct(right, act, { extraTests, space: one.space, store: one.store })
  const { store } = one
  const isLookedAt =
    agency === null || !one.space.levelOf.has(agencyFact)
      ? leaf(1)
      : compileCondition(one, { kind: 'is', fact: agencyFact, values: [agency] })
  const table = new Table()
  const limited = (compiled: CompiledAct): Diagram =>
    store.apply(
      store.map(compiled.diagram, (value) => table.numberOf(compiled.leaves[value])),
      isLookedAt,
      (value, counts) => (counts === 1 ? value : 0),
    )
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
  return { left: one, right: other, lawful: store.map(before, (value) => (value === 0 ? 0 : 1)), changed, pairs }
}

/** One numbering for the answers of both sides. Answers that say the same have one number. */
class Table {
  readonly answers: (Answer | null)[] = [null]
  readonly #numbers = new Map<string, number>()

  numberOf(at: Leaf | undefined): number {
    if (at === undefined || at.kind === 'impossible') return 0
    const key = `${verdictOf(at.state)} ${at.duties.map(dutyKey).sort().join(' ')}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.answers.length)
    return this.answers.push(at) - 1
  }
}

/** A duty that arises: what it orders. Its condition matters only where it arises. */
function dutyKey(duty: Duty): string {
  return meaningOf({ ...duty, condition: { kind: 'always' }, agencies: null })
}

/** Whether two duties of one id order the same. */
export function ordersTheSame(one: Duty, other: Duty): boolean {
  return one === other || dutyKey(one) === dutyKey(other)
}

/** One vocabulary for two libraries that were read apart. */
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
