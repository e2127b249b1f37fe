/** Fields of the law and what they say, for a reader who compares two versions. */
import type { FieldChange, LawField, LawKind, LawValue } from '@brightline/engine/analysis'
import {
  textIn,
  type Challenge,
  type Claim,
  type Condition,
  type Interval,
  type LifeEvent,
  type Trigger,
} from '@brightline/language'
import { dueWords, limitWords, type DeadlineNames } from '../calendar/deadline.ts'
import { languageName } from '../phrase/language-name.ts'
import { inLanguage, languageOf } from '../phrase/by-language.ts'
import { fill, type PhraseValues } from '../phrase/fill.ts'
import { joined } from '../phrase/list.ts'
import { possibleWords } from '../decision/verdict.ts'
import { conditionWords } from '../law/condition.ts'
import {
  claimPhrases,
  eventNames,
  fieldNames,
  fieldPhrases,
  kindNames,
  lawWords,
  triggerPhrases,
} from './field-phrases.ts'
import { valueWords } from './part-words.ts'
import type { Speaker } from './region-lines.ts'

/** The names for the values of fields, beside the vocabulary. */
export interface FieldSpeaker extends Speaker {
  readonly placeTitle: (id: string) => string
  /** The pin citation of a rule. */
  readonly ruleCite: (id: string) => string
}

/** Names a kind of thing that the law has. */
export function kindWords(kind: LawKind, lang: string): string {
  return inLanguage(kindNames, lang)[kind]
}

/** Names a field. */
export function fieldWords(field: LawField, lang: string): string {
  return inLanguage(fieldNames, lang)[field]
}

function isField<Names extends object>(field: string, names: Names): field is keyof Names & string {
  return Object.hasOwn(names, field)
}

/** Says what a field says before and after. Two conditions that read alike differ in a term that they name. */
export function changeWords({ before, after }: FieldChange, speaker: FieldSpeaker): readonly [string, string] {
  const [was, is] = [lawValueWords(before, speaker), lawValueWords(after, speaker)]
  if (was !== is || before.kind !== 'condition' || after.kind !== 'condition') return [was, is]
  return [opened(before.condition, speaker), opened(after.condition, speaker)]
}

/** Says where something applies; what always applies has no condition to say. */
function whereWords(condition: Condition, { vocabulary, lang }: Speaker): string {
  if (condition.kind === 'always') return inLanguage(fieldPhrases, lang).everyCase
  return conditionWords(condition, vocabulary, lang)
}

function opened(condition: Condition, { vocabulary, lang }: Speaker): string {
  return conditionWords(condition, vocabulary, lang, true)
}

/** Says the value of a field. */
function lawValueWords(value: LawValue, speaker: FieldSpeaker): string {
  if (isList(value)) return listWords(value, speaker)
  const { lang } = speaker
  const say = inLanguage(fieldPhrases, lang)
  switch (value.kind) {
    case 'nothing':
      return say.nothing
    case 'text':
      return value.text
    case 'texts':
      return textIn(value.texts, lang)
    case 'word':
      return lawWord(value.word, lang)
    case 'condition':
      return whereWords(value.condition, speaker)
    case 'limit':
      return limitWords(value.limit, namesOfDeadlines(speaker), lang)
    case 'due':
      return dueWords(value.due, namesOfDeadlines(speaker), lang)
    case 'trigger':
      return triggerWords(value.trigger, speaker)
    case 'source':
      return filled(say.source, { title: value.source.title, url: value.source.url, date: value.source.read }, lang)
    case 'force':
      return forceWords(value.intervals, speaker)
    case 'event':
      return eventWords(value.event, speaker)
    case 'place':
      return speaker.placeTitle(value.place)
    case 'claim':
      return claimWords(value.claim, speaker)
  }
}

/** The kinds of values that list things. */
const listKinds = ['agencies', 'acts', 'rules', 'languages', 'labels', 'suits', 'facts', 'outcomes'] as const

type ListValue = Extract<LawValue, { readonly kind: (typeof listKinds)[number] }>

function isList(value: LawValue): value is ListValue {
  return listKinds.some((kind) => kind === value.kind)
}

