/**
 * What the log cannot take now. Where the clock of the server ran days ahead, it has an entry of a day that has not come,
 * and nothing follows before an administrator confirms that the clock was wrong.
 */
import { markup, type Markup } from '@brightline/documents/html'
import { dayWords } from '@brightline/wording'
import type { CaseRecord } from '../case/read-case.ts'
import type { Work } from '../database/transaction.ts'
import { bookOfKind } from '../record/book.ts'
import { linesAhead } from '../record/clock-correction.ts'
import { href } from '../screen/href.ts'
import { icon } from '../screen/icon.ts'
import { sayDecision } from './words.ts'

/** The days of the last entries of decisions and of confirmations, where these have not come; null where entries are taken. */
export interface LogWaits {
  readonly decisions: string | null
  readonly confirmations: string | null
}

/** Asks the log of the agency of a case. */
export async function readLogWaits(work: Work, record: CaseRecord): Promise<LogWaits> {
  const places = {
    decisions: `${record.place}/${record.deskPrefix.toLowerCase()}`,
    confirmations: `${record.place}/${bookOfKind.confirmation}`,
  }
  const ahead = await linesAhead(work, record.agency)
  const dayOf = (place: string): string | null => ahead.find((line) => line.place === place)?.day ?? null
  return { decisions: dayOf(places.decisions), confirmations: dayOf(places.confirmations) }
}

/** Says that decisions or confirmations wait, why, who ends that, and what is done meanwhile. */
export function waitsNote(key: 'decisions-wait' | 'confirmations-wait', day: string, lang: string): Markup {
  const say = sayDecision(lang)
  return markup`<div class="note" role="status">${icon('alert')}<div><p><b>${say(key)}</b></p>
<p>${say('wait-why', { day: dayWords(day, lang) })}</p><p>${say(`${key}-do`)} <a href="${href('/sheet', { lang })}">${say('wait-sheets')}</a></p></div></div>`
}
