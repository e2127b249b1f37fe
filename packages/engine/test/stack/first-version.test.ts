/** Instruments that have no version on a date, and those that bind a kind of agency. */
import { describe, expect, it } from 'vitest'
import { instrumentsBinding } from '../../src/stack/bound.ts'
import { aboutActs, withoutVersion } from '../../src/stack/first-version.ts'
import { lawOf } from '../text-law.ts'

const library = await lawOf(`
section 1 "Rules"

  (a) jail must not hold
      whoever asks
      read in code
  (b) police must not answer
      whoever asks
      from 2020-07-01
      read in code
  (c) duty each year by 03-01 about answer:
    jail must "file a report" / "presentar un informe"
      from 2021-01-01
      read in code
`)
const [instrument] = library.instruments
const id = instrument?.id ?? ''
const first = { instrument: id, place: 'us/ex', from: '2020-01-01' }

const cases: readonly { readonly name: string; readonly got: readonly object[]; readonly want: readonly object[] }[] = [
  { name: 'the day before the first version', got: withoutVersion(library, 'us/ex', '2019-12-31'), want: [first] },
  { name: 'the first day', got: withoutVersion(library, 'us/ex', '2020-01-01'), want: [] },
  { name: 'a place above', got: withoutVersion(library, 'us', '2019-12-31'), want: [] },
  {
    name: 'an act that a later provision speaks of, while the instrument has a version',
    got: withoutVersion(library, 'us/ex', '2020-02-01', aboutActs(library, ['answer'], null)),
    want: [],
  },
  {
    name: 'an act that it speaks of',
    got: withoutVersion(library, 'us/ex', '2019-12-31', aboutActs(library, ['answer'], 'police')),
    want: [first],
  },
  {
    name: 'an act about which it has a duty alone',
    got: withoutVersion(library, 'us/ex', '2019-12-31', aboutActs(library, ['answer'], 'jail')),
    want: [first],
  },
  {
    name: 'an agency that it does not bind',
    got: withoutVersion(library, 'us/ex', '2019-12-31', aboutActs(library, ['hold'], 'police')),
    want: [],
  },
  {
    name: 'the first day of what is asked alone',
    got: withoutVersion(library, 'us/ex', '2020-02-01', {
      isAsked: ({ label }) => label === '(b)',
      firstOf: 'asked',
    }),
    want: [{ ...first, from: '2020-07-01' }],
  },
]

describe('withoutVersion', () => {
  for (const { name, got, want } of cases) it(`tells ${name}`, () => expect(got).toMatchObject(want))
})

describe('instrumentsBinding', () => {
  const bound: readonly (readonly [agency: string, asOf: string, isBound: boolean])[] = [
    ['jail', '2020-01-01', true],
    ['jail', '2019-12-31', false],
    ['police', '2020-06-30', false],
    ['police', '2020-07-01', true],
  ]
  for (const [agency, asOf, isBound] of bound)
    it(`${isBound ? 'lists' : 'leaves out'} an instrument for ${agency} on ${asOf}`, () => {
      expect(instrumentsBinding(library, 'us/ex', agency, asOf)).toHaveLength(isBound ? 1 : 0)
    })
})