function listWords(value: ListValue, speaker: FieldSpeaker): string {
  const { lang } = speaker
  const listed = (items: readonly string[]): string => joined(items, 'and', languageOf(fieldPhrases, lang))
  switch (value.kind) {
    case 'agencies':
      return agenciesWords(value.agencies, speaker)
    case 'acts':
      return listed(value.acts.map((act) => actWords(act, speaker)))
    case 'rules':
      return listed(value.rules.map(speaker.ruleCite))
    case 'languages':
      return joined(
        value.languages.map((code) => languageName(code, lang)),
        value.each ? 'and' : 'or',
        languageOf(fieldPhrases, lang),
      )
    case 'labels':
      return value.labels.join(', ')
    case 'suits':
      return suitsWords(value.suits, speaker)
    case 'facts':
      return factsWords(value.facts, speaker)
    case 'outcomes':
      return value.outcomes
        .map(({ act, verdict }) => `${actWords(act, speaker)}: ${possibleWords(verdict, lang)}`)
        .join('; ')
  }
}

function lawWord(word: string, lang: string): string {
  const names = inLanguage(lawWords, lang)
  return isField(word, names) ? names[word] : word
}

function filled(phrase: string, values: PhraseValues, lang: string): string {
  return fill(phrase, values, languageOf(fieldPhrases, lang))
}

function actWords(act: string, { vocabulary, lang }: Speaker): string {
  return textIn(vocabulary.acts.find(({ name }) => name === act)?.phrase ?? { en: act }, lang)
}

function agenciesWords(agencies: readonly string[] | null, { vocabulary, lang }: Speaker): string {
  if (agencies === null) return inLanguage(fieldPhrases, lang).everyAgency
  return joined(
    agencies.map((agency) => valueWords(agency, 'agency', vocabulary, lang)),
    'and',
    languageOf(fieldPhrases, lang),
  )
}

/** Names what deadlines are called by. */
export function namesOfDeadlines({ vocabulary, lang, placeTitle }: FieldSpeaker): DeadlineNames {
  return {
    event: (name) => textIn(vocabulary.events.find((event) => event.name === name)?.label ?? { en: name }, lang),
    place: placeTitle,
  }
}

function triggerWords(trigger: Trigger, speaker: FieldSpeaker): string {
  const { lang } = speaker
  const say = inLanguage(triggerPhrases, lang)
  switch (trigger.kind) {
    case 'on-request':
    case 'after':
      return filled(say[trigger.kind], { acts: trigger.acts.map((act) => actWords(act, speaker)) }, lang)
    case 'each-year':
      return trigger.by === null ? say['each-year'] : filled(say.eachYearBy, { date: trigger.by }, lang)
    case 'by-date':
      return filled(say['by-date'], { date: trigger.date }, lang)
    case 'each-month':
    case 'each-quarter':
      return say[trigger.kind]
    case 'at-all-times':
      return say['at-all-times']
  }
}

function forceWords(intervals: readonly Interval[], { lang }: Speaker): string {
  const say = inLanguage(fieldPhrases, lang)
  const one = ({ from, through }: Interval): string => {
    if (from === null) return through === null ? say.always : filled(say.through, { through }, lang)
    return through === null ? filled(say.from, { from }, lang) : filled(say.fromThrough, { from, through }, lang)
  }
  return intervals.length === 0 ? say.never : intervals.map(one).join('; ')
}

function suitsWords(suits: readonly Challenge[], speaker: Speaker): string {
  return suits.map((suit) => `${forceWords([suit], speaker)} (${suit.cite})`).join('; ')
}

function eventWords({ kind, date, through, cite }: LifeEvent, { lang }: Speaker): string {
  const { fromThrough } = inLanguage(fieldPhrases, lang)
  const dates = through === null ? date : filled(fromThrough, { from: date, through }, lang)
  return `${inLanguage(eventNames, lang)[kind]} ${dates} (${cite})`
}

function factsWords(
  facts: readonly (readonly [fact: string, value: string | number | null])[],
  { vocabulary, lang }: Speaker,
): string {
  const say = inLanguage(fieldPhrases, lang)
  if (facts.length === 0) return say.nothing
  return facts
    .map(([name, value]) => `${name} = ${value === null ? say.unknown : valueWords(value, name, vocabulary, lang)}`)
    .join('; ')
}

function claimWords(claim: Claim, speaker: FieldSpeaker): string {
  const { lang } = speaker
  const say = inLanguage(claimPhrases, lang)
  switch (claim.kind) {
    case 'never':
    case 'decides': {
      const where = whereWords(claim.condition, speaker)
      const acts = claim.acts.map((act) => actWords(act, speaker))
      const verdicts = 'verdicts' in claim ? claim.verdicts.map((verdict) => possibleWords(verdict, lang)) : []
      return filled(say[claim.kind], { acts, verdicts, where }, lang)
    }
    case 'blind':
      return filled(say.blind, { facts: claim.facts }, lang)
    case 'keeps-floor':
      return filled(say['keeps-floor'], { instrument: claim.instrument }, lang)
  }
}
