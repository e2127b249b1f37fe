/** What courts and attorneys general said, as data in words and as lines under the law of a place. */
import { authoritiesAt, type AuthorityThere } from '@brightline/engine'
import { textIn, type Library, type Mark, type Treatment } from '@brightline/language'
import type { Painter } from '../line/painter.ts'
import { wrapped } from '../line/wrap.ts'
import { lawSpeech } from './speech.ts'

/** An authority as a place shows it on a day. */
export interface ShownAuthority {
  readonly id: string
  readonly name: string
  readonly cite: string
  readonly by: string
  readonly decided: string
  readonly holding: string
  /** Whether it binds here, and what became of it. */
  readonly standing: string
  readonly isBinding: boolean
  readonly treatment: Treatment | null
  readonly acts: readonly string[]
  /** What it is about, in words; null where it names no act. */
  readonly on: string | null
  /** The provisions and the instruments on which it bears. */
  readonly bearsOn: readonly string[]
  readonly encodedIn: string | null
  readonly mark: Mark['kind']
  readonly source: { readonly title: string; readonly url: string; readonly read: string } | null
}

/** Lists the authorities that are shown at a place on a day; what binds stands first. */
export function shownAuthorities(
  library: Pick<Library, 'authorities' | 'vocabulary'>,
  at: { readonly place: string; readonly asOf: string },
  lang: string,
): readonly ShownAuthority[] {
  const phrases = new Map(library.vocabulary.acts.map(({ name, phrase }) => [name, textIn(phrase, lang)] as const))
  const nameOf = (act: string): string => phrases.get(act) ?? act
  return authoritiesAt(library, at).map((there) => toShown(there, nameOf, lang))
}

/** Picks those that bear on an instrument, or on a provision in one of its sections. */
export function authoritiesAbout(
  authorities: readonly ShownAuthority[],
  instrument: string,
  section: string | null,
): readonly ShownAuthority[] {
  const inSection = `${instrument} section ${section ?? ''}`
  return authorities.filter(
    ({ bearsOn, encodedIn }) =>
      encodedIn === instrument ||
      bearsOn.some(
        (id) =>
          id === instrument ||
          (section === null ? id.startsWith(`${instrument} `) : id === inSection || id.startsWith(`${inSection}(`)),
      ),
  )
}

function toShown(
  { authority, isBinding, treatment }: AuthorityThere,
  nameOf: (act: string) => string,
  lang: string,
): ShownAuthority {
  const { id, name, cite, by, decided, holding, acts, provisions, instruments, encodedIn, mark } = authority
  const say = lawSpeech(lang)
  // Where nothing of it is left, it does not persuade either.
  const isLeft = treatment === null || treatment.kind === 'limited'
  const became = treatment === null ? [] : [say(`authority-${treatment.kind}`, { ...treatment })]
  return {
    ...{ id, name, cite, by: textIn(by, lang), decided, holding: textIn(holding, lang), isBinding, treatment },
    standing: [...(isLeft ? [say(isBinding ? 'authority-binds' : 'authority-persuades')] : []), ...became].join('; '),
    on: acts.length === 0 ? null : say('authority-on', { acts: acts.map(nameOf) }),
    ...{ acts, bearsOn: [...provisions, ...instruments], encodedIn, mark: mark.kind },
    source: mark.source === null ? null : { title: mark.source.title, url: mark.source.url, read: mark.source.read },
  }
}

/** Makes the lines of authorities, under a heading; none where there is none. */
export function authorityLines(
  authorities: readonly ShownAuthority[],
  { lang, paint, width }: { readonly lang: string; readonly paint: Painter; readonly width: number },
): readonly string[] {
  if (authorities.length === 0) return []
  const say = lawSpeech(lang)
  const line = (depth: number, text: string): readonly string[] =>
    wrapped(`${' '.repeat(depth)}${text}`, width, depth + 4)
  return [
    '',
    paint('bold', say('authorities')),
    ...authorities.flatMap((one) => [
      '',
      ...line(2, `${one.name}, ${one.cite} (${one.id})`),
      ...line(4, say('authority-says', { by: one.by, date: one.decided, holding: one.holding })),
      ...line(4, one.standing),
      ...(one.on === null ? [] : line(4, one.on)),
      ...(one.bearsOn.length === 0 ? [] : line(4, say('authority-bears-on', { bearsOn: one.bearsOn }))),
      ...(one.encodedIn === null ? [] : line(4, say('authority-encoded', { instrument: one.encodedIn }))),
      ...sourceLines(one, line, lang).map((text) => paint('dim', text)),
    ]),
  ]
}

function sourceLines(
  { mark, source }: ShownAuthority,
  line: (depth: number, text: string) => readonly string[],
  lang: string,
): readonly string[] {
  const say = lawSpeech(lang)
  const word = say(`mark-${mark}`)
  if (source === null) return line(4, word)
  const { title, read, url } = source
  return [...line(4, say('source', { name: word, title, date: read })), `      ${url}`]
}
