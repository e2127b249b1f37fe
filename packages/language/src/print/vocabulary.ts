/** Vocabularies and places. */
import * as syntax from '../generated/ast.ts'
import { printClause, printCondition } from './condition.ts'
import { at, fits, inTextOrder, list, oneOrEach, printVersion, quote, type Lines } from './layout.ts'
import { spanText } from './provision.ts'
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
    ...printVersion(vocabulary.version),
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
    ...printVersion(place.version),
    ...oneOrEach(0, 2, textParts(`place ${place.name}`, place.title)),
    `  division ${quote(place.division)}`,
    `  geoid ${quote(place.geoid)}`,
    `  time-zone ${quote(place.timeZone)}`,
    ...place.covers.flatMap(({ name, geoid }) => oneOrEach(2, 4, textParts('covers', name, ` geoid ${quote(geoid)}`))),
    ...(place.checked === undefined || place.sweep === undefined
      ? []
      : oneOrEach(2, 4, textParts(`checked through ${place.checked}`, place.sweep))),
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
  if (syntax.isAct(declaration)) return printAct(declaration)
  if (syntax.isAgency(declaration)) {
    const { name, label, private: isPrivate } = declaration
    return oneOrEach(0, 2, textParts(`agency ${name}`, label, isPrivate ? ' private' : ''))
  }
  const known = declaration.atCounter ? ' known at the counter' : ''
  return oneOrEach(0, 2, textParts(`event ${declaration.name}`, declaration.label, known))
}

/** Prints an act. What it is about stands behind its phrase where it fits, and on its own line where it does not. */
function printAct({ name, phrase, topic, lasts, power }: syntax.Act): Lines {
  const about = `about ${topic}${lasts ? ' that lasts' : ''}`
  const behind = oneOrEach(0, 2, textParts(`act ${name}`, phrase, ` ${about}`))
  return [
    ...(behind.every(fits) ? behind : [...oneOrEach(0, 2, textParts(`act ${name}`, phrase)), at(2, about)]),
    ...(power === undefined ? [] : [at(2, `needs power cite ${quote(power)}`)]),
  ]
}

function printFact(fact: syntax.Fact): Lines {
  const known = fact.knownBy === undefined ? [] : textParts('known by', fact.knownBy)
  const cost = fact.cost === undefined ? [] : [`cost ${fact.cost}`]
  const judge = fact.judge === undefined ? [] : textParts('judged by', fact.judge)
  const { derivation } = fact
  return [
    ...oneOrEach(0, 4, textParts(`${factWord(fact)} ${fact.name}`, fact.question)),
    ...printType(fact.type),
    ...(fact.statement === undefined ? [] : oneOrEach(2, 4, textParts('said', fact.statement))),
    ...(fact.denial === undefined ? [] : oneOrEach(2, 4, textParts('denied', fact.denial))),
    ...oneOrEach(2, 4, [...known, ...judge, ...cost]),
    ...printClause(2, 'makes sense when', fact.sense),
    ...(derivation === undefined ? [] : [at(2, printDerivation(derivation))]),
  ]
}

function printDerivation({ classes, place }: syntax.Derivation): string {
  const table = place === undefined ? '' : ` in ${list(classes)} of ${place}`
  return `derived from convictions${table}`
}

function factWord({ protected: isProtected, judged, volunteered }: syntax.Fact): string {
  if (isProtected) return 'protected fact'
  if (judged) return 'judged fact'
  return volunteered ? 'volunteered fact' : 'fact'
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
  const said = value.phrase === undefined ? [] : oneOrEach(4, 6, textParts('said', value.phrase))
  if (said.length > 0) {
    return [
      ...oneOrEach(2, 4, label),
      ...said,
      ...asks.map((text) => at(4, text)),
      ...value.spans.map((asked) => at(4, askedText(asked))),
    ]
  }
  return [
    ...oneOrEach(2, 4, fits(at(2, words)) ? [words, ...asks] : [...label, ...asks]),
    ...value.spans.map((asked) => at(4, askedText(asked))),
  ]
}

/** Writes the time for which a form asks. */
export function askedText(asked: syntax.AskedSpan): string {
  return [
    `for ${spanText(asked, 'after')}`,
    ...(asked.from === undefined ? [] : [`from ${asked.from}`]),
    ...(asked.through === undefined ? [] : [`through ${asked.through}`]),
    ...(asked.cite === undefined ? [] : [`cite ${quote(asked.cite)}`]),
  ].join(' ')
}

function printImpossible(impossible: syntax.Impossible): Lines {
  return [
    ...oneOrEach(0, 4, textParts('impossible', impossible.reason, ':')),
    ...printCondition(2, impossible.condition),
    ...(impossible.cite === undefined ? [] : [`  cite ${quote(impossible.cite)}`]),
  ]
}
