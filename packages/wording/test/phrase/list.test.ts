import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { joined } from '../../src/phrase/list.ts'

const item = fc.oneof(
  fc.constantFrom(
    'isla',
    'Hijo',
    'hielo',
    'hiato',
    'hi',
    'I-200',
    'orden',
    'Hoja',
    '8 días',
    '80',
    '11',
    '110',
    '11 horas',
    'yo',
  ),
  fc.string({ unit: fc.constantFrom(...'abehijoy 18-'), minLength: 1, maxLength: 6 }),
)

describe('a list', () => {
  it.each(['en', 'es'])('is joined as the formats of the platform join it, in %s', (lang) => {
    const locale = lang === 'en' ? 'en-GB' : lang
    const formats = {
      and: new Intl.ListFormat(locale, { type: 'conjunction' }),
      or: new Intl.ListFormat(locale, { type: 'disjunction' }),
    } as const
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), fc.constantFrom('and', 'or'), (items, by) => {
        expect(joined(items, by, lang)).toBe(formats[by].format(items))
      }),
    )
  })

  it('in Spanish hears a vowel with an accent too', () => {
    expect(joined(['fax', 'ítem'], 'and', 'es')).toBe('fax e ítem')
    expect(joined(['coro', 'ópera'], 'or', 'es')).toBe('coro u ópera')
  })

  it('in other languages is joined by the formats of the platform', () => {
    expect(joined(['a', 'b', 'c'], 'and', 'vi')).toBe('a, b và c')
  })
})
