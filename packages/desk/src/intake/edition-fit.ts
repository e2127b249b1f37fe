/** Whether the edition in the corner of a paper can be one of its form: a wrong letter in the corner is found so. */
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import { href } from '../screen/href.ts'
import { icon } from '../screen/icon.ts'
import { wayOfCase } from './arrival.ts'
import { sayIntake } from './words.ts'

/** The first and the last month in which an edition of a form can have been made, as the choice of the form says them. */
const lives: Readonly<Record<string, { readonly first?: string; readonly last?: string }>> = {
  'i-247a': { first: '3/17' },
  'i-247n': { first: '1/15', last: '3/17' },
  'i-247d': { first: '1/15', last: '3/17' },
  'i-247x': { first: '1/15', last: '3/17' },
  'i-247-earlier': { last: '6/15' },
}

/** Why an edition is none of its form. */
export type EditionMisfit =
  | { readonly kind: 'early'; readonly first: string }
  | { readonly kind: 'late'; readonly last: string }
  | { readonly kind: 'to-come' }

/**
 * Finds why an edition cannot be one of a form that came in a month; null where it can be.
 *
 * @example
 * editionMisfit('i-247a', '12/12', { year: 2026, month: 11 }) // => { kind: 'early', first: '3/17' }
 * editionMisfit('i-200', '3/27', { year: 2026, month: 11 }) // => { kind: 'to-come' }
 */
export function editionMisfit(
  form: string,
  edition: string,
  came: { readonly year: number; readonly month: number },
): EditionMisfit | null {
  const { first, last } = lives[form] ?? {}
  const months = monthsOf(edition, came.year)
  if (months > came.year * 12 + came.month) return { kind: 'to-come' }
  if (first !== undefined && months < monthsOf(first, came.year)) return { kind: 'early', first }
  if (last !== undefined && months > monthsOf(last, came.year)) return { kind: 'late', last }
  return null
}

/** Makes the note about an edition that does not fit, with the way to change it; null where it fits or none was typed. */
export function editionNote(record: CaseRecord, lang: string, isWorking: boolean): Markup | null {
  const { request, timeZone, reference } = record
  if (request === null || request.edition === null) return null
  const { name } = wayOfCase(record)
  const misfit = editionMisfit(name, request.edition, request.received_at.toZonedDateTimeISO(timeZone))
  if (misfit === null) return null
  const say = sayIntake(lang)
  const form = say(name)
  const { edition } = request
  const words =
    misfit.kind === 'early'
      ? say('edition-early', { edition, form, first: misfit.first })
      : misfit.kind === 'late'
        ? say('edition-late', { edition, form, last: misfit.last })
        : say('edition-to-come', { edition })
  const way = isWorking ? markup` <a href="${href(`/cases/${reference}/way`)}">${say('edition-change')}</a>` : null
  return markup`<div class="note">${icon('alert')}<p>${words} ${say('edition-look')}${way}</p></div>`
}

/** Counts the months of an edition. Two digits of a year are of this century, or of the last where that would be far ahead. */
function monthsOf(edition: string, thisYear: number): number {
  const [month = 0, year = 0] = edition.split('/').map(Number)
  const full = 2000 + year > thisYear + 10 ? 1900 + year : 2000 + year
  return full * 12 + month
}
