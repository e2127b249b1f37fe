/** The law of a place as lines. */
import type { Painter } from '../line/painter.ts'
import { wrapped } from '../line/wrap.ts'
import { inLanguage } from '../phrase/by-language.ts'
import type { LawDocument, ShownInstrument, ShownProvision } from './document.ts'
import { showWords, type ShowWords } from './words.ts'

/** How lines look: their styles, and the column at which they are broken. */
interface Look {
  readonly say: ShowWords
  readonly paint: Painter
  readonly width: number
}

/** Makes the lines of a law document. */
export function lawLines(document: LawDocument, paint: Painter, width: number): readonly string[] {
  const say = inLanguage(showWords, document.lang)
  return [
    `${paint('bold', document.title)}, ${say.asOf} ${document.asOf}`,
    say.counts(document.inForce, document.notInForce),
    ...(say.languageNote === null ? [] : [say.languageNote]),
    ...document.instruments.flatMap((instrument) => instrumentLines(instrument, { say, paint, width })),
  ]
}

function instrumentLines(instrument: ShownInstrument, look: Look): readonly string[] {
  const { say, paint } = look
  const { id, title, cite, rank, reach, bindsWords, events, sources, terms, sections } = instrument
  const lives = events.map(
    ({ kind, date, through, cite: by }) =>
      `${say.life[kind]} ${date}${through === null ? '' : ` ${say.through} ${through}`}: ${by}`,
  )
  return [
    '',
    paint('bold', title),
    `  ${cite} (${id})`,
    ...broken(2, `${say.rank[rank]}; ${say.binds} ${bindsWords}; ${say.reach[reach]}`, look),
    ...lives.flatMap((life) => broken(2, life, look)),
    ...terms.flatMap((term) => ['', ...termLines(term, look)]),
    ...sections.flatMap(({ number, title: heading, provisions }) => [
      '',
      `  ${paint('bold', `${say.section} ${number}`)} ${heading}`,
      ...provisions.flatMap((provision) => provisionLines(provision, look)),
    ]),
    '',
    `  ${say.sources}`,
    ...sources.flatMap(({ name, title: what, url, read }) => [
      ...broken(4, `${name}: ${what} (${say.read} ${read})`, look),
      `      ${paint('dim', url)}`,
    ]),
  ]
}

function termLines({ name, cite, condition }: ShownInstrument['terms'][number], look: Look): readonly string[] {
  const { say } = look
  return [
    ...broken(2, `[${name}] ${say.means}${cite === null ? '' : ` (${cite})`}`, look),
    // A definition has no `when`: its first line is the meaning itself.
    ...condition.flatMap(({ joint, text }, index) =>
      broken(4, index === 0 && joint === say.when ? text : `${joint} ${text}`, look),
    ),
  ]
}

function provisionLines(provision: ShownProvision, look: Look): readonly string[] {
  const { say, paint } = look
  const { label, says, condition, mark, source, isContested, note, cite } = provision
  return [
    ...broken(4, `${label === '' ? '' : `${label} `}${says}`, look),
    ...condition.flatMap(({ joint, text }) => broken(8, `${joint} ${text}`, look)),
    ...(isContested ? [`        ${paint('yellow', '!')} ${say.contested}`] : []),
    ...(note === null ? [] : broken(8, `${say.note}: ${note}`, look)),
    `        ${cite}, ${say.mark[mark]}${source === null ? '' : ` (${source})`}`,
  ]
}

/** Breaks a text into lines; later lines stand deeper. */
function broken(indent: number, text: string, { width }: Look): readonly string[] {
  return wrapped(' '.repeat(indent) + text, width, indent + 4)
}
