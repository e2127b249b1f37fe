/** The whole meaning of rank, floor and ceiling, row by row. */
import { describe, expect, it } from 'vitest'
import {
  asState,
  combine,
  instrumentState,
  mergeReadings,
  modalBit,
  rankState,
  state,
  stateBit,
  verdictOf,
  type State,
} from '../../src/stack/verdict.ts'

const { nothing, required, prohibited, permitted, permittedCeiling, conflict } = state
const states: readonly State[] = [nothing, required, prohibited, permitted, permittedCeiling, conflict]
const pairs = states.flatMap((a) => states.map((b) => [a, b] as const))
const triples = pairs.flatMap(([a, b]) => states.map((c) => [a, b, c] as const))

describe('the live rules of one instrument', () => {
  const must = modalBit('must', 'floor')
  const mustNot = modalBit('must-not', 'floor')
  const may = modalBit('may', 'floor')
  const mayCeiling = modalBit('may', 'ceiling')
  const cases: readonly { readonly name: string; readonly bits: number; readonly says: State }[] = [
    { name: 'say nothing where none is live', bits: 0, says: nothing },
    { name: 'require what a must requires', bits: must, says: required },
    { name: 'prohibit what a must not prohibits', bits: mustNot, says: prohibited },
    { name: 'permit what a may permits', bits: may, says: permitted },
    { name: 'permit with a ceiling what a ceiling permits', bits: mayCeiling, says: permittedCeiling },
    {
      name: 'permit with a ceiling where one of two permissions is a ceiling',
      bits: may | mayCeiling,
      says: permittedCeiling,
    },
    { name: 'contradict each other in must and must not', bits: must | mustNot, says: conflict },
    { name: 'contradict each other in must and may', bits: must | may, says: conflict },
    { name: 'contradict each other in must not and may', bits: mustNot | may, says: conflict },
    { name: 'contradict each other in must not and a ceiling', bits: mustNot | mayCeiling, says: conflict },
    { name: 'contradict each other in all three', bits: must | mustNot | may, says: conflict },
  ]
  for (const { name, bits, says } of cases) {
    it(name, () => {
      expect(instrumentState(bits)).toBe(says)
    })
  }

  it('do not take a must or a must not for a ceiling, whatever the reach of the instrument', () => {
    expect([modalBit('must', 'ceiling'), modalBit('must-not', 'ceiling')]).toEqual([must, mustNot])
  })
})

describe('instruments of one rank', () => {
  const cases: readonly { readonly name: string; readonly of: readonly State[]; readonly says: State }[] = [
    { name: 'say nothing where none speaks', of: [nothing, nothing], says: nothing },
    { name: 'say what the only one that speaks says', of: [nothing, permitted], says: permitted },
    { name: 'prohibit what one prohibits and another permits', of: [prohibited, permitted], says: prohibited },
    { name: 'require what one requires and another permits', of: [permitted, required], says: required },
    {
      name: 'prohibit what one prohibits and another permits with a ceiling',
      of: [prohibited, permittedCeiling],
      says: prohibited,
    },
    { name: 'are in conflict where one requires what another prohibits', of: [required, prohibited], says: conflict },
    {
      name: 'are in conflict where one contradicts itself, whatever the others say',
      of: [conflict, permitted, prohibited],
      says: conflict,
    },
    { name: 'permit with a ceiling where one of them does', of: [permitted, permittedCeiling], says: permittedCeiling },
  ]
  for (const { name, of, says } of cases) {
    it(name, () => {
      const bits = of.map(stateBit).reduce((a, b) => a | b, 0)
      expect(rankState(bits)).toBe(says)
    })
  }

  it('say alone what they say', () => {
    for (const one of states) expect(rankState(stateBit(one))).toBe(one)
  })

  it('lose nothing by being read one after the other, a self-contradiction apart', () => {
    // The bits of a rank are a set, so order and repetition cannot matter; adding one never silences a prohibition or a duty.
    for (const [a, b] of pairs) {
      const both = rankState(stateBit(a) | stateBit(b))
      if (a === prohibited) expect([prohibited, conflict]).toContain(both)
      if (a === required) expect([required, conflict]).toContain(both)
      if (a === conflict) expect(both).toBe(conflict)
    }
  })
})

