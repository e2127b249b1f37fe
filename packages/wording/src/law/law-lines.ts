/** The law of a place as lines. */
import type { Painter } from '../line/painter.ts'
import { wrapped } from '../line/wrap.ts'
import { authorityLines } from './authorities.ts'
import type { LawDocument, ShownInstrument, ShownLeadIn, ShownProvision } from './document.ts'
import { noVersionTitle, noVersionWordsOf } from './no-version.ts'
import { languageNotes } from './phrases.ts'
import { lawSpeech } from './speech.ts'

/** How lines look: their styles, and the column at which they are broken. */
interface Look {
  readonly say: ReturnType<typeof lawSpeech>
  readonly paint: Painter
  readonly width: number
}

/** Makes the lines of a law document. */
export function lawLines(document: LawDocument, paint: Painter, width: number): readonly string[] {
  const { title, asOf, lang, inForce, notInForce, instruments, authorities } = document
  const say = lawSpeech(lang)
  const note = languageNotes[lang]
  return [
    `${paint('bold', title)}, ${say('as-of', { date: asOf })}`,
    say('counts', { inForce, left: notInForce }),
    ...(note === undefined ? [] : [note]),
    ...instruments.flatMap((instrument) => instrumentLines(instrument, { say, paint, width })),
    ...noVersionLines(document, { say, paint, width }),
    ...authorityLines(authorities, { lang, paint, width }),
  ]
}

function noVersionLines({ noVersion, asOf, lang }: LawDocument, look: Look): readonly string[] {
  if (noVersion.length === 0) return []
  const said = noVersionWordsOf(noVersion, noVersion.length, lang)
  return ['', look.paint('bold', noVersionTitle(asOf, lang)), ...said.flatMap((text) => broken(2, text, look))]
}

function instrumentLines(instrument: ShownInstrument, look: Look): readonly string[] {
  const { say, paint } = look
  const { id, title, cite, rank, reach, bindsWords, events, sources, terms, groups, sections } = instrument
  const standing = { rank: say(`rank-${rank}`), agencies: bindsWords, reach: say(`reach-${reach}`) }
  return [
    '',
    paint('bold', title),
    `  ${cite} (${id})`,
    ...broken(2, say('instrument', standing), look),
    ...events.flatMap((event) => broken(2, lifeWords(event, look), look)),
    ...groups.flatMap(({ says }) => ['', ...broken(2, says, look)]),
    ...terms.flatMap((term) => ['', ...termLines(term, look)]),
    ...sections.flatMap(({ number, title: heading, leadIns, provisions }) => [
      '',
      `  ${paint('bold', say('section', { number }))} ${heading}`,
      ...leadIns.flatMap((leadIn) => leadInLines(leadIn, look)),
      ...provisions.flatMap((provision) => provisionLines(provision, look)),
    ]),
    '',
    `  ${say('sources')}`,
    ...sources.flatMap(({ name, title: what, url, read }) => [
      ...broken(4, say('source', { name, title: what, date: read }), look),
      `      ${paint('dim', url)}`,
    ]),
  ]
}

function lifeWords({ kind, date, through, cite }: ShownInstrument['events'][number], { say }: Look): string {
  const values = { event: say(`life-${kind}`), date, cite }
  return through === null ? say('life', values) : say('life-through', { ...values, through })
}

function termLines({ name, cite, condition }: ShownInstrument['terms'][number], look: Look): readonly string[] {
  const { say } = look
  return [
    ...broken(2, cite === null ? say('term', { name }) : say('term-cited', { name, cite }), look),
    // A definition has no `when`: its first line is the meaning itself.
    ...condition.flatMap(({ joint, text }, index) =>
      broken(4, index === 0 && joint === say('when') ? text : `${joint} ${text}`, look),
    ),
  ]
}

function leadInLines({ label, condition }: ShownLeadIn, look: Look): readonly string[] {
  const { say } = look
  const [first, ...rest] = condition
  if (first === undefined) return []
  const head = label === null ? say('throughout') : say('throughout-label', { label })
  return [
    ...broken(4, `${head} ${first.joint} ${first.text}`, look),
    ...rest.flatMap(({ joint, text }) => broken(8, `${joint} ${text}`, look)),
  ]
}

function provisionLines(provision: ShownProvision, look: Look): readonly string[] {
  const { say, paint } = look
  const { label, says, condition, source, isContested, challenged, note, isPart, kind } = provision
  const cite = isPart ? say('part', { cite: provision.cite }) : provision.cite
  const marked = { cite, mark: say(`mark-${provision.mark}`) }
  return [
    ...broken(4, `${label === '' ? '' : `${label} `}${says}`, look),
    ...condition.flatMap(({ joint, text }) => broken(8, `${joint} ${text}`, look)),
    ...(isContested ? [`        ${paint('yellow', '!')} ${say('contested')}`] : []),
    ...challenged.flatMap((suit) => broken(8, say('challenged', { cite: suit }), look)),
    ...(note === null ? [] : broken(8, say('note', { text: note }), look)),
    kind === 'not-encoded'
      ? `        ${cite}`
      : `        ${source === null ? say('marked', marked) : say('marked-in', { ...marked, source })}`,
  ]
}

/** Breaks a text into lines; later lines stand deeper. */
function broken(indent: number, text: string, { width }: Look): readonly string[] {
  return wrapped(' '.repeat(indent) + text, width, indent + 4)
}
