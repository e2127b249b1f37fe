/**
 * What the log cannot take yet. Where the clock of the server ran days ahead, it has an entry of a day that has not come;
 * days of the log never go back, so that nothing follows before that day.
 */
import { markup, type Markup } from '@brightline/documents/html'
import { sql } from 'kysely'
import type { CaseRecord } from '../case/read-case.ts'
import type { Work } from '../database/transaction.ts'
import { dateWords } from '../law-reader/law-page.ts'
import { bookOfKind } from '../record/book.ts'
import { logSchema } from '../record/line.ts'
import { href } from '../screen/href.ts'
import { icon } from '../screen/icon.ts'
import { sayDecision } from './words.ts'

/** The days from which decisions and confirmations are taken again; null where they are now. */
export interface LogWaits {
  readonly decisions: string | null
  readonly confirmations: string | null
}

/** Asks the log of the agency of a case. */
export async function readLogWaits(work: Work, record: CaseRecord): Promise<LogWaits> {
  const schema = logSchema(record.agency)
  const made = await sql<{ made: boolean }>`select to_regclass(${`${schema}.desk`}) is not null as made`.execute(work)
  if (made.rows[0]?.made !== true) return { decisions: null, confirmations: null }
  const places = {
    decisions: `${record.place}/${record.deskPrefix.toLowerCase()}`,
    confirmations: `${record.place}/${bookOfKind.confirmation}`,
  }
  // The last day that has begun anywhere on earth is the last one that the log takes.
  const { rows } = await sql<{ place: string; day: string }>`
    select place, day from ${sql.id(schema, 'desk')} where place in (${places.decisions}, ${places.confirmations})
      and day > to_char((now() at time zone 'UTC') + interval '14 hours', 'YYYY-MM-DD') collate "C"`.execute(work)
  const dayOf = (place: string): string | null => rows.find((row) => row.place === place)?.day ?? null
  return { decisions: dayOf(places.decisions), confirmations: dayOf(places.confirmations) }
}

/** Says until when decisions or confirmations wait, why, and what is done meanwhile. */
export function waitsNote(key: 'decisions-wait' | 'confirmations-wait', day: string, lang: string): Markup {
  const say = sayDecision(lang)
  return markup`<div class="note" role="status">${icon('alert')}<div><p><b>${say(key, { day: dateWords(day, lang) })}</b></p>
<p>${say('wait-why')}</p><p>${say(`${key}-do`)} <a href="${href('/sheet', { lang })}">${say('wait-sheets')}</a></p></div></div>`
}
