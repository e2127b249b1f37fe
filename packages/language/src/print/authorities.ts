/** Authorities: the sources of the file, then each authority with its clauses in their order. */
import type * as syntax from '../generated/ast.ts'
import { sectionName } from '../names/cited-name.ts'
import { printSource } from './instrument.ts'
import { fill, listWords, oneOrEach, paragraphs, printVersion, quote, type Lines } from './layout.ts'
import { printMark } from './provision.ts'
import { textParts } from './texts.ts'

/** Prints the authorities of a place. */
export function printAuthorities({ version, name, sources, authorities }: syntax.Authorities): Lines {
  const head = [...printVersion(version), `authorities ${name}`]
  return paragraphs([head, sources.flatMap((source) => printSource(0, source)), ...authorities.map(printAuthority)])
}

/** Prints one authority. */
export function printAuthority(authority: syntax.Authority): Lines {
  const { name, title, cite, by, date, binding, acts, bearings, encoded, treatments, holding, mark } = authority
  return [
    `authority ${name} ${quote(title)}`,
    `  cite ${quote(cite)}`,
    ...oneOrEach(2, 4, textParts('by', by)),
    `  decided ${date}`,
    ...clause('binding in', listWords(binding, 'and')),
    ...clause('on', listWords(acts.map((act) => act.$refText))),
    ...clause('bears on', listWords(bearings.map(bearingText))),
    ...(encoded === undefined ? [] : [`  encoded in ${encoded.$refText}`]),
    ...treatments.flatMap((one) => oneOrEach(2, 4, [`${one.kind} ${one.date}`, quote(one.cite)])),
    ...oneOrEach(2, 4, textParts('holding', holding)),
    ...printMark(2, mark),
  ]
}

/** Prints a clause that holds a list, on as many lines as it needs; none where the list is empty. */
function clause(words: string, items: readonly string[]): Lines {
  return items.length === 0 ? [] : fill(2, 4, [words, ...items])
}

function bearingText({ target, instrument }: syntax.Bearing): string {
  const whole = instrument.$refText
  return target === undefined ? whole : `${sectionName(target.$refText)} of ${whole}`
}
