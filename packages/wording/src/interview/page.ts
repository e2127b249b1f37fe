/** A page of an interview as data: what a terminal makes lines of, and a form its fields. */
import { bearsOn, type AnswerJson, type Journey, type QuestionStep, type Step } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { unitWords } from '../calendar/amount.ts'
import { namesOf } from '../law/names.ts'
import { sayIn } from '../phrase/phrases.ts'
import { questionWords } from '../question/question.ts'
import { answerWords } from './answer-words.ts'
import { choicesOf, type Choice } from './choices.ts'
import { interviewPhrases } from './phrases.ts'

/** One question with everything that is shown beside it. */
export interface Page {
  readonly address: string
  /** Counts from 1 along the questions that are asked. */
  readonly number: number
  readonly title: string
  /** For a protected fact: the law that forces it, and what is done with the answer. */
  readonly protection: readonly string[]
  readonly knower: string | null
  /** The answers to choose from; none where one is typed. */
  readonly choices: readonly Choice[]
  /** How to write an answer that is typed. */
  readonly hints: readonly string[]
  /** The answer that was given before, or null. */
  readonly given: string | null
}

/** Makes the page of a question. */
export function pageOf(now: Journey, step: QuestionStep, lang: string): Page {
  const say = sayIn(interviewPhrases, lang)
  const at = now.path.findIndex((visited) => visited.step.address === step.address)
  const visited = now.path[at]
  const asked = step.kind === 'fact' ? step.question : null
  const forcedBy = asked?.forcedBy ?? null
  const knownBy = asked?.knownBy ?? null
  return {
    address: step.address,
    number: (at < 0 ? now.path.length : at) + 1,
    title: titleOf(now, step, lang),
    protection: forcedBy === null ? [] : [say('forced-by', { cite: forcedBy }), say('not-stored')],
    knower: knownBy === null ? null : say('known-by', { who: textIn(knownBy, lang) }),
    choices: choicesOf(step, lang),
    hints: hintsOf(step, lang),
    given: visited === undefined ? null : answerWords(now.stack, visited.step, visited.answer, lang),
  }
}

/** Asks a question. */
export function titleOf({ stack }: Pick<Journey, 'stack'>, step: QuestionStep, lang: string): string {
  const say = sayIn(interviewPhrases, lang)
  switch (step.kind) {
    case 'fact':
      return questionWords(step.question, lang)
    case 'act':
      return say('which-act')
    case 'time':
      return say('when', { event: namesOf(stack, lang).event(step.event.name) })
  }
}

/** One answer among those to be checked. */
export interface CheckedAnswer {
  readonly address: string
  readonly question: string
  readonly answer: string
}

/** The answers before the decision: those that count, and those that are kept aside. */
export interface CheckPage {
  readonly title: string
  readonly answers: readonly CheckedAnswer[]
  readonly asideTitle: string
  readonly aside: readonly CheckedAnswer[]
}

/** Makes the page on which answers are checked. */
export function checkPageOf(now: Journey, lang: string): CheckPage {
  const say = sayIn(interviewPhrases, lang)
  const checked = (step: QuestionStep, answer: AnswerJson): CheckedAnswer => ({
    address: step.address,
    question: titleOf(now, step, lang),
    answer: answerWords(now.stack, step, answer, lang),
  })
  return {
    title: say('check-title'),
    answers: now.path.map(({ step, answer }) => checked(step, answer)),
    asideTitle: say('aside-title'),
    aside: now.aside.flatMap(({ step, answer }) => (step === null ? [] : [checked(step, answer)])),
  }
}

/** Says what help is there at a step. */
export function helpOf(now: Journey, step: Step, lang: string): readonly string[] {
  const say = sayIn(interviewPhrases, lang)
  const acts = step.kind === 'fact' ? bearsOn(now, step.question.fact) : []
  const names = namesOf(now.stack, lang)
  return [
    say('help-asked'),
    say('help-unknown'),
    say('help-back'),
    ...(acts.length === 0 ? [] : [say('bears-on'), ...acts.map((act) => `  - ${names.act(act)}`)]),
  ]
}

function hintsOf(step: QuestionStep, lang: string): readonly string[] {
  const say = sayIn(interviewPhrases, lang)
  if (step.kind === 'time') return [say('hint-time')]
  const type = step.kind === 'fact' ? step.fact?.type : undefined
  if (type?.kind === 'date') return [say('hint-date')]
  if (type?.kind !== 'number') return []
  const { min, max, unit, canBeNever } = type
  const number =
    unit === null ? say('hint-number', { min, max }) : say('hint-number-of', { min, max, unit: unitWords(unit, lang) })
  return [number, ...(canBeNever ? [say('hint-never')] : [])]
}
