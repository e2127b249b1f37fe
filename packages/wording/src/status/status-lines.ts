/** How far the law of places is encoded, as lines of text. */
import { textIn } from '@brightline/language'
import { plainPainter, type Painter } from '../line/painter.ts'
import { fittingLines } from '../line/table.ts'
import { wrapped } from '../line/wrap.ts'
import { numberFormat } from '../phrase/format.ts'
import { sayIn } from '../phrase/phrases.ts'
import type { PlaceStatus, StatusDocument } from './document.ts'
import { statusColumns, statusPhrases, type StatusColumn } from './phrases.ts'
import { inLanguage } from '../phrase/by-language.ts'

/** The layout of the state of the law. */
export interface StatusLayout {
  readonly lang: string
  /** The columns of the screen; null where nothing need fit. */
  readonly width: number | null
  readonly paint?: Painter
}

/** Lays out the state of the law: one line a place, then the shares of the whole. */
export function statusLines(document: StatusDocument, layout: StatusLayout): readonly string[] {
  const { lang, width, paint = plainPainter } = layout
  const say = sayIn(statusPhrases, lang)
  const percent = numberFormat(lang, { style: 'percent', maximumFractionDigits: 0 })
  const { rulesRead, bearingNotEncoded, casesClean } = document.shares
  const room = width ?? Infinity
  const rows = fittingLines(statusRows(document, lang), room)
  const said = [
    ...signsIn(document).map((sign) => say(sign)),
    say('rulesRead', { share: percent.format(rulesRead) }),
    say('bearingNotEncoded', { share: percent.format(bearingNotEncoded) }),
    say('casesClean', { share: percent.format(casesClean) }),
  ]
  return [
    paint('bold', say('title', { date: document.asOf })),
    '',
    ...rows.map((line, row) => (row === 0 ? paint('bold', line) : line)),
    '',
    ...said.flatMap((text) => wrapped(text, room, 2)),
  ]
}

/** Lists the signs that some place bears behind its cases. */
function signsIn({ places }: StatusDocument): readonly ('unwritten' | 'differing')[] {
  return [
    ...(places.every(({ cases }) => cases.written) ? [] : (['unwritten'] as const)),
    ...(places.every(({ cases }) => cases.differing === 0) ? [] : (['differing'] as const)),
  ]
}

/** Gives the table: a head, then a row for each place. */
export function statusRows({ places }: StatusDocument, lang: string): readonly (readonly string[])[] {
  const names = inLanguage(statusColumns, lang)
  const columns = Object.keys(cells)
  return [
    columns.map((column) => (isColumn(column) ? names[column] : '')),
    ...places.map((place) => columns.map((column) => (isColumn(column) ? cells[column](place, lang) : ''))),
  ]
}

function isColumn(name: string): name is StatusColumn {
  return Object.hasOwn(cells, name)
}

const cells: Readonly<Record<StatusColumn, (status: PlaceStatus, lang: string) => string>> = {
  place: ({ placeTitle }, lang) => textIn(placeTitle, lang),
  inForce: ({ inForce, instruments }) => `${inForce}/${instruments}`,
  mapped: ({ outline }) => `${outline.encoded + outline.noAct}/${outline.subdivisions}`,
  notEncoded: ({ notEncoded }) => String(notEncoded),
  bearing: ({ bearing }) => `${bearing.notEncoded}/${bearing.subdivisions}`,
  read: ({ rules }) => String(rules.read),
  inferred: ({ rules }) => String(rules.inferred),
  reported: ({ rules }) => String(rules.reported),
  unverified: ({ rules }) => String(rules.unverified),
  checked: ({ checked }) => checked?.through ?? '-',
  next: ({ next }) => next ?? '-',
  cases: ({ cases }) => `${cases.clean}/${cases.count}${cases.written ? '' : ' ?'}${cases.differing > 0 ? ' !' : ''}`,
}
