/** Names and dates as people write them. */
import { describe, expect, it } from 'vitest'
import { readDate } from '../../src/request/calendar-date.ts'
import { nameMeant } from '../../src/request/known-name.ts'

const forms = [
  {
    name: 'i-247a',
    label: { en: 'Form I-247A, Immigration Detainer (since April 2017)', es: 'Formulario I-247A, orden' },
  },
  { name: 'i-247', label: { en: 'Form I-247, Immigration Detainer (to 2015)' } },
  { name: 'none', label: { en: 'No form', es: 'Ningún formulario' } },
  { name: 'mail', label: { en: 'A letter', es: 'Una carta' } },
  { name: 'fax', label: { en: 'A letter', es: 'Un fax' } },
]

const cases: readonly { readonly text: string; readonly meant: string | null }[] = [
  { text: 'i-247a', meant: 'i-247a' },
  { text: 'I-247A', meant: 'i-247a' },
  { text: ' i 247 a ', meant: 'i-247a' },
  { text: 'Form I-247A', meant: 'i-247a' },
  { text: 'form i-247a, immigration detainer (since april 2017)', meant: 'i-247a' },
  { text: 'FORMULARIO I-247A', meant: 'i-247a' },
  { text: 'I-247', meant: 'i-247' },
  { text: 'I-247B', meant: null },
  { text: 'Form', meant: null },
  { text: 'Ningun formulario', meant: 'none' },
  { text: 'a letter', meant: null },
  { text: 'un fax', meant: 'fax' },
  { text: '', meant: null },
  { text: '---', meant: null },
]

describe('a name', () => {
  for (const { text, meant } of cases) {
    it(`\`${text}\` means ${meant ?? 'nothing'}`, () => {
      expect(nameMeant(text, forms)).toBe(meant)
    })
  }
})

describe('a date', () => {
  const dates: readonly { readonly text: string; readonly want: string }[] = [
    { text: '2026-11-22', want: '2026-11-22' },
    { text: ' 2026-11-22 ', want: '2026-11-22' },
    { text: '1/2/2026', want: '2026-01-02' },
    { text: '11/22/2026', want: '2026-11-22' },
    { text: '22/11/2026', want: 'no-date' },
    { text: '11/22/26', want: 'no-date' },
    { text: '2026-02-29', want: 'no-date' },
    { text: '2024-02-29', want: '2024-02-29' },
    { text: '2026-1-2', want: 'no-date' },
    { text: '20160101', want: 'no-date' },
    { text: '1899-12-31', want: 'too-far' },
    { text: '1900-01-01', want: '1900-01-01' },
    { text: '2100-12-31', want: '2100-12-31' },
    { text: '2101-01-01', want: 'too-far' },
    { text: '9999-01-01', want: 'too-far' },
  ]
  for (const { text, want } of dates) {
    it(`\`${text}\` is ${want}`, () => {
      const read = readDate(text)
      expect(read.ok ? read.value : read.problems.join()).toBe(want)
    })
  }
})
