/** The answers to choose from at a step. */
import type { QuestionStep } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { labelWords } from '../question/question.ts'

/** One answer that can be chosen: what is stored, and what is shown. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** Lists the answers that a step offers; none where a number, a date or a time is typed, and `never` with it. */
export function choicesOf(step: QuestionStep, lang: string): readonly Choice[] {
  switch (step.kind) {
    case 'act':
      return step.acts.map(({ name, phrase }) => ({ value: name, label: textIn(phrase, lang) }))
    case 'fact': {
      const kind = step.fact?.type.kind
      if (kind === 'number' || kind === 'date') return []
      return step.question.answers.map((answer) => ({ value: String(answer.value), label: labelWords(answer, lang) }))
    }
    case 'time':
      return []
  }
}
