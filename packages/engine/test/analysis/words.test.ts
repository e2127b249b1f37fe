/** Regions in words, in both languages. */
import { describe as group, expect, it } from 'vitest'
import type { FactType, Texts, Value, Vocabulary } from '@brightline/language'
import { percent } from '../../src/analysis/count.ts'
import { describe } from '../../src/analysis/words.ts'
import { amount } from '../../src/analysis/amount.ts'
import type { Cell } from '../../src/fact/space.ts'

function value(name: string, en: string, es: string): Value {
  return { name, label: { en, es }, asks: [] }
}

const years: FactType = { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }
const pages: FactType = { kind: 'number', min: 0, max: 99, unit: null, canBeNever: false }
const boxes: FactType = { kind: 'number', min: 0, max: 99, unit: 'boxes', canBeNever: false }
const date: FactType = { kind: 'date' }
const yesNo: FactType = { kind: 'yes-no' }
const signer: FactType = {
  kind: 'one-of',
  values: [value('nobody', 'Nobody', 'Nadie'), value('judge', 'A judge', 'Un juez'), value('other', 'Other', 'Otro')],
}

/** Cells that begin at these numbers and fill the whole. */
function from(...starts: readonly number[]): readonly Cell[] {
  return starts.map((start, index) => ({ kind: 'range', from: start, to: (starts[index + 1] ?? 100) - 1 }))
}

function named(...names: readonly string[]): readonly Cell[] {
  return names.map((name) => ({ kind: 'name', name }))
}

/** The answer of a box with some cells of one fact. */
function answer(type: FactType, cells: readonly Cell[], chosen: readonly number[]): Texts | undefined {
  const question = { en: 'Which?', es: '¿Cuál?' }
  const fact = { name: 'f', question, type, isProtected: false, knownBy: null, cost: 1, derivation: null }
  const vocabulary: Vocabulary = { agencies: [], acts: [], facts: [fact], events: [], impossible: [] }
  const space = { variables: [{ name: 'f', cells }], levelOf: new Map([['f', 0]]) }
  return describe(vocabulary, space, { boxes: [[new Set(chosen)]], unless: [], rest: 0n }).always[0]?.answer
}

interface Case {
  readonly name: string
  readonly type: FactType
  readonly cells: readonly Cell[]
  readonly chosen: readonly number[]
  readonly says: Texts
}

const never: Cell = { kind: 'never' }
const signers = named('nobody', 'judge', 'other')

const cases: readonly Case[] = [
  { name: 'yes', type: yesNo, cells: named('yes', 'no'), chosen: [0], says: { en: 'yes', es: 'sí' } },
  { name: 'no', type: yesNo, cells: named('yes', 'no'), chosen: [1], says: { en: 'no', es: 'no' } },
  { name: 'one name', type: signer, cells: signers, chosen: [1], says: { en: 'A judge', es: 'Un juez' } },
  {
    name: 'a name less than all',
    type: signer,
    cells: signers,
    chosen: [0, 1],
    says: { en: 'anything but Other', es: 'cualquier respuesta salvo Otro' },
  },
  {
    name: 'two of many names',
    type: signer,
    cells: [...signers, ...named('a', 'b', 'c')],
    chosen: [1, 2],
    says: { en: 'A judge or Other', es: 'Un juez u Otro' },
  },
  {
    name: 'a number and less',
    type: years,
    cells: [...from(0, 6), never],
    chosen: [0],
    says: { en: '5 years or less', es: '5 años o menos' },
  },
  {
    name: 'one and less, in English in the plural of the language',
    type: years,
    cells: from(0, 2),
    chosen: [0],
    says: { en: '1 year or less', es: '1 año o menos' },
  },
  {
    name: 'a number and more, or never',
    type: years,
    cells: [...from(0, 6), never],
    chosen: [1, 2],
    says: { en: '6 years or more or never', es: '6 años o más o nunca' },
  },
  {
    name: 'one number',
    type: years,
    cells: from(0, 1, 2),
    chosen: [1],
    says: { en: '1 year', es: '1 año' },
  },
  {
    name: 'numbers between',
    type: years,
    cells: from(0, 3, 6),
    chosen: [1],
    says: { en: '3 to 5 years', es: 'de 3 a 5 años' },
  },
  {
    name: 'any number but never',
    type: years,
    cells: [...from(0, 6), never],
    chosen: [0, 1],
    says: { en: 'any number of years', es: 'cualquier número de años' },
  },
  {
    name: 'any number without a unit',
    type: pages,
    cells: [...from(0, 6), never],
    chosen: [0, 1],
    says: { en: 'any number', es: 'cualquier número' },
  },
  {
    name: 'a unit that is no time',
    type: boxes,
    cells: from(0, 6),
    chosen: [1],
    says: { en: '6 boxes or more', es: '6 boxes o más' },
  },
  {
    name: 'a day and earlier',
    type: date,
    cells: from(0, 31),
    chosen: [0],
    says: { en: '1970-01-31 or earlier', es: '1970-01-31 o antes' },
  },
  {
    name: 'a day and later',
    type: date,
    cells: from(0, 31),
    chosen: [1],
    says: { en: '1970-02-01 or later', es: '1970-02-01 o después' },
  },
  {
    name: 'days between',
    type: date,
    cells: from(0, 31, 59),
    chosen: [1],
    says: { en: '1970-02-01 to 1970-02-28', es: 'de 1970-02-01 a 1970-02-28' },
  },
  {
    name: 'any day but never',
    type: date,
    cells: [...from(0, 31), never],
    chosen: [0, 1],
    says: { en: 'any date', es: 'cualquier fecha' },
  },
]

group('an answer of a region', () => {
  for (const { name, type, cells, chosen, says } of cases) {
    it(`says ${name} in both languages`, () => {
      expect(answer(type, cells, chosen)).toEqual(says)
    })
  }
})

group('a number in words', () => {
  it('has its unit in the language', () => {
    expect([amount(1, 'months', 'es'), amount(2, 'months', 'es'), amount(1, 'months', 'en')]).toEqual([
      '1 mes',
      '2 meses',
      '1 month',
    ])
    expect([amount(3, 'boxes', 'es'), amount(3, null, 'es')]).toEqual(['3 boxes', '3'])
  })

  it('is a share that never rounds to none or all, in Spanish too', () => {
    expect([percent(1n, 10n ** 9n, 'es'), percent(10n ** 9n - 1n, 10n ** 9n, 'es')]).toEqual(['< 0.1%', '> 99.9%'])
  })
})
