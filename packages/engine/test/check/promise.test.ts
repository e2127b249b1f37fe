/** Promises: proved over every case and date, or refuted with one, in words. */
import { describe, expect, it } from 'vitest'
import type { Claim, Instrument, Vocabulary } from '@brightline/language'
import { boundBroken, refute } from '../../src/analysis/prove.ts'
import { sentence } from '@brightline/wording'
import { checkInstruments } from '../../src/check/check.ts'
import {
  always,
  both,
  duty,
  fact,
  from,
  instrument,
  is,
  library,
  promise,
  range,
  rule,
  stackUnder,
  words,
} from '../small-law.ts'

const warrant = is('warrant', 'yes')
const noWarrant = is('warrant', 'no')
const careful = [rule('(a)', 'must-not'), rule('(b)', 'must', { condition: warrant, overrides: ['(a)'] })]
const years = fact('years', { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: false })

function never(verdicts: Extract<Claim, { kind: 'never' }>['verdicts'], condition = always, act = 'hold'): Claim {
  return { kind: 'never', verdicts, acts: [act], condition }
}

interface Case {
  readonly name: string
  readonly of: Partial<Instrument>
  readonly claim: Claim
  readonly others?: readonly Instrument[]
  readonly vocabulary?: Partial<Vocabulary>
  /** Why it does not hold; null where it does. */
  readonly because: string | null
}

const cases: readonly Case[] = [
  {
    name: 'that staff never hold without a warrant holds',
    of: { rules: careful },
    claim: never(['required', 'permitted'], noWarrant),
    because: null,
  },
  {
    name: 'that staff never hold at all is refuted with a case and a date',
    of: { rules: careful },
    claim: never(['required', 'permitted']),
    because: 'as of 2000-01-01, `hold` comes out as required: warrant = yes',
  },
  {
    name: 'is refuted from the day on which the law changes',
    of: {
      rules: [
        ...careful,
        rule('(c)', 'may', { condition: noWarrant, overrides: ['(a)'], inForce: from('2025-03-01') }),
      ],
    },
    claim: never(['required', 'permitted'], noWarrant),
    because: 'as of 2025-03-01, `hold` comes out as permitted: warrant = no',
  },
  {
    name: 'is about the agencies that the text binds, not about others',
    of: { binds: ['jail'], rules: [rule('(a)', 'must-not', { agencies: ['jail'] })] },
    claim: { kind: 'decides', acts: ['hold'], condition: always },
    because: null,
  },
  {
    name: 'sees the law above',
    of: { rules: careful },
    others: [instrument('us/act', { rank: 'federal', rules: [rule('(1)', 'must', { condition: noWarrant })] })],
    claim: never(['required'], noWarrant),
    because: 'as of 2000-01-01, `hold` comes out as required: warrant = no',
  },
  {
    name: 'about one value inside a range that no rule cuts is refuted there',
    of: { rules: [rule('(a)', 'must', { condition: range('years', 50, null) })] },
    vocabulary: { facts: [years] },
    claim: { kind: 'decides', acts: ['hold'], condition: range('years', 7, 7) },
    because: 'as of 2000-01-01, `hold` comes out as no-rule: years = 7',
  },
  {
    name: 'counts no case that cannot be',
    of: { rules: [rule('(a)', 'must', { condition: both(warrant, is('charged', 'yes')) })] },
    vocabulary: {
      impossible: [{ reason: words, fact: null, condition: both(warrant, is('charged', 'yes')), cite: null }],
    },
    claim: never(['required']),
    because: null,
  },
  {
    name: 'never to do something in some cases holds although it is done in others',
    of: { rules: [rule('(a)', 'must', { condition: warrant })] },
    claim: never(['required'], noWarrant),
    because: null,
  },
  {
    name: 'never to do something in some cases is refuted by one of those cases',
    of: { rules: [rule('(a)', 'must')] },
    claim: never(['required'], noWarrant),
    because: 'as of 2000-01-01, `hold` comes out as required: warrant = no',
  },
  {
    name: 'to decide some cases holds although others are silent',
    of: { rules: [rule('(a)', 'must', { condition: warrant })] },
    claim: { kind: 'decides', acts: ['hold'], condition: warrant },
    because: null,
  },
  {
    name: 'to decide some cases is refuted by one of those cases',
    of: { rules: [rule('(a)', 'must', { condition: warrant })] },
    claim: { kind: 'decides', acts: ['hold'], condition: noWarrant },
    because: 'as of 2000-01-01, `hold` comes out as no-rule: warrant = no',
  },
  {
    name: 'about one act says nothing of another',
    of: { rules: [rule('(a)', 'must', { acts: ['tell'] })] },
    claim: never(['required'], always),
    because: null,
  },
  {
    name: 'of blindness about one act says nothing of another',
    of: { rules: [rule('(a)', 'must', { acts: ['tell'], condition: is('status', 'yes') })] },
    claim: { kind: 'blind', acts: ['hold'], facts: ['status'] },
    because: null,
  },
  {
    name: 'never to be silent holds where a rule decides every case',
    of: { rules: careful },
    claim: { kind: 'decides', acts: ['hold'], condition: always },
    because: null,
  },
  {
    name: 'never to be silent is refuted by a case without a rule',
    of: { rules: [rule('(a)', 'must', { condition: warrant })] },
    claim: { kind: 'decides', acts: ['hold'], condition: always },
    because: 'as of 2000-01-01, `hold` comes out as no-rule: warrant = no',
  },
  {
    name: 'never to be silent is refuted by a conflict of two readings',
    of: { rules: [rule('(a)', 'must', { contested: from('2020-01-01') })] },
    claim: { kind: 'decides', acts: ['hold'], condition: always },
    because: 'as of 2020-01-01, `hold` comes out as conflict: in every case',
  },
  {
    name: 'of blindness holds where no rule reads the fact',
    of: { rules: careful },
    claim: { kind: 'blind', acts: null, facts: ['status'] },
    because: null,
  },
  {
    name: 'of blindness holds where the answer is the same for every value',
    of: {
      rules: [
        rule('(a)', 'must', { condition: is('status', 'yes') }),
        rule('(b)', 'must', { condition: is('status', 'no') }),
      ],
    },
    claim: { kind: 'blind', acts: null, facts: ['status'] },
    because: null,
  },
  {
    name: 'of blindness holds where only the reach of a permission differs, which nobody sees',
    of: { rules: [rule('(a)', 'may'), rule('(b)', 'may', { condition: is('status', 'yes'), reach: 'ceiling' })] },
    claim: { kind: 'blind', acts: null, facts: ['status'] },
    because: null,
  },
]

