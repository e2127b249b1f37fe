import { openEnds, type NearestChange } from '@brightline/engine'
import type { FactType } from '@brightline/language'
import { describe, expect, it } from 'vitest'
import { rangeWords } from '../../src/question/range.ts'

const years: FactType = { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }
const date: FactType = { kind: 'date' }

describe('a range that would change an answer', () => {
  const cases: readonly {
    readonly name: string
    readonly to: Exclude<NearestChange['to'], string>
    readonly type: FactType
    readonly en: string
    readonly es: string
  }[] = [
    {
      name: 'dates up to the end of the calendar',
      to: { from: '2026-01-01', to: '9999-12-31' },
      type: date,
      en: '2026-01-01 or later',
      es: '2026-01-01 o después',
    },
    {
      name: 'dates from the beginning of the calendar',
      to: { from: '0001-01-01', to: '2025-12-31' },
      type: date,
      en: '2025-12-31 or earlier',
      es: '2025-12-31 o antes',
    },
    {
      name: 'dates between two that the law names',
      to: { from: '2025-01-01', to: '2025-12-31' },
      type: date,
      en: '2025-01-01 to 2025-12-31',
      es: 'de 2025-01-01 a 2025-12-31',
    },
    {
      name: 'a single day',
      to: { from: '2025-01-01', to: '2025-01-01' },
      type: date,
      en: '2025-01-01',
      es: '2025-01-01',
    },
    { name: 'the largest numbers', to: { from: 6, to: 99 }, type: years, en: '6 years or more', es: '6 años o más' },
    { name: 'the smallest numbers', to: { from: 0, to: 5 }, type: years, en: '5 years or less', es: '5 años o menos' },
    {
      name: 'every number',
      to: { from: 0, to: 99 },
      type: years,
      en: 'any number of years',
      es: 'cualquier número de años',
    },
    { name: 'the last number alone', to: { from: 99, to: 99 }, type: years, en: '99 years', es: '99 años' },
  ]
  it.each(cases)('says $name', ({ to, type, en, es }) => {
    expect([rangeWords(openEnds(to, type), type, 'en'), rangeWords(openEnds(to, type), type, 'es')]).toEqual([en, es])
  })
})
