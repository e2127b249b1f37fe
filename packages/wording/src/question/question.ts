/** Questions and their answers in words. */
import {
  toQuestion,
  type Answer,
  type FactValue,
  type NearestChange,
  type Question,
  type Stack,
} from '@brightline/engine'
import { textIn, type Fact } from '@brightline/language'
import { amountWords } from '../calendar/amount.ts'
import { inLanguage, languageOf, type ByLanguage } from '../phrase/by-language.ts'
import { fill } from '../phrase/fill.ts'

interface QuestionPhrases {
  readonly agency: string
  readonly range: string
  /** Answers that every vocabulary has. */
  readonly answer: ReadonlyMap<FactValue, string>
}

const questionPhrases: ByLanguage<QuestionPhrases> = {
  en: {
    agency: 'Which agency are you?',
    range: '{from} to {to}',
    answer: new Map(Object.entries({ yes: 'Yes', no: 'No', never: 'Never' })),
  },
  es: {
    agency: '¿De qué agencia es usted?',
    range: 'de {from} a {to}',
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
  return rangeWords(to, unitOf(stack.vocabulary.facts.find(({ name }) => name === fact)), lang)
}

function unitOf(fact: Fact | undefined): string | null {
  return fact?.type.kind === 'number' ? fact.type.unit : null
}

function rangeWords({ from, to }: Exclude<NearestChange['to'], string>, unit: string | null, lang: string): string {
  const spoken = languageOf(questionPhrases, lang)
  const last = typeof to === 'number' ? amountWords(to, unit, spoken) : to
  return from === to ? last : fill(inLanguage(questionPhrases, spoken).range, { from, to: last }, spoken)
}
