/** Regions in words, in both languages. */
import { describe as group, expect, it } from 'vitest'
import type { Fact, FactType, Texts, Value, Vocabulary } from '@brightline/language'
import { answerWords, conditionOf } from '../../src/comparison/part-words.ts'
import type { Allowed } from '@brightline/engine/analysis'
import { shareWords } from '../../src/line/share.ts'

function value(name: string, en: string, es: string): Value {
  return { name, label: { en, es }, phrase: null, asks: [], spans: [] }
}

const years: FactType = { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }
const pages: FactType = { kind: 'number', min: 0, max: 99, unit: null, canBeNever: false }
const boxes: FactType = { kind: 'number', min: 0, max: 99, unit: 'boxes', canBeNever: false }
const date: FactType = { kind: 'date' }
const yesNo: FactType = { kind: 'yes-no' }
const signers: FactType = {
  kind: 'one-of',
  values: ['nobody', 'judge', 'other', 'a', 'b', 'c'].map((name) =>
    name === 'judge'
      ? value(name, 'A judge', 'Un juez')
      : name === 'other'
        ? value(name, 'Other', 'Otro')
        : value(name, name, name),
  ),
}
const signer: FactType = {
  kind: 'one-of',
  values: [value('nobody', 'Nobody', 'Nadie'), value('judge', 'A judge', 'Un juez'), value('other', 'Other', 'Otro')],
}

/** The answer of a part with some values of one fact, in both languages. */
function answer(type: FactType, values: readonly Allowed[]): Texts {
  const part = { fact: 'f', values }
  return { en: answerWords(part, vocabularyOf(type), 'en'), es: answerWords(part, vocabularyOf(type), 'es') }
}

function vocabularyOf(type: FactType): Vocabulary {
  const question = { en: 'Which?', es: '¿Cuál?' }
  const fact: Fact = {
    ...{ name: 'f', question, type, knownBy: null, cost: 1, derivation: null, statement: null, denial: null },
    ...{ isProtected: false, isVolunteered: false, judgedBy: null, sense: null },
  }
  return { agencies: [], acts: [], facts: [fact], events: [], impossible: [] }
}

interface Case {
  readonly name: string
  readonly type: FactType
  readonly values: readonly Allowed[]
  readonly says: Texts
  /** The same as a condition of the language. */
  readonly condition: string
}

const cases: readonly Case[] = [
  { name: 'yes', type: yesNo, values: ['yes'], says: { en: 'yes', es: 'sí' }, condition: 'f' },
  { name: 'no', type: yesNo, values: ['no'], says: { en: 'no', es: 'no' }, condition: 'not f' },
  {
    name: 'one name',
    type: signer,
    values: ['judge'],
    says: { en: 'A judge', es: 'Un juez' },
    condition: 'f is judge',
  },
  {
    name: 'a name less than all',
    type: signer,
    values: ['nobody', 'judge'],
    says: { en: 'anything but Other', es: 'cualquier respuesta salvo Otro' },
    condition: 'f is not other',
  },
  {
    name: 'two of many names',
    type: signers,
    values: ['judge', 'other'],
    says: { en: 'A judge or Other', es: 'Un juez u Otro' },
    condition: 'f is any of judge or other',
  },
  {
    name: 'a number and less',
    type: years,
    values: [{ from: null, to: 5 }],
    says: { en: '5 years or less', es: '5 años o menos' },
    condition: 'f is at most 5 years',
  },
  {
    name: 'one and less',
    type: years,
    values: [{ from: null, to: 1 }],
    says: { en: '1 year or less', es: '1 año o menos' },
    condition: 'f is at most 1 years',
  },
  {
    name: 'a number and more, or never',
    type: years,
    values: [{ from: 6, to: null }, 'never'],
    says: { en: '6 years or more or never', es: '6 años o más o nunca' },
    condition: '(f is at least 6 years or f is never)',
  },
  {
    name: 'one number',
    type: years,
    values: [{ from: 1, to: 1 }],
    says: { en: '1 year', es: '1 año' },
    condition: 'f is exactly 1 years',
  },
  {
    name: 'numbers between',
    type: years,
    values: [{ from: 3, to: 5 }],
    says: { en: '3 to 5 years', es: 'de 3 a 5 años' },
    condition: '(f is at least 3 years and f is at most 5 years)',
  },
  {
    name: 'any number but never',
    type: years,
    values: [{ from: null, to: null }],
    says: { en: 'any number of years', es: 'cualquier número de años' },
    condition: 'f is at least 0 years',
  },
  {
    name: 'any number without a unit',
    type: pages,
    values: [{ from: null, to: null }],
    says: { en: 'any number', es: 'cualquier número' },
    condition: 'f is at least 0',
  },
  {
    name: 'a unit that is no time',
    type: boxes,
    values: [{ from: 6, to: null }],
    says: { en: '6 boxes or more', es: '6 boxes o más' },
    condition: 'f is at least 6 boxes',
  },
  {
    name: 'a day and earlier',
    type: date,
    values: [{ from: null, to: 30 }],
    says: { en: '1970-01-31 or earlier', es: '1970-01-31 o antes' },
    condition: 'f is before 1970-02-01',
  },
  {
    name: 'a day and later',
    type: date,
    values: [{ from: 31, to: null }],
    says: { en: '1970-02-01 or later', es: '1970-02-01 o después' },
    condition: 'f is on or after 1970-02-01',
  },
  {
    name: 'days between',
    type: date,
    values: [{ from: 31, to: 58 }],
    says: { en: '1970-02-01 to 1970-02-28', es: 'de 1970-02-01 a 1970-02-28' },
    condition: '(f is on or after 1970-02-01 and f is before 1970-03-01)',
  },
]

group('an answer of a region', () => {
  for (const { name, type, values, says, condition } of cases) {
    it(`says ${name} in both languages`, () => {
      expect(answer(type, values)).toEqual(says)
    })

    it(`writes ${name} as a condition`, () => {
      expect(conditionOf({ fact: 'f', values }, vocabularyOf(type))).toBe(condition)
    })
  }
})

group('a share', () => {
  it('never rounds to none or all', () => {
    for (const lang of ['en', 'es']) {
      expect([
        shareWords(0n, 5n, lang),
        shareWords(1n, 10n ** 9n, lang),
        shareWords(1n, 3n, lang),
        shareWords(10n ** 9n - 1n, 10n ** 9n, lang),
        shareWords(5n, 5n, lang),
        shareWords(0n, 0n, lang),
      ]).toEqual(['0%', '<0.1%', '33.3%', '>99.9%', '100%', '0%'])
    }
  })
})
