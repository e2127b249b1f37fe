/** Conditions in the words of the vocabulary. */
import { textIn, type Condition, type Vocabulary } from '@brightline/language'
import { inLanguage } from '../phrase/by-language.ts'
import { showWords } from './words.ts'

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
  const say = inLanguage(showWords, lang)
  const parts = partsOf(condition)
  const needed = parts.filter(({ kind }) => kind !== 'not' && kind !== 'always')
  const refused = parts.flatMap((part) => (part.kind === 'not' ? [part.of] : []))
  const [only] = needed
  // One list of alternatives reads better as lines than as a bracket.
  const alternatives = needed.length === 1 && only?.kind === 'any' ? only.of : null
  const words = (part: Condition): string => conditionWords(part, vocabulary, lang)
  return [
    ...(alternatives ?? needed).map((part, index) => ({
      joint: index === 0 ? say.when : alternatives === null ? say.and : say.or,
      text: words(part),
    })),
    ...refused.map((part, index) => ({ joint: index === 0 ? say.unless : say.orUnless, text: words(part) })),
  ]
}

/** A condition in one line. */
function conditionWords(condition: Condition, vocabulary: Vocabulary, lang: string): string {
  const say = inLanguage(showWords, lang)
  const inside = (part: Condition): string => {
    const text = conditionWords(part, vocabulary, lang)
    return part.kind === 'all' || part.kind === 'any' ? `(${text})` : text
  }
  switch (condition.kind) {
    case 'always':
      return say.yes
    case 'all':
      return condition.of.map(inside).join(` ${say.and} `)
    case 'any':
      return condition.of.map(inside).join(` ${say.or} `)
    case 'not':
      return `${say.not} ${inside(condition.of)}`
    case 'term':
      return `[${condition.name}]`
    case 'is':
    case 'range':
    case 'never':
      return `${questionOf(condition.fact, vocabulary, lang)} ${testWords(condition, vocabulary, lang)}`
  }
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

function testWords(test: Extract<Condition, { readonly fact: string }>, vocabulary: Vocabulary, lang: string): string {
  const say = inLanguage(showWords, lang)
  const type = vocabulary.facts.find(({ name }) => name === test.fact)?.type
  switch (test.kind) {
    case 'never':
      return say.never
    case 'is': {
      const label = (value: string): string => {
        if (value === 'yes') return say.yes
        if (value === 'no') return say.no
        const known = type?.kind === 'one-of' ? type.values.find(({ name }) => name === value) : undefined
        return textIn(known?.label ?? { en: value }, lang)
      }
      return test.values.map(label).join(` ${say.or} `)
    }
    case 'range': {
      const unit = type?.kind === 'number' && type.unit !== null ? ` ${say.unit[type.unit] ?? type.unit}` : ''
      const isDate = type?.kind === 'date'
      const shown = (at: number): string => (isDate ? dayWords(at) : String(at))
      if (test.from === null)
        return test.to === null ? '' : `${isDate ? say.upTo : say.atMost} ${shown(test.to)}${unit}`
      if (test.to === null) return `${isDate ? say.from : say.atLeast} ${shown(test.from)}${unit}`
      return `${shown(test.from)} ${say.to} ${shown(test.to)}${unit}`
    }
  }
}

function dayWords(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
