/** The law of a place as text. */
import { paint, print } from '../output.ts'
import { wrapped } from '@brightline/wording'
import type { ConditionLine } from './condition-words.ts'
import type { LawDocument, ShownInstrument, ShownProvision } from './law-document.ts'
import { showWords, type ShowWords } from './words.ts'

/** Lines are broken at this column. */
const width = 100

/** Prints the document. */
export function printLaw(document: LawDocument): void {
  const say = showWords[document.lang]
  print(`${paint('bold', document.title)}, ${say.asOf} ${document.asOf}`)
  print(say.counts(document.inForce, document.notInForce))
  if (say.languageNote !== null) print(say.languageNote)
  for (const instrument of document.instruments) printInstrument(instrument, say)
}

function printInstrument(instrument: ShownInstrument, say: ShowWords): void {
  const { id, title, cite, rank, reach, bindsWords, events, sources, terms, sections } = instrument
  print()
  print(paint('bold', title))
  print(`  ${cite} (${id})`)
  wrap(2, `${say.rank[rank]}; ${say.binds} ${bindsWords}; ${say.reach[reach]}`)
  for (const { kind, date, through, cite: by } of events) {
    wrap(2, `${say.life[kind]} ${date}${through === null ? '' : ` ${say.through} ${through}`}: ${by}`)
  }
  for (const { name, cite: by, condition } of terms) {
    print()
    wrap(2, `[${name}] ${say.means}${by === null ? '' : ` (${by})`}`)
    // A definition has no `when`: its first line is the meaning itself.
    for (const [index, { joint, text }] of condition.entries())
      wrap(4, index === 0 && joint === say.when ? text : `${joint} ${text}`)
  }
  for (const { number, title: heading, provisions } of sections) {
    print()
    print(`  ${paint('bold', `${say.section} ${number}`)} ${heading}`)
    for (const provision of provisions) printProvision(provision, say)
  }
  print()
  print(`  ${say.sources}`)
  for (const { name, title: what, url, read } of sources) {
    wrap(4, `${name}: ${what} (${say.read} ${read})`)
    print(`      ${paint('dim', url)}`)
  }
}

function printProvision(provision: ShownProvision, say: ShowWords): void {
  const { label, says, condition, mark, source, isContested, note, cite } = provision
  wrap(4, `${label === '' ? '' : `${label} `}${says}`)
  for (const { joint, text } of condition satisfies readonly ConditionLine[]) wrap(8, `${joint} ${text}`)
  if (isContested) print(`        ${paint('yellow', '!')} ${say.contested}`)
  if (note !== null) wrap(8, `${say.note}: ${note}`)
  print(`        ${cite}, ${say.mark[mark]}${source === null ? '' : ` (${source})`}`)
}

/** Prints a text broken into lines; later lines stand deeper. */
function wrap(indent: number, text: string): void {
  for (const line of wrapped(' '.repeat(indent) + text, width, indent + 4)) print(line)
}
