/** What a typed line means as a reply to a question. */
import { agencyFact, canBeUnknown, isDate, readFact, type FactValue, type Input, type Step } from '@brightline/engine'
import { nearest, textIn } from '@brightline/language'
import { inLanguage, labelWords } from '@brightline/wording'
import { interviewWords } from './words.ts'

/** An input for the interview, a request to the terminal, or what to type instead. */
export type Reply =
  | { readonly kind: 'input'; readonly input: Input }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'again'; readonly message: string }

/** One answer that can be chosen. */
export interface Choice {
  readonly value: FactValue
  readonly label: string
}

/** What the reading of a line needs to know of its surroundings. */
export interface Setting {
  readonly lang: string
  /** The local time, as `2026-11-22T14:30`. */
  readonly now: string
  /** How many answers can be changed on the page that checks them. */
  readonly answers: number
  /** Whether Enter means now for the time of an event. */
  readonly enterIsNow: boolean
}

/** The answers that a step lists by number. */
export function choicesOf(step: Step, lang: string): readonly Choice[] {
  switch (step.kind) {
    case 'act':
      return step.acts.map(({ name, phrase }) => ({ value: name, label: textIn(phrase, lang) }))
    case 'fact':
      // A number or a date is typed, and `never` with it.
      if (step.fact !== null && (step.fact.type.kind === 'number' || step.fact.type.kind === 'date')) return []
      return step.question.answers.map((answer) => ({ value: answer.value, label: labelWords(answer, lang) }))
    case 'time':
    case 'check':
    case 'decision':
      return []
  }
}

/** Reads one line. */
export function readReply(step: Step, line: string, setting: Setting): Reply {
  const text = line.trim()
  const say = inLanguage(interviewWords, setting.lang)
  const word = text.toLowerCase()
  if (word === say.keys.help || word === say.help) return { kind: 'help' }
  if (word === say.keys.quit || word === say.quit) return { kind: 'quit' }
  if (word === say.keys.back || word === say.back) return input({ kind: 'back' })
  if (word === say.keys.unknown || word === say.cannotSay || word === say.notKnown) {
    return canBeUnknown(step) ? input({ kind: 'cannot-say' }) : again(say.noUnknown)
  }
  switch (step.kind) {
    case 'time':
      return readWhen(text, setting)
    case 'check':
      return readCheck(text, setting)
    case 'decision':
      return input({ kind: 'confirm' })
    case 'act':
      return readChoice(choicesOf(step, setting.lang), text, setting.lang)
    case 'fact': {
      const choices = choicesOf(step, setting.lang)
      return choices.length > 0 ? readChoice(choices, text, setting.lang) : readTyped(step, word, setting.lang)
    }
  }
}

function readChoice(choices: readonly Choice[], text: string, lang: string): Reply {
  const say = inLanguage(interviewWords, lang)
  if (/^\d+$/.test(text)) {
    const choice = choices[Number(text) - 1]
    return choice === undefined ? again(say.typeNumber(choices.length)) : value(choice.value)
  }
  const word = plain(text)
  const named = choices.find(({ value: name, label }) => name === word || plain(label) === word)
  if (named !== undefined) return value(named.value)
  const starts = choices.filter(({ label }) => word !== '' && plain(label).startsWith(word))
  const [only] = starts
  if (starts.length === 1 && only !== undefined) return value(only.value)
  const meant = nearest(
    word,
    choices.map(({ value: name }) => String(name)),
  )
  const label = choices.find(({ value: name }) => name === meant)?.label
  return again(
    `${say.typeNumber(choices.length)}${label === undefined || word === '' ? '' : `; ${say.didYouMean(label)}`}`,
  )
}

/** Small letters without accents, so that `si` is `Sí`. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
}

function readTyped(step: Extract<Step, { kind: 'fact' }>, word: string, lang: string): Reply {
  const say = inLanguage(interviewWords, lang)
  const { fact } = step
  if (fact === null) throw new Error(`the fact ${agencyFact} is chosen, not typed`)
  const read = readFact(fact, word === say.never.toLowerCase() ? 'never' : word)
  if (read.ok && read.value.kind === 'value') return value(read.value.value)
  const { type } = fact
  return again(type.kind === 'number' ? say.badNumber(type.min, type.max, type.canBeNever) : say.badDate)
}

function readWhen(text: string, { lang, now, enterIsNow }: Setting): Reply {
  const say = inLanguage(interviewWords, lang)
  if (text === '') return enterIsNow ? value(now) : input({ kind: 'cannot-say' })
  if (['now', 'ahora'].includes(text.toLowerCase())) return value(now)
  const full = /^\d{1,2}:\d{2}$/.test(text) ? `${now.slice(0, 10)}T${text.padStart(5, '0')}` : text.replace(/\s+/, 'T')
  const isTime = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(full) && isDate(full.slice(0, 10))
  return isTime ? value(full) : again(say.badTime)
}

function readCheck(text: string, { lang, answers }: Setting): Reply {
  if (text === '') return input({ kind: 'confirm' })
  const index = /^\d+$/.test(text) ? Number(text) - 1 : -1
  return index >= 0 && index < answers
    ? input({ kind: 'change', index })
    : again(inLanguage(interviewWords, lang).checkHint)
}

function value(chosen: FactValue): Reply {
  return input({ kind: 'answer', value: chosen })
}

function input(made: Input): Reply {
  return { kind: 'input', input: made }
}

function again(message: string): Reply {
  return { kind: 'again', message }
}
