/** The whole meaning of rank, floor and ceiling, of lifted duties, bars and what is not encoded, row by row. */
import { describe, expect, it } from 'vitest'
import type { Modal } from '@brightline/language'
import {
  answers,
  asState,
  bitSets,
  combine,
  instrumentState,
  isIncomplete,
  mergeReadings,
  modalBit,
  notEncodedBit,
  rankState,
  silenceOf,
  state,
  stateBit,
  states,
  verdictOf,
  type State,
} from '../../src/stack/verdict.ts'
import { answerNames, rankNames, readingNames, rows, written } from './combining-table.ts'

const { nothing, required, prohibited, permitted, permittedCeiling, conflict } = state
const pairs = answers.flatMap((a) => answers.map((b) => [a, b] as const))
const triples = pairs.flatMap(([a, b]) => answers.map((c) => [a, b, c] as const))
const acts = [
  { act: 'an act that needs a power', power: true },
  { act: 'any other act', power: false },
]

/** The number of a state by its name in the written tables. */
function named(name: string): State {
  return asState(rankNames.indexOf(name))
}

/** The name of a state in the written tables. */
function nameOf(of: State): string {
  return rankNames[of] ?? ''
}

/** The answer of one instrument with live rules of these modals, on an act that needs a power. */
function says(...modals: readonly (Modal | 'ceiling' | '?')[]): string {
  const bits = modals.map((modal) => {
    if (modal === '?') return notEncodedBit
    return modal === 'ceiling' ? modalBit('may', 'ceiling', true) : modalBit(modal, 'floor', true)
  })
  return nameOf(instrumentState(bits.reduce((a, b) => a | b, 0)))
}

describe('the live rules of one instrument', () => {
  const alone: readonly (readonly [Modal | 'ceiling' | '?', string])[] = [
    ['must', 'R'],
    ['must-not', 'P'],
    ['may', 'M'],
    ['ceiling', 'Mc'],
    ['need-not', 'N'],
    ['nobody-may-forbid', 'F'],
    ['not-forbidden', '-'],
    ['?', '?'],
  ]
  it('say what each says alone', () => {
    expect(alone.map(([modal]) => says(modal))).toEqual(alone.map(([, name]) => name))
    expect(says()).toBe('-')
  })

  // Each row: what two of them say together, in the order above.
  const together: Readonly<Record<string, string>> = {
    must: 'R C C C C R R R',
    'must-not': 'C P C C P+N C C P+?',
    may: 'C C M Mc M M+F M M+?',
    ceiling: 'C C Mc Mc Mc Mc Mc Mc+?',
    'need-not': 'C P+N M Mc N N+F N N+?',
    'nobody-may-forbid': 'R C M+F Mc N+F F F F+?',
    'not-forbidden': 'R C M Mc N F - ?',
    '?': 'R P+? M+? Mc+? N+? F+? ? ?',
  }
  for (const [modal] of alone) {
    it(`contradict each other or stand together: ${modal}`, () => {
      expect(alone.map(([other]) => says(modal, other)).join(' ')).toBe(together[modal])
    })
  }

  it('do not take a must or a must not for a ceiling, whatever the reach of the instrument', () => {
    const floor = (modal: Modal): number => modalBit(modal, 'floor', true)
    for (const modal of ['must', 'must-not', 'need-not', 'nobody-may-forbid', 'not-forbidden'] as const)
      expect(modalBit(modal, 'ceiling', true)).toBe(floor(modal))
  })

  it('permit what nothing here forbids, where the act needs no power', () => {
    expect(modalBit('not-forbidden', 'floor', false)).toBe(modalBit('may', 'floor', false))
    expect(modalBit('not-forbidden', 'floor', true)).not.toBe(modalBit('may', 'floor', true))
  })

  it('have an answer for every set of modals, and their order says nothing', () => {
    for (let bits = 0; bits < bitSets; bits++) expect(states).toContain(instrumentState(bits))
  })
})

