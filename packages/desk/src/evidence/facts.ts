/** What the answers of the evidence check say in facts of the law. Where they say nothing, the questions ask later. */
import type { AnswerJson } from '@brightline/engine'
import type { Vocabulary } from '@brightline/language'
import type { NewAnswers } from '../case/keep-answers.ts'
import type { CheckedForm, EvidenceAnswers, EvidenceQuestion } from './question.ts'

/** The facts that the check may answer. */
export const factsOfCheck: readonly string[] = [
  ...['warrant.signer', 'warrant.court', 'warrant.names-person', 'warrant.names-place'],
  ...['warrant.expired', 'warrant.probable-cause', 'warrant.covers-act', 'warrant.of-another'],
]

/** The fact that says which warrant or order it is. */
const formFact = 'warrant.form'

/** Gives every fact about one warrant or order: they go where another one is chosen. */
export function factsOfPaper(vocabulary: Vocabulary): readonly string[] {
  return [...factsNamed(vocabulary, 'warrant.').filter((name) => name !== formFact), 'court.order']
}

/** Gives every fact about one subpoena. */
export function factsOfSubpoena(vocabulary: Vocabulary): readonly string[] {
  return factsNamed(vocabulary, 'subpoena.')
}

function factsNamed({ facts }: Vocabulary, beginning: string): readonly string[] {
  return facts.map(({ name }) => name).filter((name) => name.startsWith(beginning))
}

const plain: readonly (readonly [EvidenceQuestion, string])[] = [
  ['names-person', 'warrant.names-person'],
  ['names-place', 'warrant.names-place'],
  ['date-passed', 'warrant.expired'],
  ['probable-cause', 'warrant.probable-cause'],
  ['covers-act', 'warrant.covers-act'],
]

/** Which court a paper of a form comes from, if any; null where the form does not say. */
const courtOf: Readonly<Record<CheckedForm, 'federal' | 'state' | 'none' | null>> = {
  'i-200': 'none',
  'i-203': 'none',
  'i-205': 'none',
  'ao-93': 'federal',
  'ao-442': 'federal',
  'state-warrant': 'state',
  'court-order': null,
  'other-paper': null,
}

const titles: readonly EvidenceQuestion[] = ['judge', 'magistrate', 'clerk', 'immigration-officer']

/**
 * Gives the facts. Null is that nobody can tell.
 *
 * @example
 * factsOf('i-205', new Map([['signed', 'yes'], ['judge', 'no'], ['immigration-officer', 'yes']]))
 * // => { 'warrant.signer': 'immigration-officer' }
 */
export function factsOf(form: CheckedForm, answers: EvidenceAnswers): NewAnswers {
  const facts = [
    ['warrant.signer', signerOf(form, answers)] as const,
    ['warrant.court', courtFact(form, answers)] as const,
    ['warrant.of-another', ofAnother(form, answers)] as const,
    ...plain.map(([question, fact]) => [fact, plainFact(answers.get(question))] as const),
  ]
  return Object.fromEntries(facts.flatMap(([fact, value]) => (value === undefined ? [] : [[fact, value] as const])))
}

/** Tells if two titles were seen under one signature. A magistrate judge is called judge too. */
export function hasTwoTitles(answers: EvidenceAnswers): boolean {
  const seen = titles.filter((title) => answers.get(title) === 'yes')
  return seen.length > (seen.includes('judge') && seen.includes('magistrate') ? 2 : 1)
}

function plainFact(answer: string | undefined): AnswerJson | undefined {
  return answer === 'cannot-tell' ? null : answer
}

function courtFact(form: CheckedForm, answers: EvidenceAnswers): AnswerJson | undefined {
  const answer = answers.get('court')
  const court = courtOf[form]
  if (answer === undefined || answer === 'cannot-tell') return plainFact(answer)
  if (answer === 'no') return court === null ? undefined : 'none'
  // The forms of immigration authorities name no court: whoever sees one looks again.
  return court === null ? undefined : court === 'state' ? 'state-court' : 'federal-court'
}

/** Whether a form of immigration authorities turns out not to be for this person: what nobody is asked, and the check notices. */
function ofAnother(form: CheckedForm, answers: EvidenceAnswers): AnswerJson | undefined {
  if (form !== 'i-200' && form !== 'i-205') return undefined
  return [answers.get('names-person'), answers.get('signed')].includes('no') ? 'yes' : undefined
}

function signerOf(form: CheckedForm, answers: EvidenceAnswers): AnswerJson | undefined {
  const signed = answers.get('signed')
  if (signed === 'no') return 'nobody'
  if (signed !== 'yes') return plainFact(signed)
  if (answers.get('magistrate') === 'yes') return judgeOf(form, 'federal-magistrate')
  if (answers.get('judge') === 'yes') return judgeOf(form, 'federal-judge')
  if (answers.get('clerk') === 'yes') return 'court-clerk'
  if (answers.get('immigration-officer') === 'yes') return 'immigration-officer'
  return titles.some((title) => answers.get(title) === 'cannot-tell') ? null : undefined
}

/** A judge of the court that the form comes from; where it may be any court, the questions ask of which. */
function judgeOf(form: CheckedForm, federal: 'federal-judge' | 'federal-magistrate'): AnswerJson | undefined {
  const court = courtOf[form]
  if (court === null) return undefined
  return court === 'state' ? 'state-judge' : federal
}
