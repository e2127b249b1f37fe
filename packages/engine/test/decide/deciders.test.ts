/** Who decides where the law names several. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instrument, Texts } from '@brightline/language'
import { compareAct } from '../../src/analysis/compare.ts'
import { answerOf } from '../../src/analysis/case.ts'
import { decide } from '../../src/decide/decide.ts'
import { runs, times } from '../random-law.ts'
import { instrument, is, knowing, rule, stackUnder } from '../small-law.ts'

/** A permission in one of two instruments of a layer, the upper one first. */
interface Permission {
  readonly layer: 0 | 1
  readonly instrument: 'one' | 'two'
  readonly decider: Texts | null
  readonly isLive: boolean
}

const layers = [
  { place: 'us/xx', rank: 'state' },
  { place: 'us/xx/town', rank: 'city' },
] as const

const people = ['the chief', 'the mayor', 'the sheriff'] as const

const permissions: fc.Arbitrary<readonly Permission[]> = fc.array(
  fc.record({
    layer: fc.constantFrom(0 as const, 1 as const),
    instrument: fc.constantFrom('one' as const, 'two' as const),
    decider: fc.option(
      fc.record({ en: fc.constantFrom(...people), es: fc.constantFrom('alguien', 'otro') }, { requiredKeys: ['en'] }),
      { freq: 4 },
    ),
    isLive: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)

const shuffled = permissions.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
)

const facts = { warrant: 'yes' }

describe('who decides', () => {
  it('are all whom the lowest layer names, in whatever order rules and instruments stand', () => {
    let several = 0
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        const [law, moved] = [lawOf(all), lawOf(others)]
        const { verdict, deciders } = decide(stackUnder(law), 'hold', knowing(facts))
        const expected = expectedDeciders(all)
        expect(deciders.map(({ en }) => en)).toEqual(expected)
        expect(decide(stackUnder(moved), 'hold', knowing(facts)).deciders).toEqual(deciders)
        if (verdict === 'permitted' && expected.length > 1) several += 1
      }),
      runs(300),
    )
    expect(several).toBeGreaterThan(times(30))
  })

  it('are the same to a comparison, which finds no other decider in another order', () => {
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        const compared = compareAct(stackUnder(lawOf(all)), stackUnder(lawOf(others)), 'hold')
        expect(compared.kind === 'changed' ? compared.terms : []).toEqual([])
      }),
      runs(300),
    )
  })

  it('are told by a comparison as by a decision', () => {
    fc.assert(
      fc.property(permissions, permissions, (before, after) => {
        const [left, right] = [stackUnder(lawOf(before)), stackUnder(lawOf(after))]
        const compared = compareAct(left, right, 'hold')
        for (const change of compared.kind === 'changed' ? compared.terms : []) {
          const { facts: example } = change.example
          expect(names(change.before.deciders)).toEqual(names(answerOf(left, 'hold', example).terms.deciders))
          expect(names(change.after.deciders)).toEqual(names(answerOf(right, 'hold', example).terms.deciders))
        }
      }),
      runs(300),
    )
  })
})

function lawOf(all: readonly Permission[]): readonly Instrument[] {
  const made = layers.flatMap(({ place, rank }, layer) =>
    (['one', 'two'] as const).map((name) => {
      const own = all.filter((one) => one.layer === layer && one.instrument === name)
      return instrument(`${place}/${name}`, {
        rank,
        rules: own.map(({ decider, isLive }, index) =>
          rule(`(${index})`, 'may', { decider, condition: is('warrant', isLive ? 'yes' : 'no') }),
        ),
      })
    }),
  )
  // The instrument of the first permission stands first.
  return all[0]?.instrument === 'two' ? made.toReversed() : made
}

function expectedDeciders(all: readonly Permission[]): readonly string[] {
  const naming = all.filter(({ isLive, decider }) => isLive && decider !== null)
  const lowest = naming.some(({ layer }) => layer === 1) ? 1 : 0
  return names(naming.flatMap(({ layer, decider }) => (layer === lowest && decider !== null ? [decider] : [])))
}

function names(deciders: readonly Texts[]): readonly string[] {
  return [...new Set(deciders.map(({ en }) => en))].sort()
}
