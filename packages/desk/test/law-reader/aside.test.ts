/** What is found on a thread of its own is what would be found here; a thread that fails is not the end of it. */
import { stackOf } from '@brightline/engine'
import { compare } from '@brightline/engine/analysis'
import { toCasesDocument } from '@brightline/wording'
import { toCompareDocument } from '@brightline/wording/analysis'
import { describe, expect, it } from 'vitest'
import { findCases, findComparison } from '../../src/law-reader/aside.ts'
import { testLaw } from '../test-law.ts'

const place = 'us/ex/springfield'
const between = { place, since: '2026-04-01', asOf: '2026-11-29', agency: 'jail' }

describe('what is found aside', () => {
  it('of the standard situations is what the law says to them', async () => {
    const law = await testLaw.all()
    const standard = law.standardCases()
    if (standard === null) throw new Error('the law has standard situations')
    const expected = standard.byPlace.get(place) ?? []
    const here = toCasesDocument(standard.situations, [{ place, library: law.library, expected }])
    expect(await findCases(law, place)).toEqual(here)
  })

  it('of two days is what the comparison of their law says', async () => {
    const law = await testLaw.all()
    const [left, right] = [between.since, between.asOf].map((day) => ({
      stack: stackOf(law.library, place, day),
      working: null,
    }))
    if (left === undefined || right === undefined) throw new Error('two days')
    const situations = law.standardCases()?.situations ?? null
    const comparison = compare(left.stack, right.stack, { agency: 'jail' })
    const here = toCompareDocument({ left, right, comparison, agency: 'jail', replayed: null, situations })
    expect(await findComparison(law, between)).toEqual(here)
  })

  it('is found once for whoever asks the same at the same time', async () => {
    const law = await testLaw.all()
    const [one, other] = await Promise.all([findCases(law, place), findCases(law, place)])
    expect(one).toBe(other)
  })

  it('fails where the thread does, and is tried again', async () => {
    const law = await testLaw.all()
    const { vocabulary } = law.library
    // Rules that read facts which no vocabulary has.
    const broken = { ...law, library: { ...law.library, vocabulary: { ...vocabulary, facts: [] } } }
    await expect(findComparison(broken, between)).rejects.toThrow('the space lacks the fact')
    await expect(findComparison(broken, between)).rejects.toThrow('the space lacks the fact')
    expect(await findComparison(law, { ...between, agency: null })).toMatchObject({ version: 2 })
  })
})