const refuted: readonly (Omit<Case, 'because'> & { readonly says: RegExp })[] = [
  {
    name: 'of blindness is refuted where a rule reads the fact',
    of: { rules: [rule('(a)', 'must', { condition: is('status', 'yes') })] },
    claim: { kind: 'blind', acts: null, facts: ['status'] },
    says: /`hold`.*`status`/,
  },
  {
    name: 'of blindness is refuted where only a duty reads the fact',
    of: { rules: careful, duties: [duty('(d)', { condition: is('status', 'yes') })] },
    claim: { kind: 'blind', acts: null, facts: ['status'] },
    says: /`status`/,
  },
  {
    name: 'of blindness is refuted where the fact shows through a declared combination',
    of: { rules: careful },
    vocabulary: {
      impossible: [{ reason: words, fact: null, condition: both(warrant, is('status', 'yes')), cite: null }],
    },
    claim: { kind: 'blind', acts: null, facts: ['status'] },
    says: /`status`/,
  },
  {
    name: 'to keep a floor is refuted where the text allows what the floor prohibits',
    of: { rules: [rule('(a)', 'may')] },
    others: [instrument('us/act', { rank: 'federal', rules: [rule('(1)', 'must-not', { condition: noWarrant })] })],
    claim: { kind: 'keeps-floor', instrument: 'us/act' },
    says: /as of 2000-01-01, `hold` is allowed here and prohibited by `us\/act`: warrant = no/,
  },
  {
    name: 'to keep a floor is refuted where an exception of the floor has ended',
    of: { rules: [rule('(a)', 'may', { inForce: from('2000-01-01') })] },
    others: [
      instrument('us/act', {
        rank: 'federal',
        rules: [
          rule('(1)', 'must-not'),
          rule('(2)', 'may', { overrides: ['(1)'], inForce: from('1990-01-01', '2009-12-31') }),
        ],
      }),
    ],
    claim: { kind: 'keeps-floor', instrument: 'us/act' },
    says: /as of 2010-01-01, `hold` is allowed here/,
  },
  {
    name: 'to keep a floor that is not in the library is refuted',
    of: { rules: careful },
    claim: { kind: 'keeps-floor', instrument: 'us/gone' },
    says: /there is no instrument `us\/gone`/,
  },
]

