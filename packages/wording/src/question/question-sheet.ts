/** The sheet of questions for paper, in words. */
import {
  toQuestion,
  type QuestionSheet,
  type SheetAnswer,
  type SheetEnd,
  type SheetStep,
  type Stack,
} from '@brightline/engine'
import { textIn } from '@brightline/language'
import { verdictWords } from '../decision/verdict.ts'
import { sayIn, type Phrases } from '../phrase/phrases.ts'
import { changeWords, questionWords } from './question.ts'

const en = {
  other: 'Any other answer',
  'go-to': 'Go to {number}',
  end: 'END: {verdict}',
  open: 'END: not decided by what can be asked ({verdicts:or})',
} as const

const phrases: Phrases<keyof typeof en> = {
  en,
  es: {
    other: 'Otra respuesta',
    'go-to': 'Pase a {number}',
    end: 'FIN: {verdict}',
    open: 'FIN: no lo decide lo que se puede preguntar ({verdicts:or})',
  },
}

/** An answer of a sheet with what follows. */
export interface SaidSheetAnswer {
  readonly label: string
  readonly next: string
  /** The number of the step that follows; null where the way ends. */
  readonly step: number | null
}

/** A step of a sheet. */
export interface SaidSheetStep {
  readonly number: number
  readonly question: string
  /** Who can know; null where the law names nobody. */
  readonly knower: string | null
  readonly answers: readonly SaidSheetAnswer[]
}

/** So many values stand side by side; more that lead to the same are every other answer. */
const mostNamed = 3

/** Says the steps of a sheet. */
export function saidSheetSteps({ steps }: QuestionSheet, stack: Stack, lang: string): readonly SaidSheetStep[] {
  return steps.map((step) => {
    const question = toQuestion(stack, step.fact)
    return {
      number: step.number,
      question: questionWords({ question: question?.question ?? null }, lang),
      knower: question?.knownBy ? textIn(question.knownBy, lang) : null,
      answers: saidAnswers(step, stack, lang),
    }
  })
}

/** Says where an answer leads. */
export function sheetEndWords(end: SheetEnd, lang: string): string {
  const say = sayIn(phrases, lang)
  if (end.kind === 'step') return say('go-to', { number: end.number })
  const words = end.verdicts.map((verdict) => verdictWords(verdict, lang))
  const [only = ''] = words
  return words.length > 1 ? say('open', { verdicts: words }) : say('end', { verdict: only })
}

function saidAnswers({ answers, fact, isWhole }: SheetStep, stack: Stack, lang: string): readonly SaidSheetAnswer[] {
  const size = ({ values }: SheetAnswer): number => values.length
  const longest = Math.max(0, ...answers.map(size))
  const rest = isWhole && longest > mostNamed ? answers.find((one) => size(one) === longest) : undefined
  const ordered = [...answers.filter((one) => one !== rest), ...(rest === undefined ? [] : [rest])]
  return ordered.map((one) => ({
    label: one === rest ? sayIn(phrases, lang)('other') : labelOf(one, fact, { stack, lang }),
    next: sheetEndWords(one.leadsTo, lang),
    step: one.leadsTo.kind === 'step' ? one.leadsTo.number : null,
  }))
}

function labelOf(
  { values }: SheetAnswer,
  fact: string,
  { stack, lang }: { readonly stack: Stack; readonly lang: string },
): string {
  // Labels hold commas of their own.
  return values.map((to) => changeWords(stack, { fact, to }, lang)).join('; ')
}
