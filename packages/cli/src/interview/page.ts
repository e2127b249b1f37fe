/** The pages of the interview as lines of text. */
import {
  agencyFact,
  bearsOn,
  canBeUnknown,
  toQuestion,
  type Answered,
  type Interview,
  type Step,
} from '@brightline/engine'
import { dateOf, textIn } from '@brightline/language'
import { inLanguage, labelWords, questionWords } from '@brightline/wording'
import { choicesOf } from './reply.ts'
import { interviewWords } from './words.ts'

/** The lines at the start. */
export function startPage(lang: string): readonly string[] {
  const say = inLanguage(interviewWords, lang)
  const { unknown, back, help, quit } = say.keys
  return [
    say.welcome,
    say.privacy,
    say.keysIntro,
    `  ${unknown}  ${say.cannotSay}    ${back}  ${say.back}    ${help}  ${say.help}    ${quit}  ${say.quit}`,
  ]
}

/** A question with its numbered answers, who can know it, and how to answer. */
export function questionPage(now: Interview, step: Step, lang: string, enterIsNow: boolean): readonly string[] {
  const say = inLanguage(interviewWords, lang)
  if (step.kind === 'check') return checkPage(now, lang)
  if (step.kind === 'decision') return []
  const number = now.answered.length + 1
  const choices = choicesOf(step, lang)
  const width = String(choices.length).length + 2
  return [
    '',
    `${say.question} ${number}: ${titleOf(step, lang)}`,
    ...protection(step, lang),
    ...knower(step, lang),
    ...choices.map(({ label }, index) => `${String(index + 1).padStart(width)}  ${label}`),
    ...typingHints(step, lang, enterIsNow).map((hint) => `  ${hint}`),
    ' '.repeat(width - 1) + keysLine(now, step, lang),
  ]
}

/** What can be typed besides an answer. */
function keysLine(now: Interview, step: Step, lang: string): string {
  const { keys, cannotSay, back, help } = inLanguage(interviewWords, lang)
  return [
    ...(canBeUnknown(step) ? [`${keys.unknown}  ${cannotSay}`] : []),
    ...(now.answered.length > 0 ? [`${keys.back}  ${back}`] : []),
    `${keys.help}  ${help}`,
  ].join('    ')
}

/** What help says at a question. */
export function helpPage(now: Interview, step: Step, lang: string): readonly string[] {
  const say = inLanguage(interviewWords, lang)
  const acts = step.kind === 'fact' ? bearsOn(now, step.question.fact) : []
  const phrases = acts.map((act) =>
    textIn(now.stack.vocabulary.acts.find(({ name }) => name === act)?.phrase ?? { en: act }, lang),
  )
  return [
    '',
    ...say.helpText,
    ...(phrases.length === 0 ? [] : [say.bearsOn, ...phrases.map((phrase) => `  - ${phrase}`)]),
    `${say.keys.unknown} ${say.cannotSay}, ${say.keys.back} ${say.back}, ${say.keys.quit} ${say.quit}`,
  ]
}

/** The question and the answer in words. */
function answerWords(
  now: Interview,
  { subject, state }: Answered,
  lang: string,
): { readonly question: string; readonly answer: string } {
  const say = inLanguage(interviewWords, lang)
  const { vocabulary } = now.stack
  if (subject.kind === 'time') {
    const label = textIn(
      vocabulary.events.find(({ name }) => name === subject.name)?.label ?? { en: subject.name },
      lang,
    )
    return {
      question: capital(label),
      answer: state.kind === 'value' ? String(state.value).replace('T', ' ') : say.left,
    }
  }
  if (subject.kind === 'act') {
    const phrase = vocabulary.acts.find(({ name }) => state.kind === 'value' && name === state.value)?.phrase
    return { question: say.whichAct, answer: phrase === undefined ? say.notKnown : textIn(phrase, lang) }
  }
  const asked = toQuestion(now.stack, subject.name)
  const question = asked === null ? subject.name : questionWords(asked, lang)
  return { question, answer: state.kind === 'value' ? valueWords(now, subject.name, state.value, lang) : say.notKnown }
}

function checkPage(now: Interview, lang: string): readonly string[] {
  const say = inLanguage(interviewWords, lang)
  const width = String(now.answered.length).length + 2
  const rows = now.answered.flatMap((answered, index) => {
    const { question, answer } = answerWords(now, answered, lang)
    return [`${String(index + 1).padStart(width)}  ${question}`, `${' '.repeat(width)}    ${answer}`]
  })
  return ['', say.checkTitle, ...rows, `  ${say.checkHint}`]
}

function titleOf(step: Exclude<Step, { kind: 'check' | 'decision' }>, lang: string): string {
  switch (step.kind) {
    case 'fact':
      return questionWords(step.question, lang)
    case 'act':
      return inLanguage(interviewWords, lang).whichAct
    case 'time':
      return inLanguage(interviewWords, lang).when(textIn(step.event.label, lang))
  }
}

/** A protected fact shows the law that forces it, and that nothing is stored. */
function protection(step: Step, lang: string): readonly string[] {
  if (step.kind !== 'fact' || step.question.forcedBy === null) return []
  const say = inLanguage(interviewWords, lang)
  return [`  ! ${say.forcedBy(step.question.forcedBy)}`, `  ! ${say.notStored}`]
}

function knower(step: Step, lang: string): readonly string[] {
  if (step.kind !== 'fact' || step.question.knownBy === null) return []
  return [`  ${inLanguage(interviewWords, lang).knownBy}: ${textIn(step.question.knownBy, lang)}`]
}

function typingHints(step: Step, lang: string, enterIsNow: boolean): readonly string[] {
  const say = inLanguage(interviewWords, lang)
  if (step.kind === 'time') return [say.timeHint, enterIsNow ? say.enterIsNow : say.enterSkips]
  const type = step.kind === 'fact' ? step.fact?.type : undefined
  if (type?.kind === 'date') return [say.dateHint]
  if (type?.kind !== 'number') return []
  const unit = type.unit === null ? '' : (say.unit[type.unit] ?? type.unit)
  return [say.numberHint(type.min, type.max, unit), ...(type.canBeNever ? [say.neverHint] : [])]
}

function valueWords(now: Interview, name: string, value: string | number, lang: string): string {
  const say = inLanguage(interviewWords, lang)
  const chosen = toQuestion(now.stack, name)?.answers.find((choice) => choice.value === value)
  if (chosen !== undefined) return labelWords(chosen, lang)
  if (name === agencyFact)
    return textIn(
      now.stack.vocabulary.agencies.find((agency) => agency.name === value)?.label ?? { en: String(value) },
      lang,
    )
  const type = now.stack.vocabulary.facts.find((fact) => fact.name === name)?.type
  if (type?.kind === 'date' && typeof value === 'number') return dateOf(value)
  return type?.kind === 'number' && type.unit !== null ? `${value} ${say.unit[type.unit] ?? type.unit}` : String(value)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