describe('a layer under the layers above it', () => {
  const table: readonly { readonly name: string; readonly above: State; readonly rows: readonly State[] }[] = [
    // Each row: what comes out under it for a lower layer that says nothing, required, prohibited, permitted, ceiling, conflict.
    {
      name: 'decides alone where nothing is above it',
      above: nothing,
      rows: [nothing, required, prohibited, permitted, permittedCeiling, conflict],
    },
    {
      name: 'cannot undo a duty above it',
      above: required,
      rows: [required, required, required, required, required, required],
    },
    {
      name: 'cannot undo a prohibition above it: prohibited above is final',
      above: prohibited,
      rows: [prohibited, prohibited, prohibited, prohibited, prohibited, prohibited],
    },
    {
      name: 'decides where the law above only permits: a floor may be exceeded',
      above: permitted,
      rows: [permitted, required, prohibited, permitted, permittedCeiling, conflict],
    },
    {
      name: 'may require but not restrict under a ceiling: its prohibition is displaced',
      above: permittedCeiling,
      rows: [permittedCeiling, required, permittedCeiling, permittedCeiling, permittedCeiling, conflict],
    },
    {
      name: 'cannot settle a conflict above it',
      above: conflict,
      rows: [conflict, conflict, conflict, conflict, conflict, conflict],
    },
  ]
  for (const { name, above, rows } of table) {
    it(name, () => {
      expect(states.map((below) => combine(above, below))).toEqual(rows)
    })
  }

  it('changes nothing by saying nothing', () => {
    for (const above of states) expect(combine(above, nothing)).toBe(above)
  })

  it('changes nothing by saying what was said above', () => {
    for (const one of states) expect(combine(one, one)).toBe(one)
  })

  it('may be read with the layer below it first, except where a ceiling displaces it', () => {
    for (const [a, b, c] of triples) {
      const fromTop = combine(combine(a, b), c)
      const fromBelow = combine(a, combine(b, c))
      // A displaced prohibition no longer stands between a third layer and the ceiling, so layers are read from the top.
      const isDisplaced = a === permittedCeiling && b === prohibited
      if (!isDisplaced) expect([a, b, c, fromTop]).toEqual([a, b, c, fromBelow])
      else expect(fromTop).toBe(combine(permittedCeiling, c))
    }
  })

  it('never turns a prohibition above into anything else, nor a lower one into a permission without a ceiling', () => {
    for (const [above, below] of pairs) {
      if (above === prohibited) expect(combine(above, below)).toBe(prohibited)
      if (below === prohibited && above !== permittedCeiling)
        expect(verdictOf(combine(above, below))).not.toBe('permitted')
    }
  })
})

describe('two readings of contested law', () => {
  const cases: readonly { readonly name: string; readonly of: readonly [State, State]; readonly says: State }[] = [
    { name: 'agree where both say nothing', of: [nothing, nothing], says: nothing },
    { name: 'permit where one permits and the other says nothing', of: [permitted, nothing], says: permitted },
    {
      name: 'permit where one permits and the other permits with a ceiling',
      of: [permitted, permittedCeiling],
      says: permitted,
    },
    { name: 'permit without a ceiling where the other says nothing', of: [nothing, permittedCeiling], says: permitted },
    { name: 'go to counsel where one prohibits and the other says nothing', of: [prohibited, nothing], says: conflict },
    { name: 'go to counsel where one prohibits and the other permits', of: [prohibited, permitted], says: conflict },
    { name: 'go to counsel where one prohibits and the other requires', of: [prohibited, required], says: conflict },
    { name: 'go to counsel where one requires and the other permits', of: [required, permitted], says: conflict },
    {
      name: 'go to counsel where one requires and the other permits with a ceiling',
      of: [required, permittedCeiling],
      says: conflict,
    },
    { name: 'go to counsel where one requires and the other says nothing', of: [required, nothing], says: conflict },
    { name: 'go to counsel where one of them does', of: [conflict, permitted], says: conflict },
  ]
  for (const { name, of, says } of cases) {
    it(name, () => {
      expect(mergeReadings(...of)).toBe(says)
    })
  }

  it('say the same in either order', () => {
    for (const [a, b] of pairs) expect(mergeReadings(a, b)).toBe(mergeReadings(b, a))
  })

  it('say the same however three of them are put together', () => {
    for (const [a, b, c] of triples)
      expect(mergeReadings(mergeReadings(a, b), c)).toBe(mergeReadings(a, mergeReadings(b, c)))
  })

  it('agree with themselves', () => {
    for (const one of states) expect(mergeReadings(one, one)).toBe(one)
  })

  it('never permit or require what one of them prohibits', () => {
    for (const one of states) {
      if (one !== prohibited) expect(mergeReadings(one, prohibited)).toBe(conflict)
    }
  })
})

describe('a state', () => {
  it('has one verdict for people, with or without a ceiling', () => {
    expect(states.map(verdictOf)).toEqual(['no-rule', 'required', 'prohibited', 'permitted', 'permitted', 'conflict'])
  })

  it('is one of six numbers, and no other number is one', () => {
    expect(states.map(asState)).toEqual(states)
    expect(() => asState(6)).toThrow('not a state: 6')
  })
})
