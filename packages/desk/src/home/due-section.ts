/** What is due: the time first, then what must be done, then the way to record it. */
import { markup, type Markup } from '@brightline/documents/html'
import { Temporal } from 'temporal-polyfill'
import { timelessName } from '../clock/timeless.ts'
import type { Json } from '../database/tables.ts'
import { halfDoneWords, missingLanguages } from '../duty/languages.ts'
import { readStoredDuty } from '../duty/stored-duty.ts'
import { href } from '../screen/href.ts'
import { icon } from '../screen/icon.ts'
import type { SignedIn } from '../people/session.ts'
import type { DueDuty, Home } from './home.ts'
import { awayWords, clockTime } from './time.ts'
import { sayHome } from './words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'

/** Makes the list of duties, the late ones first, and says until when nothing else is due. */
export function dueSection(
  { due, now, counts }: Home,
  { lang, signedIn }: { readonly lang: string; readonly signedIn: SignedIn },
): Markup {
  const say = sayHome(lang)
  if (due.length === 0)
    return markup`<section class="section"><h2>${say('due-now')}</h2><p class="quiet">${say('no-due')}</p></section>`
  const { role } = signedIn.who
  const overseers = ['supervisor', 'counsel', 'records-officer'].includes(role)
  // What the agency owes without a request is discharged by whoever oversees.
  const acts = (duty: DueDuty): boolean => overseers || (role === 'clerk' && duty.reference !== null)
  const rows = due.map((duty) => dutyRow(duty, { now, lang, timeZone: signedIn.timeZone, acts: acts(duty) }))
  const all = counts.open > due.length ? say('all-duties-more', { count: counts.open }) : say('all-duties')
  return markup`<section class="section"><h2>${say('due-now')}</h2><ul class="due">${rows}</ul>
<p class="after"><a href="${href('/duties')}">${all}</a></p></section>`
}

interface RowLook {
  readonly now: Temporal.Instant
  readonly lang: string
  readonly timeZone: string
  readonly acts: boolean
}

function dutyRow(
  { id, document, dueAt, calendar, reference, rule, papers }: DueDuty,
  { now, lang, timeZone, acts }: RowLook,
): Markup {
  const say = sayHome(lang)
  const isLate = dueAt !== null && Temporal.Instant.compare(dueAt, now) < 0
  const time =
    dueAt === null
      ? markup`<b>${timelessName(calendar, lang)}</b>`
      : markup`<b class="${isLate ? 'late' : 'soon'}">${isLate ? icon('alert') : null}${awayWords(dueAt, now, lang)}</b><br><span class="soft">${clockTime(dueAt, timeZone, lang)}</span>`
  const action = textOf(document['action'], lang) ?? say('what')
  const cite = typeof document['cite'] === 'string' ? document['cite'] : ''
  const stored = readStoredDuty(document)
  const missing = halfDoneWords(stored, missingLanguages(stored, rule, papers), lang)
  const languages = missing === null ? null : markup`<br><span class="soft">${missing}</span>`
  const way =
    reference === null ? null : markup` <a class="whole" href="${href(`/cases/${reference}`)}">${reference}</a>`
  const button = acts
    ? markup`<a class="button second" href="${href(`/duties/${id}`)}">${say('record-it')}<span class="sr"> ${action}${reference === null ? '' : `, ${reference}`}</span></a>`
    : null
  return markup`<li><p class="when">${time}</p><p><b>${sentenceCase(action, lang)}</b><br><span class="soft">${cite}</span>${way}${languages}</p><p class="do">${button}</p></li>`
}

/** Reads a text in several languages as a row keeps it. */
function textOf(value: Json | undefined, lang: string): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const texts = new Map<string, unknown>(Object.entries(value))
  const text = texts.get(lang) ?? texts.get('en')
  return typeof text === 'string' ? text : null
}
