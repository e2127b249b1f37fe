import type { Authority, Library } from '@brightline/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authoritiesAt, authoritiesOn } from '../../src/authority/authorities.ts'
import type { DecisionDocument } from '../../src/request/answer.ts'
import { answersUnder } from '../../src/request/answers-under.ts'
import { lawOf } from '../text-law.ts'
import { words } from '../small-law.ts'

const library = await lawOf(`
section 1 "Detainers"

  (a) jail must not hold
      when request.form is detainer and request.from is immigration
      read in code
  (b) jail may answer
      when request.from is immigration
      read in code
`)

function authority(name: string, more: Partial<Authority> = {}): Authority {
  return {
    ...{ id: `us/${name}`, name, cite: `${name} (2014)`, by: words, decided: '2014-03-04', place: 'us' },
    ...{ binding: [], acts: ['hold'], provisions: [], instruments: [], encodedIn: null, treatments: [] },
    ...{ holding: words, mark: { kind: 'unverified', source: null }, file: 'us/authorities.policy' },
    ...more,
  }
}

const overruled = { kind: 'overruled', date: '2020-06-01', cite: 'Later v. Case' } as const
const limited = { kind: 'limited', date: '2016-01-01', cite: 'Other v. Case' } as const

describe('the authorities of a place on a day', () => {
  const at = (asOf: string, more: Partial<Authority>, place = 'us/ex'): readonly (string | boolean)[] =>
    authoritiesAt({ authorities: [authority('one', more)] }, { place, asOf }).flatMap(({ isBinding, treatment }) => [
      isBinding,
      treatment?.kind ?? 'stands',
    ])
  const bound = { binding: ['us/ex'] }
  const cases: readonly {
    readonly name: string
    readonly got: readonly (string | boolean)[]
    readonly want: readonly (string | boolean)[]
  }[] = [
    { name: 'is not shown the day before it was decided', got: at('2014-03-03', bound), want: [] },
    { name: 'is shown from the day on which it was decided', got: at('2014-03-04', bound), want: [true, 'stands'] },
    {
      name: 'stands the day before it is overruled',
      got: at('2020-05-31', { ...bound, treatments: [overruled] }),
      want: [true, 'stands'],
    },
    {
      name: 'binds nobody from the day on which it is overruled',
      got: at('2020-06-01', { ...bound, treatments: [overruled] }),
      want: [false, 'overruled'],
    },
    {
      name: 'still binds where it was limited',
      got: at('2019-01-01', { ...bound, treatments: [overruled, limited] }),
      want: [true, 'limited'],
    },
    {
      name: 'stays overruled whatever limits it afterwards',
      got: at('2022-01-01', { treatments: [overruled, { ...limited, date: '2021-01-01' }] }),
      want: [false, 'overruled'],
    },
    {
      name: 'binds the places in the place that it names',
      got: at('2015-01-01', bound, 'us/ex/town'),
      want: [true, 'stands'],
    },
    { name: 'persuades elsewhere', got: at('2015-01-01', bound, 'us/ey'), want: [false, 'stands'] },
    {
      name: 'is not shown beside the place in whose folder it is',
      got: at('2015-01-01', { place: 'us/ex' }, 'us/ey'),
      want: [],
    },
    { name: 'is not shown to a place whose name begins alike', got: at('2015-01-01', { place: 'us/e' }), want: [] },
  ]
  it.each(cases)('$name', ({ got, want }) => {
    expect(got).toEqual(want)
  })
})

describe('an authority of the same name below', () => {
  it('takes the place of the one above, where it is shown', () => {
    const authorities = [authority('one', { id: 'us/ex/one', place: 'us/ex' }), authority('one'), authority('two')]
    const idsAt = (place: string): readonly string[] =>
      authoritiesAt({ authorities }, { place, asOf: '2026-11-01' }).map(({ authority: { id } }) => id)
    expect(idsAt('us/ex/town')).toEqual(['us/ex/one', 'us/two'])
    expect(idsAt('us/ey')).toEqual(['us/one', 'us/two'])
  })
})

describe('the authorities of an answer', () => {
  const answered = {
    place: 'us/ex',
    asOf: '2026-11-01',
    decisions: answerOf(library).decisions,
  }
  const citedIn = (...authorities: readonly Authority[]): readonly (readonly [string, readonly string[]])[] =>
    authoritiesOn({ authorities }, answered).map(({ name, rules }) => [name, rules])

  it('are about its acts', () => {
    expect(citedIn(authority('act'), authority('other', { acts: ['answer'] }))).toEqual([['act', []]])
  })

  it('or about a rule, an instrument or a ruling among its reasons', () => {
    const rule = 'us/ex/act section 1(a)'
    const acts: readonly string[] = []
    expect(
      citedIn(
        authority('a-rule', { acts, provisions: [rule, 'us/ex/act section 1(b)'] }),
        authority('b-instrument', { acts, instruments: ['us/ex/act'] }),
        authority('c-ruling', { acts, encodedIn: 'us/ex/act' }),
        authority('d-elsewhere', { acts, provisions: ['us/ex/act section 1(b)'], instruments: ['us/ex/ac'] }),
      ),
    ).toEqual([
      ['a-rule', [rule]],
      ['b-instrument', [rule]],
      ['c-ruling', [rule]],
    ])
  })

  it('stand in order: what binds, what bears on a reason, what was not lost, the youngest', () => {
    const names = citedIn(
      authority('old'),
      authority('lost', { decided: '2018-01-01', treatments: [overruled] }),
      authority('young', { decided: '2016-01-01' }),
      authority('reasoned', { instruments: ['us/ex/act'] }),
      authority('bound', { binding: ['us/ex'] }),
    ).map(([name]) => name)
    expect(names).toEqual(['bound', 'reasoned', 'young', 'old', 'lost'])
  })

  it('stand with what the place itself has before what stands above it', () => {
    const near = { id: 'us/ex/near', place: 'us/ex', decided: '2012-01-01' }
    const names = citedIn(authority('above'), authority('near', near)).map(([name]) => name)
    expect(names).toEqual(['near', 'above'])
  })

  it('change no decision', () => {
    const plain = answerOf(library)
    const arbitrary = fc.array(
      fc.record({
        decided: fc.constantFrom('2010-01-01', '2014-03-04', '2030-01-01'),
        binding: fc.constantFrom([], ['us'], ['us/ex']),
        acts: fc.constantFrom([], ['hold'], ['hold', 'answer']),
        instruments: fc.constantFrom([], ['us/ex/act']),
        treatments: fc.constantFrom([], [limited], [overruled]),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(arbitrary, (all) => {
        const authorities = all.map((more, index) => authority(`case-${index}`, more))
        const { authorities: cited, ...rest } = answerOf({ ...library, authorities })
        const { authorities: none, ...without } = plain
        expect(rest).toEqual(without)
        expect(none).toEqual([])
        expect(cited.length).toBeLessThanOrEqual(all.length)
      }),
    )
  })
})

function answerOf(law: Library): DecisionDocument {
  const answered = answersUnder(law)({
    place: 'us/ex',
    agency: 'jail',
    acts: ['hold'],
    asOf: '2026-11-01',
    facts: { 'request.form': 'detainer', 'request.from': 'immigration' },
  })
  if (!answered.ok) throw new Error(JSON.stringify(answered.problems))
  return answered.value
}