function failures({ of, claim, others = [], vocabulary = {} }: Omit<Case, 'name' | 'because'>): readonly string[] {
  const text = instrument('us/xx/act', { ...of, promises: [promise('a promise', claim)] })
  return checkInstruments(library([...others, text], vocabulary), [text])
    .problems.filter(({ code }) => code === 'POL-0503' || code === 'POL-0505')
    .map((problem) => sentence(problem, 'en').message.replace('the promise `a promise` does not hold: ', ''))
}

describe('a promise', () => {
  for (const { name, because, ...of } of cases) {
    it(name, () => {
      expect(failures(of)).toEqual(because === null ? [] : [because])
    })
  }
  for (const { name, says, ...of } of refuted) {
    it(name, () => {
      expect(failures(of)).toEqual([expect.stringMatching(says)])
    })
  }

  it('to keep a floor holds where the text allows nothing that the floor prohibits', () => {
    const floor = instrument('us/act', { rank: 'federal', rules: [rule('(1)', 'must-not', { condition: noWarrant })] })
    expect(
      failures({ of: { rules: careful }, others: [floor], claim: { kind: 'keeps-floor', instrument: 'us/act' } }),
    ).toEqual([])
  })
})

describe('refute', () => {
  it('looks at every act where a claim names none', () => {
    const stack = stackUnder([
      instrument('us/xx/act', { rules: [rule('(a)', 'must', { acts: ['tell'], condition: is('status', 'yes') })] }),
    ])
    expect(refute(stack, { kind: 'blind', acts: null, facts: ['status'] })).not.toBeNull()
    expect(refute(stack, { kind: 'blind', acts: ['hold'], facts: ['status'] })).toBeNull()
  })
})

describe('a ceiling', () => {
  const upper = (modal: 'may' | 'must', reach: 'floor' | 'ceiling'): Instrument =>
    instrument('us/act', { rank: 'federal', reach, rules: [rule('(1)', modal, { condition: noWarrant, reach })] })
  const ceilings = [
    {
      name: 'is broken by a prohibition of what it permits',
      modal: 'may',
      reach: 'ceiling',
      lower: 'must-not',
      breaks: true,
    },
    {
      name: 'is broken by a prohibition of what it requires',
      modal: 'must',
      reach: 'floor',
      lower: 'must-not',
      breaks: true,
    },
    { name: 'is kept by a permission', modal: 'may', reach: 'ceiling', lower: 'may', breaks: false },
    {
      name: 'is none where the upper text leaves the rest to lower law',
      modal: 'may',
      reach: 'floor',
      lower: 'must-not',
      breaks: false,
    },
  ] as const
  for (const { name, modal, reach, lower, breaks } of ceilings) {
    it(name, () => {
      const [above, text] = [upper(modal, reach), instrument('us/xx/act', { rules: [rule('(a)', lower)] })]
      const broken = boundBroken({ library: library([above, text]), instrument: text, upper: above, bound: 'ceiling' })
      if (!breaks) {
        expect(broken).toBeNull()
        return
      }
      expect(broken).toMatchObject({ act: 'hold', verdict: 'prohibited', shows: { kind: 'ceiling', upper: 'us/act' } })
      expect(broken?.witness.decisive.get('warrant')).toBe('no')
    })
  }
})