describe('instruments of one rank', () => {
  const cases: readonly { readonly name: string; readonly of: readonly string[]; readonly says: string }[] = [
    { name: 'say nothing where none speaks', of: ['-', '-'], says: '-' },
    { name: 'say what the only one that speaks says', of: ['-', 'M'], says: 'M' },
    { name: 'require what one requires and another permits', of: ['M', 'R'], says: 'R' },
    { name: 'require what one requires and another lifts', of: ['N', 'R'], says: 'R' },
    { name: 'are in conflict where one requires what another prohibits', of: ['R', 'P'], says: 'C' },
    { name: 'are in conflict where one contradicts itself', of: ['C', 'M', 'P'], says: 'C' },
    { name: 'permit with a ceiling where one of them does', of: ['M', 'Mc'], says: 'Mc' },
    { name: 'prohibit what one prohibits and another permits, and keep the permission', of: ['P', 'M'], says: 'P+M' },
    { name: 'prohibit what one prohibits though another bars lower law from it', of: ['P', 'F'], says: 'P+F' },
    { name: 'keep what is not encoded beside a prohibition', of: ['P', '?'], says: 'P+?' },
    { name: 'drop what is not encoded beside a duty', of: ['R', '?'], says: 'R' },
    { name: 'keep a bar beside a permission', of: ['M', 'F'], says: 'M+F' },
    { name: 'drop a lifted duty beside a permission', of: ['M', 'N'], says: 'M' },
  ]
  for (const { name, of, says: wanted } of cases) {
    it(name, () => {
      const bits = of.map((one) => stateBit(named(one))).reduce((a, b) => a | b, 0)
      expect(nameOf(rankState(bits))).toBe(wanted)
    })
  }

  it('say alone what they say', () => {
    for (const one of states) expect(rankState(stateBit(one))).toBe(one)
  })

  it('lose nothing by being read one after the other, a self-contradiction apart', () => {
    // The bits of a rank are a set, so order and repetition cannot matter; adding one never silences a prohibition or a duty.
    for (const [a, b] of pairs) {
      const both = rankState(stateBit(a) | stateBit(b))
      if (a === prohibited) expect(['prohibited', 'conflict']).toContain(verdictOf(both, true))
      if (a === required) expect([required, conflict]).toContain(both)
      if (a === conflict) expect(both).toBe(conflict)
    }
  })
})

describe('a rank under the layers above it', () => {
  it('is written down for every answer above and every answer of a rank', () => {
    expect(rows.map(({ above }) => above).sort()).toEqual(answerNames.toSorted())
    for (const { says: row } of rows) expect(row).toHaveLength(rankNames.length)
    expect(rankNames).toHaveLength(states.length)
  })

  for (const { above, says: row, why } of rows) {
    it(`comes out as written under ${above}: ${why}`, () => {
      expect(states.map((below) => nameOf(combine(named(above), below)))).toEqual(row)
    })
  }

  it('comes out as an answer of layers, never as one of a rank alone', () => {
    for (const above of answers) for (const below of states) expect(answers).toContain(combine(above, below))
  })

  it('changes nothing by saying nothing, or what was said above', () => {
    for (const one of answers) expect([combine(one, nothing), combine(one, one)]).toEqual([one, one])
  })

  it('may be read with the rank below it first, except where a ceiling or a bar displaces it', () => {
    for (const [a, b, c] of triples) {
      const displaces = /Mc|F/.test(nameOf(a))
      const isDisplaced = displaces && (b === prohibited || c === prohibited)
      if (!isDisplaced) expect([a, b, c, combine(combine(a, b), c)]).toEqual([a, b, c, combine(a, combine(b, c))])
    }
  })

  it('never turns a prohibition above into anything else, nor a lower one into a permission without a ceiling or bar', () => {
    for (const [above, below] of pairs) {
      if (above === prohibited) expect(combine(above, below)).toBe(prohibited)
      if (below === prohibited && !/Mc|F/.test(nameOf(above)))
        expect(verdictOf(combine(above, below), false)).not.toBe('permitted')
    }
  })

  it('comes to the same verdict with and without what is not encoded', () => {
    const without = (one: State): State => rankState(stateBit(one) & ~notEncodedBit)
    for (const above of answers)
      for (const below of states) expect(without(combine(above, below))).toBe(combine(without(above), without(below)))
  })

  it('never loses what is not encoded where it could change the answer', () => {
    for (const above of answers)
      for (const below of states) {
        const isOpen = /\?/.test(nameOf(above) + nameOf(below))
        const said = verdictOf(combine(above, below), true)
        expect(isIncomplete(combine(above, below))).toBe(isOpen && (said === 'permitted' || said === 'no-rule'))
      }
  })
})

