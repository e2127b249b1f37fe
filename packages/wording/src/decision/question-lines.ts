/** The next questions: each once, with the answers that it can have. */
import { toQuestion, type Decision, type Question, type Stack } from '@brightline/engine'
import type { Fact } from '@brightline/language'
import { amountWords } from '../calendar/amount.ts'
import { joined } from '../phrase/list.ts'
import { labelWords, questionWords } from '../question/question.ts'
import type { Pen } from './look.ts'

/** A longer list of answers is cut. */
const mostAnswers = 12

/** A question, and the acts on which it can change the answer. */
export interface Asked {
  readonly question: Question
  readonly acts: readonly string[]
}

/** Puts the questions of all decisions together; what keeps an act from being decided comes first. */
export function questionsOf(decisions: readonly Pick<Decision, 'act' | 'verdict' | 'ask'>[]): readonly Asked[] {
  const open = decisions.filter(({ verdict }) => verdict === 'needs-facts')
  const byFact = new Map<string, Asked>()
  for (const { ask, act } of [...open, ...decisions.filter((one) => !open.includes(one))]) {
    if (ask === null) continue
    const acts = [...(byFact.get(ask.fact)?.acts ?? []), act]
    byFact.set(ask.fact, { question: ask, acts })
  }
  return [...byFact.values()]
}

/** Writes a question. The acts are named where others have other questions. */
export function questionLines(
  { question, acts }: Asked,
  nameOf: ((act: string) => string) | null,
  stack: Stack,
  pen: Pen,
): readonly string[] {
  const { say, lang, line, item } = pen
  const asked = say('question', { question: questionWords(question, lang), fact: question.fact })
  const text = nameOf === null ? asked : say('question-for', { acts: acts.map(nameOf), question: asked })
  return [
    ...line(2, text),
    ...(question.forcedBy === null ? [] : item(4, '!', say('forced', { cite: question.forcedBy }))),
    ...answerLines(question, stack, pen),
  ]
}

/** Asks for a fact in words, or by its name where the vocabulary has no question. */
export function askedWords(stack: Stack, fact: string, lang: string): string {
  const question = toQuestion(stack, fact)
  return question === null ? fact : questionWords(question, lang)
}

function answerLines({ fact: name, answers }: Question, stack: Stack, pen: Pen): readonly string[] {
  const { say, lang, line, item } = pen
  const fact = stack.vocabulary.facts.find((one) => one.name === name)
  const typed = fact === undefined ? null : typedWords(fact, pen)
  if (typed !== null) return item(4, '-', typed)
  const labelled = answers.map((answer) =>
    say('answer', { label: labelWords(answer, lang), value: String(answer.value) }),
  )
  if (answers.every(({ label }) => label === null)) return item(4, '-', joined(labelled, 'or', lang))
  const shownAnswers = labelled.slice(0, mostAnswers).flatMap((label) => item(4, '-', label))
  const more = labelled.length - mostAnswers
  return more > 0 ? [...shownAnswers, ...line(6, say('more-answers', { count: more }))] : shownAnswers
}

/** Says what is typed where nothing is chosen. */
function typedWords({ type }: Fact, { say, lang }: Pen): string | null {
  if (type.kind === 'date') return say('date')
  if (type.kind !== 'number') return null
  const range = { min: type.min, max: amountWords(type.max, type.unit, lang) }
  return say(type.canBeNever ? 'number-or-never' : 'number', range)
}
