/** Questions and their answers in words. */
import {
  openEnds,
  toQuestion,
  type Answer,
  type FactValue,
  type NearestChange,
  type Question,
  type Stack,
} from '@brightline/engine'
import { textIn } from '@brightline/language'
import { inLanguage, type ByLanguage } from '../phrase/by-language.ts'
import { rangeWords } from './range.ts'

interface QuestionPhrases {
  readonly agency: string
  /** Answers that every vocabulary has. */
  readonly answer: ReadonlyMap<FactValue, string>
}

const questionPhrases: ByLanguage<QuestionPhrases> = {
  en: {
    agency: 'Which agency are you?',
    answer: new Map(Object.entries({ yes: 'Yes', no: 'No', never: 'Never' })),
  },
  es: {
    agency: '¿De qué agencia es usted?',
    answer: new Map(Object.entries({ yes: 'Sí', no: 'No', never: 'Nunca' })),
  },
}

/**
 * Asks a question as the vocabulary does, or for the agency.
 *
 * @example
 * questionWords({ question: null }, 'es') // => '¿De qué agencia es usted?'
 */
export function questionWords({ question }: Pick<Question, 'question'>, lang: string): string {
  return question === null ? inLanguage(questionPhrases, lang).agency : textIn(question, lang)
}

/**
 * Labels an answer.
 *
 * @example
 * labelWords({ value: 'yes', label: null }, 'es') // => 'Sí'
 */
export function labelWords({ value, label }: Answer, lang: string): string {
  if (label !== null) return textIn(label, lang)
  return inLanguage(questionPhrases, lang).answer.get(value) ?? String(value)
}

/** Says to what a fact would change: the label of a value, or a range with its unit. */
export function changeWords(stack: Stack, { fact, to }: Pick<NearestChange, 'fact' | 'to'>, lang: string): string {
  if (typeof to === 'string') {
    const answer = toQuestion(stack, fact)?.answers.find(({ value }) => value === to)
    return labelWords(answer ?? { value: to, label: null }, lang)
  }
  const type = stack.vocabulary.facts.find(({ name }) => name === fact)?.type
  return rangeWords(openEnds(to, type), type, lang)
}
