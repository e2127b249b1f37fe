/** Facts with their values in the words of the vocabulary, and as conditions of the language. */
import { agencyFact, isoDay, type FactValue } from '@brightline/engine'
import type { Allowed, Part } from '@brightline/engine/analysis'
import { textIn, type Fact, type FactType, type Vocabulary } from '@brightline/language'
import { inLanguage, languageOf } from '../phrase/by-language.ts'
import { fill } from '../phrase/fill.ts'
import { joined } from '../phrase/list.ts'
import { endWords, rangeWords } from '../question/range.ts'
import { partPhrases } from './part-phrases.ts'

/** Says the question of a fact; a fact that nobody declared is called by its name. */
export function questionWords(name: string, { facts }: Vocabulary, lang: string): string {
  if (name === agencyFact) return inLanguage(partPhrases, lang).whichAgency
  return textIn(facts.find((fact) => fact.name === name)?.question ?? { en: name }, lang)
}

/**
 * Says the values that a fact has in a part: the shorter of those that it has and those that it lacks.
 *
 * @example
 * const years = { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }
 * const fact = { name: 'f', question: { en: 'When?' }, type: years, isProtected: false, knownBy: null, cost: 1, derivation: null }
 * const vocabulary = { agencies: [], acts: [], facts: [fact], events: [], impossible: [] }
 * answerWords({ fact: 'f', values: [{ from: null, to: 5 }] }, vocabulary, 'en') // => '5 years or less'
 * answerWords({ fact: 'f', values: ['never'] }, vocabulary, 'es') // => 'nunca'
 */
export function answerWords({ fact: name, values }: Part, vocabulary: Vocabulary, lang: string): string {
  const fact = vocabulary.facts.find((candidate) => candidate.name === name)
  const names = values.flatMap((value) => (typeof value === 'string' ? [value] : []))
  const others = othersOf(name, fact, names, vocabulary)
  if (others !== null) {
    const labels = others.map((other) => valueWords(other, name, vocabulary, lang))
    return fill(inLanguage(partPhrases, lang).anythingBut, { names: labels }, languageOf(partPhrases, lang))
  }
  const said = values.map((value) =>
    typeof value === 'string' ? valueWords(value, name, vocabulary, lang) : rangeWords(value, fact?.type, lang),
  )
  return joined(said, 'or', languageOf(partPhrases, lang))
}

/** Gives the values that a part lacks, where naming them is shorter. */
function othersOf(
  name: string,
  fact: Fact | undefined,
  names: readonly string[],
  { agencies }: Vocabulary,
): readonly string[] | null {
  const all = name === agencyFact ? agencies : fact?.type.kind === 'one-of' ? fact.type.values : []
  const others = all.map((value) => value.name).filter((other) => !names.includes(other))
  return others.length > 0 && others.length < names.length ? others : null
}

/**
 * Says one value of a fact: its label, a date, a number with its unit, or a word that every vocabulary has.
 *
 * @example
 * const vocabulary = { agencies: [], acts: [], facts: [], events: [], impossible: [] }
 * valueWords('yes', 'court.order', vocabulary, 'es') // => 'sí'
 */
export function valueWords(value: FactValue, name: string, vocabulary: Vocabulary, lang: string): string {
  const type = vocabulary.facts.find((fact) => fact.name === name)?.type
  if (typeof value === 'number') return endWords(value, type, lang)
  const labelled = name === agencyFact ? vocabulary.agencies : type?.kind === 'one-of' ? type.values : []
  const label = labelled.find((one) => one.name === value)?.label
  if (label !== undefined) return textIn(label, lang)
  const say = inLanguage(partPhrases, lang)
  return value === 'yes' || value === 'no' || value === 'never' ? say[value] : value
}

/** Writes a part as a condition of the language, which is the same for every reader. */
export function conditionOf({ fact: name, values }: Part, vocabulary: Vocabulary): string {
  const fact = vocabulary.facts.find((candidate) => candidate.name === name)
  const names = values.flatMap((value) => (typeof value === 'string' && value !== 'never' ? [value] : []))
  if (names.length > 0) return nameCondition(name, fact, names, vocabulary)
  const parts = values.map((value) => rangeCondition(name, value, fact?.type))
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' or ')})`
}

function nameCondition(name: string, fact: Fact | undefined, names: readonly string[], vocabulary: Vocabulary): string {
  if (fact?.type.kind === 'yes-no') return names.includes('yes') ? name : `not ${name}`
  const others = othersOf(name, fact, names, vocabulary)
  const list = others ?? names
  const any = list.length === 1 ? (list[0] ?? '') : `any of ${joined(list, 'or', 'en')}`
  return `${name} is ${others === null ? '' : 'not '}${any}`
}

function rangeCondition(name: string, value: Allowed, type: FactType | undefined): string {
  if (typeof value === 'string') return `${name} is never`
  if (type?.kind === 'date') return dateCondition(name, value)
  const { from, to } = value
  const unit = type?.kind === 'number' && type.unit !== null ? ` ${type.unit}` : ''
  if (from !== null && from === to) return `${name} is exactly ${from}${unit}`
  const least = type?.kind === 'number' ? type.min : 0
  // Every number but never is written with its lower end, as one of the two must be.
  return bracketed([
    ...(from === null && to !== null ? [] : [`${name} is at least ${from ?? least}${unit}`]),
    ...(to === null ? [] : [`${name} is at most ${to}${unit}`]),
  ])
}

function dateCondition(name: string, { from, to }: Exclude<Allowed, string>): string {
  return bracketed([
    ...(from === null ? [] : [`${name} is on or after ${isoDay(from)}`]),
    ...(to === null ? [] : [`${name} is before ${isoDay(to + 1)}`]),
  ])
}

function bracketed(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' and ')})`
}
