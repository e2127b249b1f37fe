/** The fates of the usual papers: the changed cases of an act, counted for each form that may arrive. */
import type { Fact } from '@brightline/language'
import { leaf, type Diagram } from '../diagram/store.ts'
import { everything } from '../diagram/walk.ts'
import { byCount } from './changed-region.ts'
import { countByLeaf, countOnes } from './count.ts'
import type { Joint } from './joint.ts'
import { moveKey, moveOf, type Move } from './move.ts'

/** The fate of the cases in which one paper came. */
export interface PaperFare {
  /** The fact that says which paper it is, such as `request.form`, and its value. */
  readonly fact: string
  readonly paper: string
  readonly cases: bigint
  /** The ways in which its verdict changes, the most cases first. */
  readonly ways: readonly (Move & { readonly count: bigint })[]
  /** Cases in which the verdict stays, and a duty, a limit or who decides is another. */
  readonly otherwise: bigint
}

/** A paper that is missing is no paper. */
const noPaper = 'none'

/**
 * Counts the changed cases of each paper that may ask for the act, in the order of the vocabulary. A paper is a value of
 * a fact whose name ends in `.form`. Where the values of such a fact say what they ask for, only those that ask for the
 * act count.
 */
export function papersOf(joint: Joint, otherwise: Diagram): readonly PaperFare[] {
  return joint.left.stack.vocabulary.facts.filter(isPaperFact).flatMap((fact) => {
    if (fact.type.kind !== 'one-of') return []
    const { values } = fact.type
    const saysWhat = values.some(({ asks }) => asks.length > 0)
    const asking = values.filter(({ asks }) => !saysWhat || asks.includes(joint.left.act))
    return asking.flatMap(({ name }) => (name === noPaper ? [] : fareOf(joint, otherwise, fact.name, name)))
  })
}

/** Tells whether a fact says which paper came. */
function isPaperFact({ name, type }: Fact): boolean {
  return name.endsWith('.form') && type.kind === 'one-of'
}

function fareOf(joint: Joint, otherwise: Diagram, fact: string, paper: string): readonly PaperFare[] {
  const { left, changed, lawful, pairs } = joint
  const { store, space } = left
  const level = space.levelOf.get(fact) ?? -1
  const cell = space.variables[level]?.cells.findIndex((at) => at.kind === 'name' && at.name === paper) ?? -1
  if (cell < 0) return []
  const arrived = everything(store)
  arrived[level] = 1 << cell
  const cases = countOnes(store, lawful, arrived)
  if (cases === 0n) return []
  const counts = countByLeaf(store, changed, arrived)
  const ways = new Map<string, PaperFare['ways'][number]>()
  for (const [number, pair] of pairs) {
    const move = moveOf(joint, pair)
    if (move === null) continue
    const count = (counts.get(number) ?? 0n) + (ways.get(moveKey(move))?.count ?? 0n)
    if (count > 0n) ways.set(moveKey(move), { ...move, count })
  }
  return [
    { fact, paper, cases, ways: [...ways.values()].toSorted(byCount), otherwise: countOnes(store, otherwise, arrived) },
  ]
}

/** Gives the cases whose verdict stays and whose duties or terms are others. */
export function changedOtherwise(joint: Joint, terms: Diagram): Diagram {
  const { left, changed, pairs } = joint
  const { store } = left
  const stays = store.map(changed, (number) => {
    const pair = pairs.get(number)
    return pair !== undefined && moveOf(joint, pair) === null ? 1 : 0
  })
  return terms === leaf(0) ? stays : store.apply(stays, terms, (is, number) => (is === 1 || number > 0 ? 1 : 0))
}
