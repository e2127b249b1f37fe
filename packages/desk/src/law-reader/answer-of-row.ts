/** The answer that a row of decisions keeps, with its shape and its words. */
import { caseAnswer, type Decision } from '@brightline/engine'
import type { Markup } from '@brightline/documents/html'
import { caseAnswerText } from '@brightline/wording'
import { shapeOfAnswer } from './case-shape.ts'
import { tag } from './verdict-mark.ts'

/** An answer as a list shows it. */
export interface AnswerOfRow {
  readonly verdict: Decision['verdict']
  readonly words: string
  /** The words are those of the verdict alone. */
  readonly isPlain: boolean
  readonly tag: Markup
}

const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict', 'needs-facts'] as const
const silences = ['not-encoded', 'no-power', 'duty-lifted', 'not-in-force', 'law-silent'] as const

/** Reads the answer of a stored decision; null where a program of another version wrote something else. */
export function answerOfRow(document: object, lang: string): AnswerOfRow | null {
  const fields = decisionIn(document)
  const verdict = verdicts.find((one) => one === fields.get('verdict'))
  if (verdict === undefined) return null
  const said = fields.get('silence')
  const silence = Array.isArray(said) ? silences.filter((one) => said.includes(one)) : []
  const asked = fields.get('counsel')
  // Only how many reasons there are is read.
  const counsel: Decision['counsel'] = Array.isArray(asked) ? asked.map(() => ({ en: '' })) : []
  const answer = caseAnswer({ verdict, silence, counsel })
  const words = caseAnswerText({ answer, until: null }, lang)
  const isPlain = answer === 'must' || answer === 'must-not' || answer === 'may'
  return { verdict, words, isPlain, tag: tag(shapeOfAnswer(answer), words) }
}

/** Finds the decision in a document, which holds one; or the document is the decision itself. */
function decisionIn(document: object): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>(Object.entries(document))
  const list = fields.get('decisions')
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  return typeof first === 'object' && first !== null ? new Map<string, unknown>(Object.entries(first)) : fields
}
