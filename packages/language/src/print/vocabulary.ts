/** Vocabularies and places. */
import * as syntax from '../generated/ast.ts'
import { printCondition } from './condition.ts'
import { at, fits, inTextOrder, list, oneOrEach, quote, type Lines } from './layout.ts'
import { textParts } from './texts.ts'

type Declaration = syntax.Agency | syntax.Act | syntax.Fact | syntax.TimedEvent | syntax.Impossible

/** The whole vocabulary; short declarations of one kind stand together. */
export function printVocabulary(vocabulary: syntax.Vocabulary): Lines {
  const declarations = inTextOrder<Declaration>([
    ...vocabulary.agencies,
    ...vocabulary.acts,
    ...vocabulary.facts,
    ...vocabulary.events,
    ...vocabulary.impossible,
  ])
  return [
    `vocabulary ${vocabulary.name} ${quote(vocabulary.title)}`,
    ...declarations.flatMap((declaration, index) => {
      const lines = printDeclaration(declaration)
      return belongTogether(declarations[index - 1], declaration) ? lines : ['', ...lines]
    }),
  ]
}

/** Prints a place. */
export function printPlace(place: syntax.Place): Lines {
  return [
    ...oneOrEach(0, 2, textParts(`place ${place.name}`, place.title)),
    `  division ${quote(place.division)}`,
    `  geoid ${quote(place.geoid)}`,
    `  time-zone ${quote(place.timeZone)}`,
    ...place.covers.flatMap(({ name, geoid }) => oneOrEach(2, 4, textParts('covers', name, ` geoid ${quote(geoid)}`))),
  ]
}

function belongTogether(before: Declaration | undefined, after: Declaration): boolean {
  if (syntax.isAgency(before) && syntax.isAgency(after)) return true
  if (syntax.isTimedEvent(before) && syntax.isTimedEvent(after)) return true
  return syntax.isAct(before) && syntax.isAct(after) && before.topic === after.topic
}

function printDeclaration(declaration: Declaration): Lines {
  if (syntax.isFact(declaration)) return printFact(declaration)
  if (syntax.isImpossible(declaration)) return printImpossible(declaration)
  if (syntax.isAct(declaration)) {
    const { name, phrase, topic } = declaration
    return oneOrEach(0, 2, textParts(`act ${name}`, phrase, ` about ${topic}`))
  }
  if (syntax.isAgency(declaration)) return oneOrEach(0, 2, textParts(`agency ${declaration.name}`, declaration.label))
  const known = declaration.atCounter ? ' known at the counter' : ''
  return oneOrEach(0, 2, textParts(`event ${declaration.name}`, declaration.label, known))
}

function printFact(fact: syntax.Fact): Lines {
  const known = fact.knownBy === undefined ? [] : textParts('known by', fact.knownBy)
  const cost = fact.cost === undefined ? [] : [`cost ${fact.cost}`]
  const word = fact.protected ? 'protected fact' : 'fact'
  const { derivation } = fact
  return [
    ...oneOrEach(0, 4, textParts(`${word} ${fact.name}`, fact.question)),
    ...printType(fact.type),
    ...oneOrEach(2, 4, [...known, ...cost]),
    ...(derivation === undefined
      ? []
      : [at(2, `derived from convictions in ${list(derivation.classes)} of ${derivation.place}`)]),
  ]
}

function printType(type: syntax.FactType): Lines {
  if (syntax.isYesNoType(type)) return ['  yes or no']
  if (syntax.isDateType(type)) return ['  date']
  if (syntax.isOneOfType(type)) return ['  one of', ...type.values.flatMap(printValue)]
  const unit = type.unit === undefined ? '' : ` ${type.unit}`
  return [`  number ${type.min} to ${type.max}${unit}${type.never ? ' or never' : ''}`]
}

function printValue(value: syntax.Value): Lines {
  const acts = value.acts.map((act) => act.$refText)
  const label = textParts(`- ${value.name}`, value.label)
  const asks = acts.length === 0 ? [] : [`asks ${list(acts)}`]
  const words = label.join(' ')
  // The languages stay together when they fit, even if the acts do not.
  return oneOrEach(2, 4, fits(at(2, words)) ? [words, ...asks] : [...label, ...asks])
}

function printImpossible(impossible: syntax.Impossible): Lines {
  return [
    ...oneOrEach(0, 4, textParts('impossible', impossible.reason, ':')),
    ...printCondition(2, impossible.condition),
    ...(impossible.cite === undefined ? [] : [`  cite ${quote(impossible.cite)}`]),
  ]
}
