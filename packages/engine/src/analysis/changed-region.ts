/** Cases that change alike: counted, shown by one of them, and described once somebody reads the description. */
import { possibleCells, type Knowledge } from '../fact/knowledge.ts'
import { DiagramTooLarge, leaf, type Diagram } from '../diagram/store.ts'
import { reachable } from '../diagram/walk.ts'
import type { CompleteCase } from '../fact/condition.ts'
import { caseIn } from './case.ts'
import { changedCase, type ChangedCase } from './changed-case.ts'
import { countOnes } from './count.ts'
import { cover } from './cover.ts'
import type { Joint } from './joint.ts'
import { describe, type Region } from './region.ts'

/** The share of the cases that a request may turn out to be in a region. */
export type Reach = 'always' | 'sometimes' | 'never'

/** Cases that change alike. */
export interface ChangedRegion {
  readonly count: bigint
  /** Described when it is read: that is slow, and much of it is never read. */
  readonly region: Region
  readonly example: ChangedCase
  /** Tells whether a request of which only so much is known is one of these cases. */
  readonly reach: (knowledge: Knowledge) => Reach
}

/** Counts a region, finds a case in it, and adds both to what changes there. */
export function withRegion<Change extends object>(
  joint: Joint,
  region: Diagram,
  boxes: number,
  change: Change,
): Change & ChangedRegion {
  const { store, space } = joint.left
  let described: Region | null = null
  let outside: Diagram | null = null
  return {
    ...change,
    count: countOnes(store, region),
    example: decided(joint, caseIn(joint.left, region)),
    get region(): Region {
      described ??= describe(space, cover(store, region, joint.lawful, boxes))
      return described
    },
    reach(knowledge): Reach {
      const possible = possibleCells(space, knowledge)
      if (!reachable(store, region, possible).has(1)) return 'never'
      outside ??= casesOutside(joint.left, region)
      return reachable(store, outside, possible).has(1) ? 'sometimes' : 'always'
    },
  }
}

/** Gives every case that can be and is not in the region, those that were not looked at too. */
function casesOutside({ store, diagram }: Joint['left'], region: Diagram): Diagram {
  try {
    return store.apply(diagram, region, (value, isIn) => (value === 0 || isIn === 1 ? 0 : 1))
  } catch (error) {
    // Beyond the budget nothing is called certain: bounds grow wider and stay true.
    if (error instanceof DiagramTooLarge) return leaf(1)
    throw error
  }
}

/** Decides the case on both sides. INVARIANT: the answers differ, as the diagrams said. */
function decided({ left, right }: Joint, facts: CompleteCase): ChangedCase {
  const example = changedCase(left.stack, right.stack, left.act, facts)
  if (example === null) throw new Error(`a case of ${left.act} that should change does not`)
  return example
}

/** Orders changes by their number of cases, the most first. */
export function byCount(a: { readonly count: bigint }, b: { readonly count: bigint }): number {
  if (a.count === b.count) return 0
  return a.count > b.count ? -1 : 1
}
