/** What a row of papers offers: to open the paper that was made, to make another one, or to make the first. */
import { markup, type Markup } from '@brightline/documents/html'
import { Temporal } from 'temporal-polyfill'
import { standingDecisions, type CaseRecord } from '../case/read-case.ts'
import { clockTime } from '../home/time.ts'
import { href } from '../screen/href.ts'
import { languageName } from '../translation/language.ts'
import { demandsOf } from './demand.ts'
import { isMadeAtOnce, makeForm, type PaperMaking } from './make-form.ts'
import type { PaperKind, Recipient } from './paper-kind.ts'
import { sayNotice } from './words.ts'

/** A row of a list of papers. */
export interface PaperRow {
  readonly kind: PaperKind
  readonly record: CaseRecord
  /** Who has not been given it yet; null where nobody has to be. */
  readonly waiting: readonly Recipient[] | null
}

/** A paper that was made. */
interface Made {
  readonly row: CaseRecord['notices'][number]
  /** It was made before what was decided last, and does not say that. */
  readonly isBefore: boolean
}

/** Finds the newest paper of a row: where somebody still has to be given it, one that is for them. */
function madeOf({ kind, record, waiting }: PaperRow): Made | null {
  const row = record.notices.findLast(
    (one) =>
      one.kind === kind &&
      (waiting === null || (one.given_at === null && waiting.some((recipient) => recipient === one.recipient))),
  )
  if (row === undefined) return null
  const decided = standingDecisions(record).flatMap(({ decided_at: at, confirmation }) =>
    confirmation === null ? [at] : [at, confirmation.confirmed_at],
  )
  return { row, isBefore: decided.some((at) => Temporal.Instant.compare(row.made_at, at) < 0) }
}

/** Gives the id of a paper that was made and still has to be given; null where there is none that says what was decided last. */
export function paperToGive(record: CaseRecord, kind: PaperKind): string | null {
  const demand = demandsOf(record).find((one) => one.kind === kind && one.isOpen)
  const made = demand === undefined ? null : madeOf({ kind, record, waiting: demand.waiting })
  return made === null || made.isBefore ? null : made.row.id
}

/** Tells if a case has a paper of a kind. */
export function wasMade({ notices }: Pick<CaseRecord, 'notices'>, kind: PaperKind): boolean {
  return notices.some((one) => one.kind === kind)
}

/** Says when the paper of a row was made, and in which language; empty where there is none. */
export function madeWords(paper: PaperRow, lang: string): string {
  const made = madeOf(paper)
  if (made === null) return ''
  const { row, isBefore } = made
  const when = clockTime(row.made_at, paper.record.timeZone, lang)
  const said = { when, language: languageName(row.language, lang) }
  return sayNotice(lang)(isBefore ? 'made-before' : row.given_at === null ? 'made-waits' : 'made-given', said)
}

/** Makes what a row offers. What still has to be given has the stronger look. */
export function offerOf(paper: PaperRow, making: PaperMaking | null, lang: string): Markup | null {
  const { kind, record, waiting } = paper
  const say = sayNotice(lang)
  const made = madeOf(paper)
  const look = waiting === null ? ' second' : ''
  const name = markup`<span class="hidden">: ${say(kind)}</span>`
  const papers = `/cases/${record.reference}/notices`
  if (made !== null && !made.isBefore) {
    const open = markup`<a class="button small${look}" href="${href(`${papers}/${made.row.id}`)}">${say('open-paper')}${name}</a>`
    if (making === null) return open
    return markup`<div class="offer">${open}<a href="${href(`${papers}/new/${kind}`)}">${say('make-another')}${name}</a></div>`
  }
  if (making === null) return null
  const words = wasMade(record, kind) ? 'make-another' : 'make'
  // What still has to be given has no page in between where only its language is open.
  if (waiting !== null && isMadeAtOnce(kind))
    return makeForm({ kind, reference: record.reference, words }, making, lang)
  return markup`<a class="button small${look}" href="${href(`${papers}/new/${kind}`)}">${say(words)}${name}</a>`
}
