/** Places as lines: all of them, those of a name, those around a place, or those that bind a kind of agency. */
import { textIn, type Library, type Texts } from '@brightline/language'
import { plainPainter, type Painter } from '../line/painter.ts'
import { fittingLines } from '../line/table.ts'
import { wrapped } from '../line/wrap.ts'
import { inLanguage } from '../phrase/by-language.ts'
import { localeOf, numberFormat } from '../phrase/format.ts'
import { sayIn, type Say } from '../phrase/phrases.ts'
import type { PlacesDocument, ShownMissing, ShownPlace } from './document.ts'
import { missingWords } from './missing-words.ts'
import { placeKindPhrases, placePhrases, placeRelationPhrases, placeWords } from './phrases.ts'

/** The layout of a list of places. */
export interface PlacesLayout {
  readonly library: Library
  readonly lang: string
  /** The columns of the screen; null where nothing need fit. */
  readonly width: number | null
  readonly paint?: Painter
}

interface Voice {
  readonly lang: string
  readonly width: number
  readonly paint: Painter
  readonly say: Say<keyof (typeof placePhrases)['en']>
}

/** So many places of one name are listed. */
const mostNamed = 12

/** Lays out what was found. */
export function placesLines(document: PlacesDocument, layout: PlacesLayout): readonly string[] {
  const { lang, paint = plainPainter, library } = layout
  const say = sayIn(placePhrases, lang, placeWords)
  const voice: Voice = { lang, paint, say, width: layout.width ?? Infinity }
  if (document.agency !== null) return boundLines(document, library, voice)
  if (document.near !== null) return aroundLines(document, voice)
  if (document.asked !== null)
    return [...agencyLines(document, library, voice), ...namedLines(document, document.asked, voice)]
  return tableOf(document.places, voice)
}

/** Says which kind of agency the name says. */
function agencyLines(
  { asked, saysAgency }: PlacesDocument,
  library: Library,
  { say, width }: Voice,
): readonly string[] {
  if (saysAgency === null) return []
  const kind = labelOf(library, saysAgency)
  return [...wrapped(say('says-agency', { name: asked ?? '', kind, id: saysAgency }), width, 2), '']
}

function labelOf({ vocabulary }: Library, kind: string): Texts {
  return vocabulary.agencies.find(({ name }) => name === kind)?.label ?? { en: kind }
}

function namedLines({ places, notEncoded }: PlacesDocument, name: string, voice: Voice): readonly string[] {
  const { say, width } = voice
  const [missing] = notEncoded
  if (missing !== undefined && !places.some(({ relation }) => relation !== 'above') && notEncoded.length === 1)
    return missingLines(missing, places, voice)
  const isPart = places.some(({ relation }) => relation === null)
  const others = otherLines(notEncoded, voice)
  if (places.length === 0) return [...wrapped(say('several-named', { name }), width, 2), ...others]
  return [
    ...(isPart ? [...wrapped(say('partly', { name }), width, 2), ''] : []),
    ...tableOf(places, voice),
    ...(others.length === 0 ? [] : ['', say('also-named'), ...others]),
  ]
}

function otherLines(notEncoded: readonly ShownMissing[], { say, lang }: Voice): readonly string[] {
  const left = notEncoded.length - mostNamed
  return [
    ...notEncoded.slice(0, mostNamed).map(({ name }) => `  ${textIn(name, lang)}`),
    ...(left > 0 ? [`  ${say('more-named', { count: left })}`] : []),
  ]
}

function tableOf(places: readonly ShownPlace[], { lang, say, width, paint }: Voice): readonly string[] {
  const kinds = inLanguage(placeKindPhrases, lang)
  const head = (['id', 'name', 'kind', 'instruments', 'rules', 'read', 'checked'] as const).map((key) => say(key))
  const rows = places.map((place) => [
    place.id,
    textIn(place.title, lang),
    kinds[place.kind],
    ...sizeCells(place, lang),
  ])
  return fittingLines([head, ...rows], width).map((line, at) => (at === 0 ? paint('bold', line) : line))
}

function sizeCells({ instruments, rules, read, checked }: ShownPlace, lang: string): readonly string[] {
  return [String(instruments), String(rules), shareRead(rules, read, lang), checked ?? '-']
}

/** Says how much of the rules was read in their text. */
export function shareRead(rules: number, read: number, lang: string): string {
  if (rules === 0) return '-'
  return numberFormat(localeOf(lang), { style: 'percent', maximumFractionDigits: 0 }).format(read / rules)
}

function missingLines(missing: ShownMissing, layers: readonly ShownPlace[], voice: Voice): readonly string[] {
  const { paint, width, lang } = voice
  const { title, above, unknown, counties } = missingWords(missing, lang)
  const { division, geoid } = missing
  return [
    paint('bold', title),
    ...(geoid === null ? [] : wrapped(`GEOID ${geoid}, ${division ?? ''}`, width, 2).map((line) => paint('dim', line))),
    '',
    ...wrapped(above, width, 2),
    ...(layers.length === 0 ? [] : ['', ...tableOf(layers, voice)]),
    '',
    ...[unknown, ...counties].flatMap((text) => wrapped(text, width, 2)),
  ]
}

function aroundLines({ near, places, notEncoded }: PlacesDocument, voice: Voice): readonly string[] {
  const { say, lang, paint, width } = voice
  const relations = inLanguage(placeRelationPhrases, lang)
  const head = (['id', 'name', 'relation', 'distance', 'instruments', 'rules', 'read', 'checked'] as const).map((key) =>
    say(key),
  )
  const rows = places.map((place) => [
    ...[place.id, textIn(place.title, lang), place.relation === null ? '' : relations[place.relation]],
    ...[place.kilometres === null ? '' : say('miles', { miles: milesOf(place.kilometres) })],
    ...sizeCells(place, lang),
  ])
  const [missing] = notEncoded
  const words = missing === undefined ? null : missingWords(missing, lang)
  return [
    ...wrapped(say('around', { name: near ?? '' }), width, 2).map((line) => paint('bold', line)),
    ...(words === null ? [] : [words.title]),
    '',
    ...fittingLines([head, ...rows], width).map((line, at) => (at === 0 ? paint('bold', line) : line)),
    ...(words === null ? [] : ['', ...wrapped(words.unknown, width, 2)]),
  ]
}

/** Turns a distance between the middles of counties into miles, no finer than it is known. */
function milesOf(kilometres: number): number {
  const miles = kilometres / 1.609
  return miles < 10 ? Math.round(miles) : Math.round(miles / 5) * 5
}

function boundLines({ agency, asOf, places }: PlacesDocument, library: Library, voice: Voice): readonly string[] {
  const { say, paint, width } = voice
  const label = labelOf(library, agency ?? '')
  const title = say(places.length === 0 ? 'none-bound' : 'bound-by', { agency: label, date: asOf ?? '' })
  return [
    ...wrapped(title, width, 2).map((line) => paint('bold', line)),
    ...places.flatMap(({ id, title: place, instruments, binding }) => [
      '',
      ...wrapped(say('bound-in', { place, id, bound: binding?.length ?? 0, instruments }), width, 2),
      ...(binding ?? []).flatMap((one) => wrapped(`  ${one.title} (${one.id})`, width, 4)),
    ]),
  ]
}
