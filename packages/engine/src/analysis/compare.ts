/** The changes between two versions of the law: for which cases, how many, and one of each. */
import { DiagramTooLarge, leaf, type Outgrown } from '../diagram/store.ts'
import { concerns } from '../interpret/interpret.ts'
import { dutiesOf, notEncodedOf, rulesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import {
  dutyChanges,
  termsChanges,
  verdictChanges,
  type DutyChange,
  type TermsChange,
  type VerdictChange,
} from './act-changes.ts'
import { countByLeaf, countOnes } from './count.ts'
import { directionOf, type Direction } from './direction.ts'
import { join, joinVocabularies, type Joint } from './joint.ts'
import { lawChanges, type LawChange } from './law-change.ts'
import { isSameLaw } from './meaning.ts'
import { moveOf } from './move.ts'
import { changedOtherwise, papersOf, type PaperFare } from './papers.ts'
import { sampleChanges, type Sampled } from './sample.ts'

/** Options of comparing. */
export interface CompareOptions {
  /** Only these acts; otherwise every act that either side speaks of. */
  readonly acts?: readonly string[]
  /** Only this kind of agency. */
  readonly agency?: string | null
  /** The most nodes of the diagrams of one act. */
  readonly budget?: number
  /** The most boxes that describe a region. */
  readonly boxes?: number
}

/** An act that comes out otherwise in some case. */
export interface ChangedAct {
  readonly kind: 'changed'
  readonly act: string
  /** Every case that can be. */
  readonly cases: bigint
  /** The verdict changes, or why no rule decides, or whether something not encoded could change it. */
  readonly verdictChanged: bigint
  /** Of these, how many move which way. */
  readonly moves: Readonly<Record<Direction, bigint>>
  /** The verdict stays, a duty changes. */
  readonly onlyDutiesChanged: bigint
  /** The verdict and the duties stay, and who decides, how long the act may last or why counsel is asked changes. */
  readonly onlyTermsChanged: bigint
  readonly verdicts: readonly VerdictChange[]
  readonly duties: readonly DutyChange[]
  readonly terms: readonly TermsChange[]
  readonly papers: readonly PaperFare[]
}

/** One act. */
export type ActComparison =
  | { readonly kind: 'same'; readonly act: string }
  /** The diagrams outgrew their budget: random cases were tried instead. */
  | { readonly kind: 'not-analysed'; readonly act: string; readonly reason: Outgrown; readonly sampled: Sampled }
  | ChangedAct

/** Everything that differs between two sides: what cases come out as, and what the texts say. */
export interface Comparison {
  readonly acts: readonly ActComparison[]
  readonly law: readonly LawChange[]
}

/**
 * Compares the law of two stacks, act by act, over every case.
 *
 * @example
 * const before = stackOf(library, 'us/ca', '2017-12-31')
 * const after = stackOf(library, 'us/ca', '2018-01-01')
 * const [hold] = compare(before, after, { acts: ['hold'] }).acts
 * hold.verdicts.some(({ from, to }) => from === 'permitted' && to === 'prohibited') // => true
 * compare(after, after).acts.every(({ kind }) => kind === 'same') // => true
 */
export function compare(left: Stack, right: Stack, options: CompareOptions = {}): Comparison {
  const vocabulary = joinVocabularies(left.vocabulary, right.vocabulary)
  const one = withVocabulary(left, vocabulary)
  const other = withVocabulary(right, withPowers(vocabulary, right.vocabulary.acts))
  const spoken = new Set([...actsOf(left), ...actsOf(right)])
  const compared = options.acts ?? vocabulary.acts.map(({ name }) => name).filter((act) => spoken.has(act))
  return { acts: compared.map((act) => compareAct(one, other, act, options)), law: lawChanges(left, right) }
}

/** Compares the law of two stacks with one vocabulary on one act. */
export function compareAct(left: Stack, right: Stack, act: string, options: CompareOptions = {}): ActComparison {
  if (isSameLaw(left, right, act)) return { kind: 'same', act }
  try {
    const joint = join(left, right, act, options)
    return changesOf(joint, options.boxes ?? 24) ?? { kind: 'same', act }
  } catch (error) {
    if (!(error instanceof DiagramTooLarge)) throw error
    const sampled = sampleChanges(left, right, act, options.agency ?? null)
    return { kind: 'not-analysed', act, reason: error.outgrown, sampled }
  }
}

/** Puts together what changes on an act; null where nothing does. */
function changesOf(joint: Joint, boxes: number): ChangedAct | null {
  const { left, lawful } = joint
  const { changed: otherTerms, changes: terms } = termsChanges(joint, boxes)
  if (joint.changed === leaf(0) && otherTerms === leaf(0)) return null
  const { store } = left
  const onlyTerms = store.apply(joint.changed, otherTerms, (number, way) => (number === 0 && way > 0 ? 1 : 0))
  const moves = movesOf(joint)
  const otherwise = changedOtherwise(joint, otherTerms)
  return {
    kind: 'changed',
    act: left.act,
    cases: countOnes(store, lawful),
    verdictChanged: Object.values(moves).reduce((sum, count) => sum + count, 0n),
    moves,
    onlyDutiesChanged: countOnes(store, otherwise) - countOnes(store, onlyTerms),
    onlyTermsChanged: countOnes(store, onlyTerms),
    verdicts: verdictChanges(joint, boxes),
    duties: dutyChanges(joint, boxes),
    terms,
    papers: papersOf(joint, otherwise),
  }
}

/** Counts the cases whose verdict changes by the way they move. */
function movesOf(joint: Joint): ChangedAct['moves'] {
  const { left, changed, pairs } = joint
  const moves: Record<Direction, bigint> = { stricter: 0n, looser: 0n, 'now-unclear': 0n, 'as-strict': 0n }
  for (const [number, count] of countByLeaf(left.store, changed)) {
    const pair = pairs.get(number)
    const move = pair === undefined ? null : moveOf(joint, pair)
    if (move !== null) moves[directionOf(move.from, move.to)] += count
  }
  return moves
}

function actsOf(stack: Stack): readonly string[] {
  const spoken = stack.vocabulary.acts
    .map(({ name }) => name)
    .filter((act) => dutiesOf(stack).some((duty) => concerns(duty, act)))
  return [...[...rulesOf(stack), ...notEncodedOf(stack)].flatMap(({ acts }) => acts), ...spoken]
}

/** Gives the vocabulary with the powers that one side says its acts need; the same vocabulary where it says the same. */
function withPowers(vocabulary: Stack['vocabulary'], own: Stack['vocabulary']['acts']): Stack['vocabulary'] {
  const powers = new Map(own.map(({ name, power }) => [name, power]))
  const acts = vocabulary.acts.map((act) => ({ ...act, power: powers.get(act.name) ?? null }))
  const isSame = acts.every(({ power }, index) => power === vocabulary.acts[index]?.power)
  return isSame ? vocabulary : { ...vocabulary, acts }
}

function withVocabulary(stack: Stack, vocabulary: Stack['vocabulary']): Stack {
  if (stack.vocabulary === vocabulary) return stack
  const { place, asOf, layers, library } = stack
  return {
    place,
    asOf,
    layers,
    library,
    vocabulary,
    get policyHash(): string {
      return stack.policyHash
    },
  }
}
