/** What was sent as the answer to a question: chosen, typed, or left empty. */
import { readTime, writeTime, zoneOf, type AnswerJson, type QuestionStep, type Stack } from '@brightline/engine'
import { choicesOf } from '@brightline/wording'

/** The fields of a question as they were sent. */
export interface Reply {
  readonly answer?: string
  readonly typed?: string
  readonly month?: string
  readonly day?: string
  readonly year?: string
  readonly clock?: string
}

/** What a reply means. Nothing sent means nothing: it never clears an answer. */
export type Meant =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'answer'; readonly answer: AnswerJson }

/** What is sent for an answer that nobody can give. No value of a fact is spelled so. */
export const cannotTell = '?'

/** Reads a reply to a step. */
export function readReply(stack: Stack, step: QuestionStep, reply: Reply): Meant {
  const chosen = (reply.answer ?? '').trim()
  if (chosen === cannotTell) return { kind: 'answer', answer: null }
  if (chosen !== '') return readChosen(step, chosen)
  if (step.kind === 'time') return readMoment(stack, reply)
  if (step.kind !== 'fact') return { kind: 'nothing' }
  const kind = step.fact?.type.kind
  if (kind === 'date') return readDay(reply)
  return kind === 'number' ? readNumber(reply) : { kind: 'nothing' }
}

function readChosen(step: QuestionStep, chosen: string): Meant {
  const isNever = chosen === 'never' && step.kind === 'fact' && step.fact?.type.kind === 'number'
  const isOffered = isNever || choicesOf(step, 'en').some(({ value }) => value === chosen)
  return isOffered ? { kind: 'answer', answer: chosen } : { kind: 'unreadable' }
}

function readNumber({ typed = '' }: Reply): Meant {
  const text = typed.trim()
  if (text === '') return { kind: 'nothing' }
  return /^\d{1,9}$/.test(text) ? { kind: 'answer', answer: Number(text) } : { kind: 'unreadable' }
}

/** Reads the three boxes of a day as an ISO date; whether it exists is not asked here. */
function readDay({ month = '', day = '', year = '' }: Reply): Meant {
  const parts = [month, day, year].map((part) => part.trim())
  if (parts.every((part) => part === '')) return { kind: 'nothing' }
  const [m = '', d = '', y = ''] = parts
  if (!/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d) || !/^(?:\d{2}|\d{4})$/.test(y)) return { kind: 'unreadable' }
  const whole = y.length === 2 ? `20${y}` : y
  return { kind: 'answer', answer: `${whole}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` }
}

/** Reads a day and a clock time where the agency is. */
function readMoment(stack: Stack, reply: Reply): Meant {
  const clock = (reply.clock ?? '').trim()
  const date = readDay(reply)
  if (date.kind === 'nothing' && clock === '') return { kind: 'nothing' }
  if (date.kind !== 'answer' || clock === '') return { kind: 'unreadable' }
  const read = readTime(`${date.answer} ${clock}`, { zone: zoneOf(stack.library, stack.place), today: null })
  if (!read.ok || read.value.isDateOnly) return { kind: 'unreadable' }
  return { kind: 'answer', answer: writeTime(read.value.at) }
}
