/** An instrument: its header, then sections, terms, examples and promises in the order of the text. */
import * as syntax from '../generated/ast.ts'
import { sectionName } from '../names/cited-name.ts'
import { printExample, printPromise } from './example.ts'
import {
  at,
  fill,
  fits,
  inTextOrder,
  listWords,
  oneOrEach,
  paragraphs,
  printVersion,
  quote,
  type Lines,
} from './layout.ts'
import { printItem, printLeadIn, referenceText } from './provision.ts'

/** The whole instrument. */
export function printInstrument(instrument: syntax.Instrument): Lines {
  const body = inTextOrder<syntax.Term | syntax.Section | syntax.Example | syntax.PolicyPromise>([
    ...instrument.terms,
    ...instrument.sections,
    ...instrument.examples,
    ...instrument.promises,
  ])
  return paragraphs([printHeader(instrument), ...body.map(printBlock)])
}

function printBlock(block: syntax.Term | syntax.Section | syntax.Example | syntax.PolicyPromise): Lines {
  if (syntax.isTerm(block)) return printItem(0, block)
  if (syntax.isSection(block)) return printSection(block)
  return syntax.isExample(block) ? printExample(block) : printPromise(block)
}

function printHeader(instrument: syntax.Instrument): Lines {
  const binds = instrument.everyAgency
    ? ['every agency']
    : listWords(instrument.agencies.map((agency) => agency.$refText))
  return [
    ...printVersion(instrument.version),
    `instrument ${instrument.name} ${quote(instrument.title)}`,
    `  cite ${quote(instrument.cite)}`,
    ...(instrument.pin === undefined ? [] : [`  pin ${quote(instrument.pin)}`]),
    `  rank ${instrument.rank}`,
    `  place ${instrument.place}`,
    ...fill(2, 4, ['binds', ...binds]),
    ...(instrument.reach === undefined ? [] : [`  reach ${instrument.reach}`]),
    ...instrument.sources.flatMap((source) => printSource(2, source)),
    ...instrument.events.flatMap(printEvent),
  ]
}

/** Prints a source. */
export function printSource(indent: number, source: syntax.Source): Lines {
  return oneOrEach(indent, indent + 2, [
    `source ${source.name} ${quote(source.title)}`,
    `${quote(source.url)} read ${source.date}`,
  ])
}

function printEvent(event: syntax.Event): Lines {
  const dates = event.through === undefined ? event.date : `${event.date} through ${event.through}`
  if (event.rules.length === 0) return oneOrEach(2, 4, [`${event.kind} ${dates}`, quote(event.cite)])
  const rules = listWords(event.rules.map(referenceText))
  const whole = at(2, [event.kind, ...rules, dates, quote(event.cite)].join(' '))
  if (fits(whole)) return [whole]
  return [...fill(2, 4, [event.kind, ...rules]), ...oneOrEach(4, 4, [dates, quote(event.cite)])]
}

function printSection(section: syntax.Section): Lines {
  const heading = `${sectionName(section.number)} ${quote(section.title)}`
  const parts = section.cite === undefined ? [heading] : [heading, `cite ${quote(section.cite)}`]
  const outline = section.outline.map((label, index) => (index === section.outline.length - 1 ? label : `${label},`))
  const furniture = [
    ...(outline.length === 0 ? [] : fill(2, 4, ['outline', ...outline])),
    ...section.leadIns.flatMap((leadIn) => printLeadIn(2, leadIn)),
  ]
  return paragraphs([[...oneOrEach(0, 2, parts), ...furniture], ...section.items.map((item) => printItem(2, item))])
}
