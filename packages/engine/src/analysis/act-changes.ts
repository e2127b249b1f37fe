/** The changes on one act: verdicts, duties, and the terms on which it may be done. */
import type { Duty } from '@brightline/language'
import { leaf, type Diagram } from '../diagram/store.ts'
import { byCount, withRegion, type ChangedRegion } from './changed-region.ts'
import { liveRulesOf, splitBySection, type SectionName } from './deciding.ts'
import { ordersTheSame, type Answer, type Joint } from './joint.ts'
import { moveKey, moveOf, type Move } from './move.ts'
import {
  compileTerms,
  counselKey,
  decidersKey,
  limitsKey,
  setsTerms,
  TermsTable,
  type TermsOf,
} from './terms-diagram.ts'

/** Cases whose verdict changes in one way, or why no rule decides, or whether something not encoded could change it. */
export interface VerdictChange extends ChangedRegion, Move {
  readonly fromSection: SectionName | null
  readonly toSection: SectionName | null
}

/** Cases in which a duty begins, ends or orders something else. */
export interface DutyChange extends ChangedRegion {
  readonly change: 'begins' | 'ends' | 'changes'
  /** As it stands after the change; one that ends as it stood before. */
  readonly duty: Duty
  /** As it stood before, where it changes. */
  readonly before: Duty | null
}

/** Cases whose answer stays, and in which somebody else decides, the act may last for another time, or counsel is asked. */
export interface TermsChange extends ChangedRegion {
  readonly aspect: 'decider' | 'limit' | 'counsel'
  readonly before: TermsOf
  readonly after: TermsOf
}

/** Lists the ways in which verdicts change: the most cases first, equal numbers in the order of the verdicts and of the law. */
export function verdictChanges(joint: Joint, boxes: number): readonly VerdictChange[] {
  const { left, right, pairs, within } = joint
  const ways = new Map<string, Move>()
  const keys = new Map<number, string>()
  for (const [number, pair] of pairs) {
    const way = moveOf(joint, pair)
    if (way === null) continue
    keys.set(number, moveKey(way))
    ways.set(moveKey(way), way)
  }
  if (ways.size === 0) return []
  const [livesLeft, livesRight] = [liveRulesOf(left, within), liveRulesOf(right, within)]
  const changes = [...ways].sort(byKey).flatMap(([key, way]) => {
    const whole = left.store.map(joint.changed, (number) => (keys.get(number) === key ? 1 : 0))
    return splitBySection(left, livesLeft, way.from, whole).flatMap(({ section: fromSection, part }) =>
      splitBySection(right, livesRight, way.to, part).map(({ section: toSection, part: region }) =>
        withRegion(joint, region, boxes, { ...way, fromSection, toSection }),
      ),
    )
  })
  return changes.toSorted(byCount)
}

/** Lists the duties that begin, end or change, with where they do; the most cases first. */
export function dutyChanges(joint: Joint, boxes: number): readonly DutyChange[] {
  const { left, right } = joint
  const [earlier, later] = [left, right].map(({ duties }) => new Map(duties.map((duty) => [duty.id, duty])))
  const ids = new Set([...left.duties, ...right.duties].map(({ id }) => id))
  const changes = [...ids].flatMap((id): readonly DutyChange[] => {
    const [before, after] = [earlier?.get(id) ?? null, later?.get(id) ?? null]
    return dutyWays.flatMap(({ change, isSo }) => {
      const duty = change === 'ends' ? before : after
      if (duty === null) return []
      const region = where(joint, ({ from, to }) => isSo(dutyIn(from, id), dutyIn(to, id)))
      if (region === leaf(0)) return []
      return [withRegion(joint, region, boxes, { change, duty, before: change === 'changes' ? before : null })]
    })
  })
  return changes.toSorted(byCount)
}

interface DutyWay {
  readonly change: DutyChange['change']
  readonly isSo: (from: Duty | undefined, to: Duty | undefined) => boolean
}

const dutyWays: readonly DutyWay[] = [
  { change: 'begins', isSo: (from, to) => from === undefined && to !== undefined },
  { change: 'ends', isSo: (from, to) => from !== undefined && to === undefined },
  {
    change: 'changes',
    isSo: (from, to) => from !== undefined && to !== undefined && !ordersTheSame(from, to),
  },
]

