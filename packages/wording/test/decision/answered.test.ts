import { expect, it } from 'vitest'
import { nearestChanges } from '../../src/decision/answer-lines.ts'
import { answerLines, plainPainter, possibleAnswerWords } from '../../src/index.ts'
import { decided } from './invented-law.ts'

it.each([
  ['no-rule', 'U.S. Const. amend. IV', 'en', 'no rule: no power found'],
  ['no-rule', 'U.S. Const. amend. IV', 'es', 'ninguna norma: no se halló facultad'],
  ['no-rule', null, 'en', 'no rule'],
  ['permitted', 'U.S. Const. amend. IV', 'en', 'may'],
  ['prohibited', null, 'es', 'no debe'],
] as const)('%s, with the power %s, in %s is %s', (verdict, power, lang, words) => {
  expect(possibleAnswerWords(verdict, power, lang)).toBe(words)
})

it('tells values apart by semicolons where one is a list itself', async () => {
  const { document, stack } = await decided({ form: 'detainer', acts: ['hold'] })
  const [decision] = document.decisions
  if (decision === undefined) throw new Error('nothing was decided')
  const nearest = ['nobody', 'judge'].map((to) => ({ fact: 'warrant.signer', to, verdict: 'permitted' as const }))
  const facts = stack.vocabulary.facts.map((fact) => {
    if (fact.type.kind !== 'one-of') return fact
    const values = fact.type.values.map((one) =>
      one.name === 'judge' ? { ...one, label: { en: 'A judge or magistrate', es: 'Un juez o magistrado' } } : one,
    )
    return { ...fact, type: { ...fact.type, values } }
  })
  const toIn = (lang: string, under: typeof stack): readonly string[] =>
    nearestChanges({ ...decision, nearest }, under, lang).map(({ to }) => to)
  const relabelled = { ...stack, vocabulary: { ...stack.vocabulary, facts } }
  expect(toIn('en', stack)).toEqual(['Nobody or A judge'])
  expect(toIn('en', relabelled)).toEqual(['Nobody; A judge or magistrate'])
  expect(toIn('es', relabelled)).toEqual(['Nadie; Un juez o magistrado'])
})

it('parts what is told unasked from its answer, as a question mark does', async () => {
  const { document, stack } = await decided({ form: 'detainer', acts: ['hold'], facts: { 'warrant.present': true } })
  const told = stack.vocabulary.facts.map((fact) =>
    fact.name === 'warrant.signer'
      ? { ...fact, question: { en: 'A judge has signed', es: 'Un juez ha firmado' } }
      : fact,
  )
  const decisions = document.decisions.map((decision) => ({
    ...decision,
    nearest: [{ fact: 'warrant.signer', to: 'judge', verdict: 'permitted' as const }],
  }))
  const under = { ...stack, vocabulary: { ...stack.vocabulary, facts: told } }
  const look = { lang: 'en', width: 100, paint: plainPainter }
  expect(answerLines({ ...document, decisions }, under, look).map((line) => line.trim())).toContain(
    'A judge has signed: A judge -> may',
  )
})
