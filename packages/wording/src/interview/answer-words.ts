/** Answers of an interview in words. */
import type { AnswerJson, QuestionStep, Stack } from '@brightline/engine'
import { amountWords } from '../calendar/amount.ts'
import { namesOf } from '../law/names.ts'
import { sayIn } from '../phrase/phrases.ts'
import { labelWords } from '../question/question.ts'
import { choicesOf } from './choices.ts'
import { interviewPhrases } from './phrases.ts'

/** Says an answer as the page of its question would. */
export function answerWords(stack: Stack, step: QuestionStep, answer: AnswerJson, lang: string): string {
  const say = sayIn(interviewPhrases, lang)
  if (answer === null) return say(step.kind === 'time' ? 'left-out' : 'unknown')
  if (step.kind === 'time') return String(answer).replace('T', ' ')
  if (step.kind === 'fact' && step.fact === null) return namesOf(stack, lang).agency(String(answer))
  const chosen = choicesOf(step, lang).find(({ value }) => value === answer)
  if (chosen !== undefined) return chosen.label
  const type = step.kind === 'fact' ? step.fact?.type : undefined
  if (type?.kind === 'number' && typeof answer === 'number') return amountWords(answer, type.unit, lang)
  return labelWords({ value: answer, label: null }, lang)
}
