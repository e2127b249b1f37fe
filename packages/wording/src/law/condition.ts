/** Conditions in the words of the vocabulary. */
import { isoDay } from '@brightline/engine'
import { textIn, type Condition, type Fact, type Vocabulary } from '@brightline/language'
import { amountWords } from '../calendar/amount.ts'
import { lawSpeech } from './speech.ts'

type FactType = Fact['type']

/** One line of a condition with the word that joins it to the rule. */
export interface ConditionLine {
  readonly joint: string
  readonly text: string
}

/**
 * A condition as lines: `when …`, `and …`, `unless …`. A condition that always holds has none.
 *
 * @example
 * conditionLines({ kind: 'always' }, vocabulary, 'en') // => []
 */
export function conditionLines(condition: Condition, vocabulary: Vocabulary, lang: string): readonly ConditionLine[] {
  const say = lawSpeech(lang)
  const parts = partsOf(condition)
  const needed = parts.filter(({ kind }) => kind !== 'not' && kind !== 'always')
  const refused = parts.flatMap((part) => (part.kind === 'not' ? [part.of] : []))
  const [only] = needed
  // One list of alternatives reads better as lines than as a bracket.
  const alternatives = needed.length === 1 && only?.kind === 'any' ? only.of : null
  const words = (part: Condition): string => conditionWords(part, vocabulary, lang)
  const next = alternatives === null ? 'and' : 'or'
  return [
    ...(alternatives ?? needed).map((part, index) => ({
      joint: say(index === 0 ? 'when' : next),
      text: words(part),
    })),
    ...refused.map((part, index) => ({ joint: say(index === 0 ? 'unless' : 'or-unless'), text: words(part) })),
  ]
}

/** Says a condition in one line. A term stands by its name, or with what it means where `isOpened`. */
export function conditionWords(
  condition: Condition,
  vocabulary: Vocabulary,
  lang: string,
  isOpened: boolean = false,
): string {
  const say = lawSpeech(lang)
  const inside = (part: Condition): string => {
    const text = conditionWords(part, vocabulary, lang, isOpened)
    return part.kind === 'all' || part.kind === 'any' ? `(${text})` : text
  }
  switch (condition.kind) {
    case 'always':
      return say('yes')
    case 'all':
      return condition.of.map(inside).join(` ${say('and')} `)
    case 'any':
      return condition.of.map(inside).join(` ${say('or')} `)
    case 'not':
      return denialOf(condition.of, vocabulary, lang) ?? say('not', { condition: inside(condition.of) })
    case 'term':
      return isOpened ? `[${condition.name}] = ${inside(condition.of)}` : `[${condition.name}]`
    case 'is':
    case 'range':
    case 'never':
      return (
        statementOf(condition, vocabulary, lang) ??
        `${questionOf(condition.fact, vocabulary, lang)} ${testWords(condition, vocabulary, lang)}`
      )
  }
}

/** Says a test as the vocabulary says it; null where it says nothing of the fact. */
function statementOf(test: FactTest, vocabulary: Vocabulary, lang: string): string | null {
  const fact = vocabulary.facts.find(({ name }) => name === test.fact)
  const isDenied = test.kind === 'never' || (test.kind === 'is' && test.values.join() === 'no')
  const said = isDenied ? fact?.denial : fact?.statement
  if (said === undefined || said === null) return null
  return textIn(said, lang).replaceAll('{value}', () => testWords(test, vocabulary, lang))
}

/** Says that a yes or no fact is not so, as the vocabulary says it; null where it does not. */
function denialOf(condition: Condition, vocabulary: Vocabulary, lang: string): string | null {
  if (condition.kind !== 'is' || condition.values.join() !== 'yes') return null
  return statementOf({ ...condition, values: ['no'] }, vocabulary, lang)
}

/** The names of the terms that a condition uses, through its terms. */
export function termsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'term':
      return [condition.name, ...termsIn(condition.of)]
    case 'all':
    case 'any':
      return condition.of.flatMap(termsIn)
    case 'not':
      return termsIn(condition.of)
    case 'always':
    case 'is':
    case 'range':
    case 'never':
      return []
  }
}

function partsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(partsOf) : [condition]
}

function questionOf(name: string, vocabulary: Vocabulary, lang: string): string {
  return `"${textIn(vocabulary.facts.find((fact) => fact.name === name)?.question ?? { en: name }, lang)}"`
}

type FactTest = Extract<Condition, { readonly fact: string }>

function testWords(test: FactTest, vocabulary: Vocabulary, lang: string): string {
  const say = lawSpeech(lang)
  const type = vocabulary.facts.find(({ name }) => name === test.fact)?.type
  switch (test.kind) {
    case 'never':
      return say('never')
    case 'is':
      return say('values', { values: test.values.map((value) => valueLabel(value, type, lang)) })
    case 'range':
      return type?.kind === 'date' ? datesWords(test, lang) : numbersWords(test, type, lang)
  }
}

function valueLabel(value: string, type: FactType | undefined, lang: string): string {
  if (value === 'yes' || value === 'no') return lawSpeech(lang)(value)
  const known = type?.kind === 'one-of' ? type.values.find(({ name }) => name === value) : undefined
  return textIn(known?.phrase ?? known?.label ?? { en: value }, lang)
}

type Range = Extract<Condition, { readonly kind: 'range' }>

function datesWords({ from, to }: Range, lang: string): string {
  const say = lawSpeech(lang)
  if (from === null) return to === null ? '' : say('up-to', { date: isoDay(to) })
  return to === null ? say('from', { date: isoDay(from) }) : say('from-to', { from: isoDay(from), amount: isoDay(to) })
}

function numbersWords({ from, to }: Range, type: FactType | undefined, lang: string): string {
  const say = lawSpeech(lang)
  const unit = type?.kind === 'number' ? type.unit : null
  const amount = (count: number): string => amountWords(count, unit, lang)
  if (from === null) return to === null ? '' : say('at-most', { amount: amount(to) })
  return to === null ? say('at-least', { amount: amount(from) }) : say('from-to', { from, amount: amount(to) })
}