describe('two readings of contested law', () => {
  for (const { act, power } of acts) {
    it(`come out as written for ${act}`, () => {
      for (const one of readingNames)
        for (const other of readingNames)
          expect([one, other, nameOf(mergeReadings(named(one), named(other), power))]).toEqual([
            one,
            other,
            written(one, other, power),
          ])
    })

    it(`say the same in either order, and however three of them are put together, for ${act}`, () => {
      for (const [a, b] of pairs) expect(mergeReadings(a, b, power)).toBe(mergeReadings(b, a, power))
      for (const [a, b, c] of triples)
        expect(mergeReadings(mergeReadings(a, b, power), c, power)).toBe(
          mergeReadings(a, mergeReadings(b, c, power), power),
        )
    })

    it(`never permit or require what one of them prohibits, for ${act}`, () => {
      for (const one of answers) if (one !== prohibited) expect(mergeReadings(one, prohibited, power)).toBe(conflict)
    })

    it(`keep what is not encoded in either, for ${act}`, () => {
      for (const [a, b] of pairs) {
        const both = mergeReadings(a, b, power)
        if (both !== conflict) expect(isIncomplete(both)).toBe(isIncomplete(a) || isIncomplete(b))
      }
    })
  }

  it('never give a power that only one of them gives', () => {
    for (const [a, b] of pairs) {
      const isPermitted = (one: State): boolean => verdictOf(one, true) === 'permitted'
      if (isPermitted(mergeReadings(a, b, true))) expect([isPermitted(a), isPermitted(b)]).toEqual([true, true])
    }
  })
})

describe('an answer', () => {
  // Each answer: the verdict and why no rule decides, for an act that needs a power and for any other.
  const seen: Readonly<Record<string, readonly [withPower: string, without: string]>> = {
    '-': ['no-rule no-power', 'no-rule law-silent'],
    R: ['required', 'required'],
    P: ['prohibited', 'prohibited'],
    M: ['permitted', 'permitted'],
    Mc: ['permitted', 'permitted'],
    C: ['conflict', 'conflict'],
    N: ['no-rule no-power duty-lifted', 'no-rule duty-lifted'],
    F: ['no-rule no-power', 'permitted'],
    'N+F': ['no-rule no-power duty-lifted', 'permitted'],
    'M+F': ['permitted', 'permitted'],
    '?': ['no-rule not-encoded no-power', 'no-rule not-encoded'],
    'N+?': ['no-rule not-encoded no-power duty-lifted', 'no-rule not-encoded duty-lifted'],
    'F+?': ['no-rule not-encoded no-power', 'permitted'],
    'N+F+?': ['no-rule not-encoded no-power duty-lifted', 'permitted'],
    'M+?': ['permitted', 'permitted'],
    'M+F+?': ['permitted', 'permitted'],
    'Mc+?': ['permitted', 'permitted'],
  }
  it('has one verdict for people, and says why no rule decides', () => {
    const say = (of: State, power: boolean): string => [verdictOf(of, power), ...silenceOf(of, power)].join(' ')
    expect(Object.fromEntries(answers.map((of) => [nameOf(of), [say(of, true), say(of, false)]]))).toEqual(seen)
  })

  it('is a number that is known, and no other number is one', () => {
    expect(states.map(asState)).toEqual(states)
    expect(() => asState(states.length)).toThrow(`not a state: ${states.length}`)
    expect([nothing, required, prohibited, permitted, permittedCeiling, conflict].map(nameOf)).toEqual(
      answerNames.slice(0, 6),
    )
  })
})
