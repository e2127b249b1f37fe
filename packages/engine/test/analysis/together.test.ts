/** One act under two laws, against trying every completion of the unknown facts. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actTogether } from '../../src/analysis/together.ts'
import { interpret } from '../../src/interpret/interpret.ts'
import { verdictOf } from '../../src/stack/verdict.ts'
import { completions } from '../brute-force.ts'
import { draws, knowledgeFrom, laws, runs } from '../random-law.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { needsPower } from '../../src/stack/stack.ts'
import { versions } from './versions.ts'

describe('an act under two laws', () => {
  it('has exactly the pairs of verdicts that the completions have', () => {
    const seen = { certain: 0, open: 0 }
    fc.assert(
      fc.property(versions, draws, (pair, drawn) => {
        const knowledge = knowledgeFrom(pair.law.library, drawn)
        const all = completions(pair.law, knowledge)
        fc.pre(all.length > 0)
        const wanted = new Set(
          all.map((facts) =>
            [pair.left, pair.right]
              .map((stack) => verdictOf(interpret(stack, pair.act, facts).state, needsPower(stack, pair.act)))
              .join(' '),
          ),
        )
        const found = actTogether(pair.act, pair.left, pair.right).possiblePairs(knowledge)
        expect(found.map(({ before, after }) => `${before} ${after}`).sort()).toEqual([...wanted].sort())
        seen[wanted.size > 1 ? 'open' : 'certain'] += 1
      }),
      runs(200),
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
  })

  it('never differs from itself, whatever is unknown', () => {
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const [one, other] = [law.library, structuredClone(law.library)].map((library) =>
          stackOf(library, law.place, law.asOf),
        )
        if (one === undefined || other === undefined) throw new Error('no law')
        const knowledge = knowledgeFrom(law.library, drawn)
        for (const { before, after } of actTogether(law.act, one, other).possiblePairs(knowledge))
          expect(after).toBe(before)
      }),
      runs(100),
    )
  })
})
