/** What changes between two versions of the law: for which cases, how many, and one of each. */
import type { Duty, Texts, Verdict } from '@brightline/language'
import { possibleCells, type Knowledge } from '../fact/knowledge.ts'
import { DiagramTooLarge, leaf, type Diagram } from '../diagram/store.ts'
import { reachable } from '../diagram/walk.ts'
import type { CompleteCase } from '../fact/condition.ts'
import { concerns } from '../interpret/interpret.ts'
import { dutiesOf, rulesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import { verdictOf } from '../stack/verdict.ts'
import { caseIn } from './case.ts'
import { changedCase, type ChangedCase } from './changed-case.ts'
import { countByLeaf, countOnes } from './count.ts'
import { cover } from './cover.ts'
import { liveRulesOf, splitBySection, type SectionName } from './deciding.ts'
import { join, joinVocabularies, ordersTheSame, type Answer, type Joint } from './joint.ts'
import { isSameLaw, provisionChanges, type ProvisionChange } from './meaning.ts'
import { sampleChanges, type Sampled } from './sample.ts'
import { describe, type Region } from './words.ts'

/** How to compare. */
export interface CompareOptions {
  /** Only these acts; otherwise every act that either side speaks of. */
  readonly acts?: readonly string[]
  /** Only this kind of agency. */
  readonly agency?: string | null
  /** How many nodes the diagrams of one act may have. */
  readonly budget?: number
  /** How many boxes describe a region at most. */
  readonly boxes?: number
}

/** How many of the cases that a request may turn out to be lie in a region. */
export type Reach = 'always' | 'sometimes' | 'never'

/** Cases that change alike. */
interface ChangedRegion {
  readonly count: bigint
  /** Put into words when it is read. */
  readonly region: Region
  readonly example: ChangedCase
  /** Whether a request of which only so much is known is one of these cases. */
  readonly reach: (knowledge: Knowledge) => Reach
}

/** Cases whose verdict changes in one way. */
export interface VerdictChange extends ChangedRegion {
  readonly from: Verdict
  readonly to: Verdict
  readonly fromSection: SectionName | null
  readonly toSection: SectionName | null
}

/** Cases in which a duty begins, ends or is worded differently. */
export interface DutyChange extends ChangedRegion {
  readonly change: 'begins' | 'ends' | 'changes'
  readonly duty: Duty
}

/** One act. */
export type ActComparison =
  | { readonly kind: 'same'; readonly act: string }
  /** The diagrams outgrew their budget: random cases were tried instead. */
  | { readonly kind: 'not-analysed'; readonly act: string; readonly reason: Texts; readonly sampled: Sampled }
  | {
      readonly kind: 'changed'
      readonly act: string
      /** Every case that can be. */
      readonly cases: bigint
      readonly verdictChanged: bigint
      /** The verdict stays, a duty changes. */
      readonly onlyDutiesChanged: bigint
      readonly verdicts: readonly VerdictChange[]
      readonly duties: readonly DutyChange[]
    }

/** Everything that differs between two sides. */
export interface Comparison {
  readonly acts: readonly ActComparison[]
  readonly provisions: readonly ProvisionChange[]
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
  const [one, other] = [withVocabulary(left, vocabulary), withVocabulary(right, vocabulary)]
  const spoken = new Set([...actsOf(left), ...actsOf(right)])
  const acts = options.acts ?? vocabulary.acts.map(({ name }) => name).filter((act) => spoken.has(act))
  return { acts: acts.map((act) => compareAct(one, other, act, options)), provisions: provisionChanges(left, right) }
}

/** Compares the law of two stacks with one vocabulary on one act. */
export function compareAct(left: Stack, right: Stack, act: string, options: CompareOptions = {}): ActComparison {
  if (isSameLaw(left, right, act)) return { kind: 'same', act }
  try {
    const joint = join(left, right, act, options.agency ?? null, options.budget)
    if (joint.changed === leaf(0)) return { kind: 'same', act }
    return changesOf(joint, options.boxes ?? 24)
  } catch (error) {
    if (!(error instanceof DiagramTooLarge)) throw error
    const sampled = sampleChanges(left, right, act, options.agency ?? null)
    return { kind: 'not-analysed', act, reason: error.words, sampled }
  }
}

function changesOf(joint: Joint, boxes: number): Extract<ActComparison, { kind: 'changed' }> {
  const { left, changed, lawful, pairs } = joint
  const counts = countByLeaf(left.store, changed)
  let [verdictChanged, onlyDutiesChanged] = [0n, 0n]
  for (const [number, { from, to }] of pairs) {
    const count = counts.get(number) ?? 0n
    if (verdictOf(from.state) === verdictOf(to.state)) onlyDutiesChanged += count
    else verdictChanged += count
  }
  return {
    kind: 'changed',
    act: left.act,
    cases: countOnes(left.store, lawful),
    verdictChanged,
    onlyDutiesChanged,
    verdicts: verdictChanges(joint, boxes),
    duties: dutyChanges(joint, boxes),
  }
}

/** The most cases first; equal numbers in the order of the verdicts and of the law. */
function verdictChanges(joint: Joint, boxes: number): readonly VerdictChange[] {
  const { left, right, pairs, within } = joint
  const ways = new Map<string, { readonly from: Verdict; readonly to: Verdict }>()
  for (const { from, to } of pairs.values()) {
    const way = { from: verdictOf(from.state), to: verdictOf(to.state) }
    if (way.from !== way.to) ways.set(`${way.from} ${way.to}`, way)
  }
  if (ways.size === 0) return []
  const [livesLeft, livesRight] = [liveRulesOf(left, within), liveRulesOf(right, within)]
  const changes = [...ways.values()].sort(byVerdicts).flatMap(({ from, to }) => {
    const whole = where(joint, (pair) => verdictOf(pair.from.state) === from && verdictOf(pair.to.state) === to)
    return splitBySection(left, livesLeft, from, whole).flatMap(({ section: fromSection, part }) =>
      splitBySection(right, livesRight, to, part).map(({ section: toSection, part: region }) =>
        withRegion(joint, region, boxes, { from, to, fromSection, toSection }),
      ),
    )
  })
  return changes.toSorted(byCount)
}

function dutyChanges(joint: Joint, boxes: number): readonly DutyChange[] {
  const { left, right } = joint
  const laterById = new Map(right.duties.map((duty) => [duty.id, duty]))
  const ids = new Set([...left.duties, ...right.duties].map(({ id }) => id))
  const changes = [...ids].flatMap((id): readonly DutyChange[] => {
    const before = left.duties.find((duty) => duty.id === id)
    const after = laterById.get(id)
    const duty = after ?? before
    if (duty === undefined) return []
    const ways: readonly (readonly [
      DutyChange['change'],
      (from: Duty | undefined, to: Duty | undefined) => boolean,
    ])[] = [
      ['begins', (from, to) => from === undefined && to !== undefined],
      ['ends', (from, to) => from !== undefined && to === undefined],
      ['changes', (from, to) => from !== undefined && to !== undefined && !ordersTheSame(from, to)],
    ]
    return ways.flatMap(([change, isSo]) => {
      const region = where(joint, ({ from, to }) => isSo(dutyIn(from, id), dutyIn(to, id)))
      if (region === leaf(0)) return []
      return [withRegion(joint, region, boxes, { change, duty: change === 'ends' ? (before ?? duty) : duty })]
    })
  })
  return changes.toSorted(byCount)
}

function dutyIn(answer: Answer, id: string): Duty | undefined {
  return answer.duties.find((duty) => duty.id === id)
}

/** The changed cases whose answers are as asked. */
function where({ left, changed, pairs }: Joint, isSo: (pair: { from: Answer; to: Answer }) => boolean): Diagram {
  return left.store.map(changed, (number) => {
    const pair = pairs.get(number)
    return pair !== undefined && isSo(pair) ? 1 : 0
  })
}

/** A region counted, shown by a case, and described once somebody reads the description. */
function withRegion<Change extends object>(
  joint: Joint,
  region: Diagram,
  boxes: number,
  change: Change,
): Change & ChangedRegion {
  const { store, space, stack } = joint.left
  let words: Region | null = null
  let outside: Diagram | null = null
  return {
    ...change,
    count: countOnes(store, region),
    example: decided(joint, caseIn(joint.left, region)),
    get region(): Region {
      words ??= describe(stack.vocabulary, space, cover(store, region, joint.lawful, boxes))
      return words
    },
    reach(knowledge): Reach {
      const possible = possibleCells(space, knowledge)
      if (!reachable(store, region, possible).has(1)) return 'never'
      outside ??= casesOutside(joint.left, region)
      return reachable(store, outside, possible).has(1) ? 'sometimes' : 'always'
    },
  }
}

/** Every case that can be and is not in the region, those that were not looked at too. */
function casesOutside({ store, diagram }: Joint['left'], region: Diagram): Diagram {
  try {
    return store.apply(diagram, region, (value, isIn) => (value === 0 || isIn === 1 ? 0 : 1))
  } catch (error) {
    // Beyond the budget nothing is called certain: bounds grow wider and stay true.
    if (error instanceof DiagramTooLarge) return leaf(1)
    throw error
  }
}

/** The case with the interpreter's answers. INVARIANT: they differ, as the diagrams said. */
function decided({ left, right }: Joint, facts: CompleteCase): ChangedCase {
  const example = changedCase(left.stack, right.stack, left.act, facts)
  if (example === null) throw new Error(`a case of ${left.act} that should change does not`)
  return example
}

function byVerdicts(a: { from: Verdict; to: Verdict }, b: { from: Verdict; to: Verdict }): number {
  return `${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1
}

function byCount(a: { readonly count: bigint }, b: { readonly count: bigint }): number {
  if (a.count === b.count) return 0
  return a.count > b.count ? -1 : 1
}

function actsOf(stack: Stack): readonly string[] {
  const spoken = stack.vocabulary.acts
    .map(({ name }) => name)
    .filter((act) => dutiesOf(stack).some((duty) => concerns(duty, act)))
  return [...rulesOf(stack).flatMap(({ acts }) => acts), ...spoken]
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
