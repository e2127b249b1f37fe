/** A sheet for paper, put together from what the engine finds and the words it is said in. Nothing of law is worked out here. */
import {
  agencyFact,
  DiagramTooLarge,
  questionSheet,
  questionStep,
  toQuestion,
  type QuestionSheet,
  type Stack,
} from '@brightline/engine'
import { textIn } from '@brightline/language'
import {
  labelWords,
  namesOf,
  saidAnswer,
  saidSheetSteps,
  sheetEndWords,
  verdictWords,
  type SaidAnswer,
  type SaidSheetStep,
} from '@brightline/wording'
import type { ReadLaw } from '../case/law-in-use.ts'
import { Refusal } from '../server/refusal.ts'
import { saySheet, type SheetKey } from './words.ts'

/** What a sheet is asked for. */
export interface SheetAsked {
  readonly place: string
  readonly act: string
  readonly agency: string
  readonly day: string
  readonly lang: string
}

/** An end in words. */
interface SheetMeaning {
  readonly title: string
  readonly meaning: string
  readonly cites: string
}

/** A sheet in words. */
export interface PaperSheet {
  readonly title: string
  readonly over: string
  /** The only end, where no question matters. */
  readonly only: string | null
  readonly steps: readonly SaidSheetStep[]
  readonly ends: readonly SheetMeaning[]
  readonly duties: readonly { readonly text: string; readonly under: readonly string[] }[]
  readonly more: readonly string[]
}

/** Something that can be chosen: a kind of agency, or what is asked. */
export interface SheetChoice {
  readonly value: string
  readonly name: string
}

/** Lists the kinds of agency that the law of a place binds. */
export function kindsOf(stack: Stack, lang: string): readonly SheetChoice[] {
  const answers = toQuestion(stack, agencyFact)?.answers ?? []
  return answers.map((answer) => ({ value: String(answer.value), name: labelWords(answer, lang) }))
}

/** Lists the acts on which the law of a place has rules. */
export function actsOf(stack: Stack, lang: string): readonly SheetChoice[] {
  const step = questionStep(stack, 'act:asked')
  return step?.kind === 'act' ? step.acts.map(({ name, phrase }) => ({ value: name, name: textIn(phrase, lang) })) : []
}

/** Gives the law of a place on a day. Refuses one that is not there, or that has errors. */
export function stackFor(law: ReadLaw, place: string, day: string): Stack {
  if (!law.library.places.some(({ id }) => id === place)) throw new Refusal('not-found')
  if (!law.isSound(place)) throw new Refusal('law-away')
  return law.stackAt(place, day)
}

/** Makes a sheet. */
export function makeSheet(law: ReadLaw, asked: SheetAsked): PaperSheet {
  const { place, act, agency, day, lang } = asked
  const stack = stackFor(law, place, day)
  const say = saySheet(lang)
  const kind = kindsOf(stack, lang).find(({ value }) => value === agency)
  const named = actsOf(stack, lang).find(({ value }) => value === act)
  if (kind === undefined || named === undefined) throw new Refusal('not-found')
  const sheet = sheetOf(stack, act, agency)
  const said = saidOf(law, asked, stack)
  const title = textIn(law.library.places.find(({ id }) => id === place)?.title ?? { en: place }, lang)
  const only = sheet.first.kind === 'end' ? say('nothing-asked', { end: sheetEndWords(sheet.first, lang) }) : null
  return {
    title: say('sheet-title', { act: namesOf(stack, lang).act(act) }),
    over: say('sheet-over', { place: title, agency: kind.name, day }),
    only,
    steps: saidSheetSteps(sheet, stack, lang),
    ends: meaningsOf(sheet, lang),
    duties: dutiesOf(said, lang),
    more: [...said.notes, ...said.acts.flatMap(({ flags }) => flags), say('not-checked'), ...said.checked],
  }
}

function sheetOf(stack: Stack, act: string, agency: string): QuestionSheet {
  try {
    return questionSheet(stack, act, agency)
  } catch (error) {
    if (error instanceof DiagramTooLarge) throw new Refusal('law-away')
    throw error
  }
}

function saidOf(law: ReadLaw, { place, act, agency, day, lang }: SheetAsked, stack: Stack): SaidAnswer {
  const answered = law.answer({ place, agency, acts: [act], asOf: day })
  if (!answered.ok) throw new Refusal('law-away')
  return saidAnswer(answered.value, stack, lang)
}

function meaningsOf({ verdicts }: QuestionSheet, lang: string): readonly SheetMeaning[] {
  const say = saySheet(lang)
  return verdicts.map(({ verdict, cites }) => {
    const key: SheetKey = verdict === 'needs-facts' ? 'end-no-rule' : `end-${verdict}`
    return {
      title: verdictWords(verdict, lang),
      meaning: say(key),
      cites: cites.length === 0 ? say('no-cites') : say('cites', { cites: cites.join('; ') }),
    }
  })
}

function dutiesOf({ toDo, acts }: SaidAnswer, lang: string): PaperSheet['duties'] {
  const say = saySheet(lang)
  const cited = ({ text, under, duty }: SaidAnswer['toDo'][number]): PaperSheet['duties'][number] => ({
    text,
    under: under.some((one) => one.includes(duty.cite)) || text.includes(duty.cite) ? under : [...under, duty.cite],
  })
  const after = acts.flatMap((act) => act.after.map(cited))
  return [...toDo.map(cited), ...after.map(({ text, under }) => ({ text: say('after-done', { text }), under }))]
}
