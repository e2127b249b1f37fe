/** How far the law of places is encoded, as lines of text. */
import { textIn } from '@brightline/language'
import { plainPainter, type Painter } from '../line/painter.ts'
import { tableLines } from '../line/table.ts'
import { sayIn } from '../phrase/phrases.ts'
import type { PlaceStatus, StatusDocument } from './document.ts'
import { statusColumns, statusPhrases, type StatusColumn } from './phrases.ts'
import { inLanguage } from '../phrase/by-language.ts'

/** Lays out the state of the law: one line a place, then the shares of the whole. */
export function statusLines(document: StatusDocument, lang: string, paint: Painter = plainPainter): readonly string[] {
  const say = sayIn(statusPhrases, lang)
  const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 })
  const { rulesRead, bearingNotEncoded, casesClean } = document.shares
  const [head = '', ...rows] = tableLines(statusRows(document, lang))
  return [
    paint('bold', say('title', { date: document.asOf })),
    '',
    paint('bold', head),
    ...rows,
    '',
    say('rulesRead', { share: percent.format(rulesRead) }),
    say('bearingNotEncoded', { share: percent.format(bearingNotEncoded) }),
    say('casesClean', { share: percent.format(casesClean) }),
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