function dutyIn(answer: Answer, id: string): Duty | undefined {
  return answer.duties.find((duty) => duty.id === id)
}

/** The cases whose answer stays and whose terms change, as one region and way by way. */
export interface TermsChanges {
  /** 0 where the terms stay, else the number of a way. */
  readonly changed: Diagram
  readonly changes: readonly TermsChange[]
}

/** Lists the other deciders, limits and reasons for counsel, where the answer stays; the most cases first. */
export function termsChanges(joint: Joint, boxes: number): TermsChanges {
  const { left, right, within, lawful } = joint
  const { store } = left
  if (![...left.rules, ...right.rules].some(setsTerms)) return { changed: leaf(0), changes: [] }
  const table = new TermsTable()
  const moved = movedPairs(joint)
  const cases = store.apply(lawful, joint.changed, (counts, pair) => (moved.has(pair) ? 0 : counts))
  const [before, after] = [left, right].map((side) => compileTerms(side, { cases, within, table }))
  const ways = new Map<number, readonly [TermsOf, TermsOf]>()
  const numbers = new Map<string, number>()
  const changed = store.apply(before ?? leaf(0), after ?? leaf(0), (one, other) => {
    const [was, is] = [table.at(one), table.at(other)]
    if (one === other || was === null || is === null || was.verdict !== is.verdict) return 0
    const number = numbers.get(`${one} ${other}`) ?? numbers.size + 1
    numbers.set(`${one} ${other}`, number)
    ways.set(number, [was, is])
    return number
  })
  const aspects = aspectsOf([...ways.values()])
  const changes = aspects.flatMap(({ aspect, before: was, after: is }): readonly TermsChange[] => {
    const key = aspectKey(aspect, was, is)
    const region = store.map(changed, (number) => {
      const way = ways.get(number)
      return way !== undefined && aspectKey(aspect, ...way) === key ? 1 : 0
    })
    return region === leaf(0) ? [] : [withRegion(joint, region, boxes, { aspect, before: was, after: is })]
  })
  return { changed, changes: changes.toSorted(byCount) }
}

/** Lists the numbers of the pairs whose answers differ for people. */
function movedPairs(joint: Joint): ReadonlySet<number> {
  return new Set([...joint.pairs].flatMap(([number, pair]) => (moveOf(joint, pair) === null ? [] : [number])))
}

/** Lists each way in which one aspect changes once: cases with other limits may have the same new decider. */
function aspectsOf(
  ways: readonly (readonly [TermsOf, TermsOf])[],
): readonly Pick<TermsChange, 'aspect' | 'before' | 'after'>[] {
  const found = new Map<string, Pick<TermsChange, 'aspect' | 'before' | 'after'>>()
  for (const [before, after] of ways) {
    for (const aspect of ['decider', 'limit', 'counsel'] as const) {
      const key = aspectKey(aspect, before, after)
      if (key !== null && !found.has(key)) found.set(key, { aspect, before, after })
    }
  }
  return [...found.values()]
}

/** Names a change of one aspect; null where the aspect stays. */
function aspectKey(aspect: TermsChange['aspect'], before: TermsOf, after: TermsOf): string | null {
  const say = keyOfAspect[aspect]
  return say(before) === say(after) ? null : `${aspect} ${say(before)} -> ${say(after)}`
}

const keyOfAspect: Readonly<Record<TermsChange['aspect'], (terms: TermsOf) => string>> = {
  decider: decidersKey,
  limit: limitsKey,
  counsel: counselKey,
}

/** Gives the changed cases whose answers are as asked. */
function where({ left, changed, pairs }: Joint, isSo: (pair: { from: Answer; to: Answer }) => boolean): Diagram {
  return left.store.map(changed, (number) => {
    const pair = pairs.get(number)
    return pair !== undefined && isSo(pair) ? 1 : 0
  })
}

function byKey([one]: readonly [string, Move], [other]: readonly [string, Move]): number {
  return one < other ? -1 : 1
}
