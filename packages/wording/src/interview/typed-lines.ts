/** An interview in lines, for where answers are typed. */
import { alsoAskable, takesUnknown, type Journey, type QuestionStep, type Step } from '@brightline/engine'
import { namesOf } from '../law/names.ts'
import { sayIn, type Say } from '../phrase/phrases.ts'
import { interviewPhrases } from './phrases.ts'
import { checkPageOf, helpOf, pageOf } from './page.ts'
import { typedPhrases, type TypedKey } from './typed-phrases.ts'

/** The words that a person can type besides an answer. */
export interface TypedWords {
  readonly unknown: readonly string[]
  readonly back: readonly string[]
  readonly help: readonly string[]
  readonly quit: readonly string[]
  readonly now: string
  readonly never: string
}

/** Lists the words that can be typed, each also as a key. */
export function typedWords(lang: string): TypedWords {
  const say = sayIn(typedPhrases, lang)
  return {
    unknown: [say('key-unknown'), say('word-unknown'), sayIn(interviewPhrases, lang)('unknown')],
    back: [say('key-back'), say('word-back')],
    help: [say('key-help'), say('word-help')],
    quit: [say('key-quit'), say('word-quit')],
    now: say('word-now'),
    never: say('word-never'),
  }
}

/** Writes the beginning. */
export function startLines(lang: string): readonly string[] {
  const say = sayIn(typedPhrases, lang)
  return [
    say('welcome'),
    say('privacy'),
    say('keys-intro'),
    `  ${keys(say, 'unknown', 'back', 'help', 'quit').join('    ')}`,
  ]
}

/** Writes a question with its numbered answers, who can know it, and how to answer. */
export function pageLines(now: Journey, step: QuestionStep, lang: string, enterIsNow: boolean): readonly string[] {
  const say = sayIn(typedPhrases, lang)
  const { number, title, protection, knower, choices, hints, given } = pageOf(now, step, lang)
  const width = String(choices.length).length + 2
  const enter = step.kind === 'time' && given === null ? [say(enterIsNow ? 'enter-is-now' : 'enter-skips')] : []
  return [
    '',
    say('question', { number, title }),
    ...protection.map((line) => `  ! ${line}`),
    ...(knower === null ? [] : [`  ${knower}`]),
    ...choices.map(({ label }, index) => `${String(index + 1).padStart(width)}  ${label}`),
    ...[...hints, ...enter].map((hint) => `  ${hint}`),
    ...(given === null ? [] : [`  ${say('given', { answer: given })}`]),
    ' '.repeat(width - 1) +
      [
        ...(takesUnknown(step) ? keys(say, 'unknown') : []),
        ...(number > 1 ? keys(say, 'back') : []),
        ...keys(say, 'help'),
      ].join('    '),
  ]
}

/** Writes the answers that are checked before the decision. */
export function checkLines(now: Journey, lang: string): readonly string[] {
  const page = checkPageOf(now, lang)
  const width = String(page.answers.length).length + 2
  const rows = page.answers.flatMap(({ question, answer }, index) => [
    `${String(index + 1).padStart(width)}  ${question}`,
    `${' '.repeat(width)}    ${answer}`,
  ])
  const aside = page.aside.flatMap(({ question, answer }) => [`  - ${question}`, `      ${answer}`])
  return [
    '',
    page.title,
    ...rows,
    ...(aside.length === 0 ? [] : [page.asideTitle, ...aside]),
    ...askableLines(now, lang),
    `  ${sayIn(typedPhrases, lang)('check-hint')}`,
  ]
}

/** Says what was not named and can be asked too; nothing where the form says what it asks. */
export function askableLines(now: Journey, lang: string): readonly string[] {
  const names = namesOf(now.stack, lang)
  const acts = alsoAskable(now).map((act) => names.act(act))
  return acts.length === 0 ? [] : [`  ${sayIn(typedPhrases, lang)('also-askable', { acts })}`]
}

/** Writes what help says at a step. */
export function helpLines(now: Journey, step: Step, lang: string): readonly string[] {
  const say = sayIn(typedPhrases, lang)
  return ['', ...helpOf(now, step, lang), say('help-leave'), keys(say, 'unknown', 'back', 'quit').join(', ')]
}

/** Writes the command that gives the same decision, and which protected facts it leaves out. */
export function repeatLines(command: string, leftOut: readonly string[], lang: string): readonly string[] {
  const say = sayIn(typedPhrases, lang)
  const without = leftOut.length === 0 ? [] : [`  ${say('repeat-without', { facts: leftOut })}`]
  return [say('repeat'), `  ${command}`, ...without]
}

/** Says what is wrong with a typed choice. */
export function choiceWords(count: number, meant: string | null, lang: string): string {
  const say = sayIn(typedPhrases, lang)
  const number = say('type-number', { count })
  return meant === null ? number : `${number}; ${say('did-you-mean', { label: meant })}`
}

/** What is said where a place is chosen. */
export interface ChoosePlaceWords {
  readonly which: string
  readonly hint: string
  readonly many: string
}

/** Says what is asked where a place is chosen. */
export function choosePlaceWords(lang: string): ChoosePlaceWords {
  const say = sayIn(typedPhrases, lang)
  return { which: say('which-place'), hint: say('place-hint'), many: say('many-places') }
}

/** Says how a conversation goes on or ends. */
export function turnWords(turn: 'nothing-before' | 'check-hint' | 'decision-title' | 'end', lang: string): string {
  return sayIn(typedPhrases, lang)(turn)
}

type Word = 'unknown' | 'back' | 'help' | 'quit'

function keys(say: Say<TypedKey>, ...words: readonly Word[]): readonly string[] {
  return words.map((word) => say('key', { key: say(`key-${word}`), word: say(`word-${word}`) }))
}
