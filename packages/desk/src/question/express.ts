/** Everything that still matters on one screen: which questions, what was sent for them, and what of it is not taken. */
import {
  questionStep,
  readTime,
  refusalOf,
  stillOpen,
  writeTime,
  zoneOf,
  type AnswerJson,
  type Answers,
  type QuestionStep,
} from '@brightline/engine'
import { refusalWords } from '@brightline/wording'
import { isStorable } from '../case/keep-answers.ts'
import { withAnswers, type CaseInterview } from './case-interview.ts'
import { isTyped } from './fields.ts'
import { cannotTell, readReply, type Meant } from './read-reply.ts'

/** What a form of many questions sends: a value for the address of each. */
export type Sent = ReadonlyMap<string, string>

/** Lists the questions: those that are answered, the next, and all that can still change an answer. */
export function expressSteps({ now, stack }: CaseInterview): readonly QuestionStep[] {
  const { facts, events } = stillOpen(now)
  const answered = now.path.map(({ step }) => step.address).filter((address) => address !== 'agency')
  const open = [now.next.address, ...facts, ...events.map((event) => `time:${event}`)]
  return [...new Set([...answered, ...open])].flatMap((address) => {
    const step = questionStep(stack, address)
    return step === null ? [] : [step]
  })
}

/** What was sent, sorted: answers that are new, and faults at their fields. */
export interface Sorted {
  readonly answers: Answers
  readonly faults: ReadonlyMap<string, string>
}

/** Reads all fields. What was left empty changes nothing; what is the same as before is not new. */
export function sortSent(interview: CaseInterview, sent: Sent, lang: string): Sorted {
  const steps = [...sent].flatMap(([address, value]) => {
    const step = questionStep(interview.stack, address)
    return step === null || value.trim() === '' ? [] : [{ step, value: value.trim() }]
  })
  const answers: Record<string, AnswerJson> = {}
  const faults = new Map<string, string>()
  for (const { step, value } of steps) {
    const meant = readOne(interview, step, value)
    if (meant.kind === 'answer' && isStorable(interview.stack, step.address, meant.answer)) {
      if (interview.answers[step.address] !== meant.answer) answers[step.address] = meant.answer
    } else faults.set(step.address, refusalWords(step, { kind: 'unreadable' }, lang))
  }
  return { answers, faults: faults.size > 0 ? faults : clashes(interview, answers, lang) }
}

/** Finds the answers that cannot be true together with the others, also where their questions would not be asked. */
function clashes(interview: CaseInterview, answers: Answers, lang: string): ReadonlyMap<string, string> {
  const { now, stack } = withAnswers(interview, answers)
  const counted = [...now.offered, ...now.path]
  return new Map(
    now.aside.flatMap(({ address, step, answer }) => {
      if (step === null || !Object.hasOwn(answers, address)) return []
      const refusal = refusalOf(stack, counted, address, answer)
      return refusal === null ? [] : [[address, refusalWords(step, refusal, lang)] as const]
    }),
  )
}

/** Reads one field. Days and times are typed in one line here. */
function readOne({ stack }: CaseInterview, step: QuestionStep, value: string): Meant {
  if (value === cannotTell || !isTyped(step)) return readReply(stack, step, { answer: value })
  if (step.kind === 'time') {
    // Two digits of a year are of this century, as in the boxes of other forms.
    const whole = value.replace(/^(\d{1,2}\/\d{1,2}\/)(\d{2})(?=\D)/, '$120$2')
    const read = readTime(whole, { zone: zoneOf(stack.library, stack.place), today: null })
    if (!read.ok || read.value.isDateOnly) return { kind: 'unreadable' }
    return { kind: 'answer', answer: writeTime(read.value.at) }
  }
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(value) ?? []
  if (step.kind === 'fact' && step.fact?.type.kind === 'date') return readReply(stack, step, { month, day, year })
  return value === 'never' ? readReply(stack, step, { answer: value }) : readReply(stack, step, { typed: value })
}

/** Gives the text of a field for an answer. */
export function fieldText(step: QuestionStep, answer: AnswerJson | undefined): string {
  if (answer === undefined) return ''
  if (answer === null) return cannotTell
  if (!isTyped(step) || typeof answer === 'number') return String(answer)
  const [, year = '', month = '', day = '', clock = ''] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(answer) ?? []
  if (year === '') return answer
  return clock === '' ? `${month}/${day}/${year}` : `${month}/${day}/${year} ${clock}`
}
