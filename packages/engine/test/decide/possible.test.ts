/** What is still possible, against trying every completion. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { possibleDuties, possibleVerdicts } from '../../src/decide/possible.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { completions, distinct, tryAll } from '../brute-force.ts'
import { draws, knowledgeFrom, laws, runs } from '../random-law.ts'

describe('what is still possible', () => {
  it('is what some completion leads to, and certain where every one does', () => {
    const seen = { certain: 0, possible: 0 }
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const knowledge = knowledgeFrom(law.library, drawn)
        fc.pre(completions(law, knowledge).length > 0)
        const stack = stackOf(law.library, law.place, law.asOf)
        const tried = tryAll(law, stack, knowledge)
        expect([...possibleVerdicts(stack, law.act, knowledge)].sort()).toEqual(distinct(tried))
        const duties = tried.map(({ answer }) => answer.duties.map(({ id }) => id))
        const wanted = [...new Set(duties.flat())].map((id) => [id, duties.every((ids) => ids.includes(id))] as const)
        const found = possibleDuties(stack, law.act, knowledge)
        expect(Object.fromEntries(found.map(({ duty, isCertain }) => [duty.id, isCertain]))).toEqual(
          Object.fromEntries(wanted),
        )
        for (const { isCertain } of found) seen[isCertain ? 'certain' : 'possible'] += 1
      }),
      runs(200),
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
  })
})
