/** The meaning of a typed line as a reply to a question. */
import {
  readFact,
  readTime,
  takesUnknown,
  writeTime,
  type AnswerJson,
  type QuestionStep,
  type Step,
} from '@brightline/engine'
import { nearest } from '@brightline/language'
import {
  choicesOf,
  choiceWords,
  refusalWords,
  timeFaultWords,
  turnWords,
  typedWords,
  type Choice,
} from '@brightline/wording'

/** The wish of the person, or a word on what to type instead. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: AnswerJson }
  /** Keeps the answer that was given, or goes on from the check. */
  | { readonly kind: 'go-on' }
  | { readonly kind: 'back' }
  /** Visits the answer at this index of the check. */
  | { readonly kind: 'change'; readonly index: number }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'again'; readonly message: string }

/** The surroundings in which a line is read. */
export interface Setting {
  readonly lang: string
  /** The zone of the place, and its local time, as `2026-11-22T14:30`. */
  readonly zone: string
  readonly now: string
  /** The number of answers that can be changed on the page that checks them. */
  readonly answers: number
  /** True where the question was answered before, so that Enter keeps the answer. */
  readonly isAnswered: boolean
  /** True where Enter means now for the time of an event. */
  readonly enterIsNow: boolean
}

/** Reads one line. */
export function readReply(step: Step, line: string, setting: Setting): Reply {
  const text = line.trim()
  const words = typedWords(setting.lang)
  const word = text.toLowerCase()
  if (words.help.includes(word)) return { kind: 'help' }
  if (words.quit.includes(word)) return { kind: 'quit' }
  if (words.back.includes(word)) return { kind: 'back' }
  if (step.kind === 'check') return readCheck(text, setting)
  if (words.unknown.includes(word)) {
    return takesUnknown(step) ? answer(null) : again(refusalWords(step, { kind: 'needs-answer' }, setting.lang))
  }
  if (text === '' && setting.isAnswered) return { kind: 'go-on' }
  if (step.kind === 'time') return readWhen(text, setting)
  const choices = choicesOf(step, setting.lang)
  return choices.length > 0 ? readChoice(choices, text, setting.lang) : readTyped(step, word, setting.lang)
}

function readChoice(choices: readonly Choice[], text: string, lang: string): Reply {
  if (/^\d+$/.test(text)) {
    const choice = choices[Number(text) - 1]
    return choice === undefined ? again(choiceWords(choices.length, null, lang)) : answer(choice.value)
  }
  const word = plain(text)
  const named = choices.find(({ value, label }) => plain(value) === word || plain(label) === word)
  if (named !== undefined) return answer(named.value)
  const starts = choices.filter(({ label }) => word !== '' && plain(label).startsWith(word))
  const [only] = starts
  if (starts.length === 1 && only !== undefined) return answer(only.value)
  const names = choices.map(({ value }) => value)
  const meant = word === '' ? null : nearest(word, names)
  const label = choices.find(({ value }) => value === meant)?.label ?? null
  return again(choiceWords(choices.length, label, lang))
}

/** Small letters without accents, so that `si` is `Sí`. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
}

function readTyped(step: QuestionStep, word: string, lang: string): Reply {
  const fact = step.kind === 'fact' ? step.fact : null
  const text = word === typedWords(lang).never ? 'never' : word
  const read = fact === null ? null : readFact(fact, text)
  if (read?.ok !== true || read.value.kind !== 'value') return again(refusalWords(step, { kind: 'unreadable' }, lang))
  return answer(fact?.type.kind === 'number' ? read.value.value : text)
}

/** Reads a time; one that the clocks of the night skipped or showed twice is said to be so. */
function readWhen(text: string, { lang, zone, now, enterIsNow }: Setting): Reply {
  if (text === '') return answer(enterIsNow ? now : null)
  if ([typedWords(lang).now, 'now'].includes(text.toLowerCase())) return answer(now)
  const read = readTime(text, { zone, today: now.slice(0, 10) })
  if (read.ok && !read.value.isDateOnly) return answer(writeTime(read.value.at))
  const [fault] = read.ok ? [] : read.problems
  return again(timeFaultWords(fault ?? { kind: 'no-time' }, lang))
}

function readCheck(text: string, { lang, answers }: Setting): Reply {
  if (text === '') return { kind: 'go-on' }
  const index = /^\d+$/.test(text) ? Number(text) - 1 : -1
  return index >= 0 && index < answers ? { kind: 'change', index } : again(turnWords('check-hint', lang))
}

function answer(given: AnswerJson): Reply {
  return { kind: 'answer', answer: given }
}

function again(message: string): Reply {
  return { kind: 'again', message }
}
