import { describe, expect, it } from 'vitest'
import { labelWords, questionWords } from '../../src/index.ts'

describe('questionWords', () => {
  it('asks as the vocabulary does, in the language of the reader', () => {
    const question = { en: 'What did you receive?', es: '¿Qué recibió?', vi: 'Quý vị đã nhận được gì?' }
    expect(['en', 'es', 'vi', 'ht'].map((lang) => questionWords({ question }, lang))).toEqual([
      'What did you receive?',
      '¿Qué recibió?',
      'Quý vị đã nhận được gì?',
      'What did you receive?',
    ])
  })
})

describe('labelWords', () => {
  const cases: readonly { name: string; answer: Parameters<typeof labelWords>[0]; want: string }[] = [
    {
      name: 'a label of the vocabulary',
      answer: { value: 'judge', label: { en: 'A judge', es: 'Un juez' } },
      want: 'Un juez',
    },
    { name: 'an answer that every vocabulary has', answer: { value: 'never', label: null }, want: 'Nunca' },
    { name: 'a value that nobody labelled', answer: { value: 'odd', label: null }, want: 'odd' },
    { name: 'no word of the language of programs', answer: { value: 'constructor', label: null }, want: 'constructor' },
  ]
  it.each(cases)('says $name', ({ answer, want }) => expect(labelWords(answer, 'es')).toBe(want))
})
