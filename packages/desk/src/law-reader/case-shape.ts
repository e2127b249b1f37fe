/** The shape that stands for an answer. */
import type { CaseAnswerWord } from '@brightline/language'
import type { Shape } from './verdict-mark.ts'

const shapes: Readonly<Record<CaseAnswerWord, Shape>> = {
  must: 'must',
  'must-counsel-first': 'counsel',
  'must-not': 'must-not',
  may: 'may',
  'counsel-first': 'counsel',
  'need-not': 'no-rule',
  'no-power': 'must-not',
  'not-encoded': 'no-rule',
  'no-rule': 'no-rule',
  'needs-facts': 'needs-facts',
  conflict: 'counsel',
}

/** Gives the shape of an answer. */
export function shapeOfAnswer(answer: CaseAnswerWord | null): Shape {
  return answer === null ? 'no-rule' : shapes[answer]
}
