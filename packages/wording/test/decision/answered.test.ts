import { expect, it } from 'vitest'
import { possibleAnswerWords } from '../../src/index.ts'

it.each([
  ['no-rule', 'U.S. Const. amend. IV', 'en', 'no rule: no power found'],
  ['no-rule', 'U.S. Const. amend. IV', 'es', 'ninguna norma: no se halló facultad'],
  ['no-rule', null, 'en', 'no rule'],
  ['permitted', 'U.S. Const. amend. IV', 'en', 'may'],
  ['prohibited', null, 'es', 'no debe'],
] as const)('%s, with the power %s, in %s is %s', (verdict, power, lang, words) => {
  expect(possibleAnswerWords(verdict, power, lang)).toBe(words)
})
