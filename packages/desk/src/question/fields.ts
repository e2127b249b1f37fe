/** The fields of one question: choices of equal weight, or boxes where something is typed. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import { takesUnknown, type AnswerJson, type QuestionStep } from '@brightline/engine'
import { choicesOf } from '@brightline/wording'
import { cannotTell, type Reply } from './read-reply.ts'
import { sayQuestion } from './words.ts'

/** A question as it is shown: with what was answered before, or what was typed just now. */
export interface ShownQuestion {
  readonly step: QuestionStep
  readonly lang: string
  readonly reply: Reply
}

/** Gives the fields that an answer would have filled. */
export function replyOf(step: QuestionStep, answer: AnswerJson | undefined): Reply {
  if (answer === undefined) return {}
  if (answer === null) return { answer: cannotTell }
  const [, year = '', month = '', day = '', clock = ''] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(String(answer)) ?? []
  if (step.kind === 'time') return { year, month, day, clock }
  const kind = step.kind === 'fact' ? step.fact?.type.kind : undefined
  if (kind === 'date') return { year, month, day }
  return kind === 'number' && answer !== 'never' ? { typed: String(answer) } : { answer: String(answer) }
}

/** Tells whether an answer is typed, and none is chosen from a list. */
export function isTyped(step: QuestionStep): boolean {
  return step.kind === 'time' || (step.kind === 'fact' && ['number', 'date'].includes(step.fact?.type.kind ?? ''))
}

/** Names the field to which the fault of a question leads: the first. */
export function firstField(step: QuestionStep): string {
  if (!isTyped(step)) return 'answer'
  return step.kind === 'fact' && step.fact?.type.kind === 'number' ? 'typed' : 'month'
}

/** Makes the fields, without the buttons. */
export function fieldsOf(shown: ShownQuestion): Markup {
  const { step, reply, lang } = shown
  const say = sayQuestion(lang)
  if (!isTyped(step)) return choices(shown)
  if (step.kind === 'fact' && step.fact?.type.kind === 'number')
    return box({ name: 'typed', label: say('number'), value: reply.typed ?? '', size: 'short' })
  const order = lang === 'en' ? (['month', 'day', 'year'] as const) : (['day', 'month', 'year'] as const)
  const boxes = order.map((name) =>
    box({ name, label: say(name), value: reply[name] ?? '', size: name === 'year' ? 'year' : 'two' }),
  )
  const clock = box({ name: 'clock', label: say('clock'), value: reply.clock ?? '', size: 'short' })
  return markup`<div class="boxes">${boxes}</div>${step.kind === 'time' ? clock : null}`
}

/** Makes the buttons: to go on, and those that answer a question whose answer is typed. */
export function buttonsOf({ step, lang }: ShownQuestion): readonly (Markup | null)[] {
  const say = sayQuestion(lang)
  const type = step.kind === 'fact' ? step.fact?.type : undefined
  const isNeverOffered = type?.kind === 'number' && type.canBeNever
  const unknown = step.kind === 'time' ? say('leave-out') : say('cannot-tell')
  return [
    markup`<button>${say('continue')}</button>`,
    isNeverOffered ? markup`<button class="second" name="answer" value="never">${say('never')}</button>` : null,
    isTyped(step) ? markup`<button class="second" name="answer" value="${cannotTell}">${unknown}</button>` : null,
  ]
}

function choices({ step, lang, reply }: ShownQuestion): Markup {
  const offered = choicesOf(step, lang)
  const unknown = takesUnknown(step) ? [{ value: cannotTell, label: sayQuestion(lang)('cannot-tell') }] : []
  const items = [...offered, ...unknown].map(({ value, label }, at) => {
    const isChosen = reply.answer === value ? trusted(' checked') : null
    return markup`<label><input type="radio" name="answer" value="${value}"${at === 0 ? trusted(' id="answer"') : null}${isChosen}><span>${label}</span></label>`
  })
  return markup`<div class="choices">${items}</div>`
}

interface Box {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly size: 'two' | 'year' | 'short'
}

function box({ name, label, value, size }: Box): Markup {
  const mode = name === 'clock' ? null : trusted(' inputmode="numeric"')
  return markup`<div class="field"><label for="${name}">${label}</label><input class="${size}" id="${name}" name="${name}" type="text" value="${value}" autocomplete="off"${mode}></div>`
}
