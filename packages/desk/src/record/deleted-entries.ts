/** What a case put into the log and has no row of any more: a gap that the docket shows. */
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import type { Work } from '../database/transaction.ts'
import { sayRecord } from './words.ts'

/** Lists the numbers in the log of what was deleted. */
export async function deletedEntries(work: Work, { id, decisions, duties }: CaseRecord): Promise<readonly number[]> {
  const noted = await work
    .selectFrom('case_entries')
    .select(['decision_id', 'duty_id', 'kind', 'log_serial'])
    .where('case_id', '=', id)
    .orderBy('log_ticket')
    .execute()
  const gone = noted.filter(({ decision_id: of, duty_id: duty, kind }) => {
    if (kind === 'discharge') return !duties.some((one) => one.id === duty && one.state === 'discharged')
    const decision = decisions.find((one) => one.id === of)
    return decision === undefined || (kind === 'confirmation' && decision.confirmation === null)
  })
  return gone.map(({ log_serial: serial }) => serial)
}

/** Makes the box that says so; null where nothing is gone. */
export function gapBox(serials: readonly number[], lang: string): Markup | null {
  if (serials.length === 0) return null
  const words = sayRecord(lang)('docket-gap', { count: serials.length, serials: serials.join(', ') })
  return markup`<p class="fault" role="alert">${words}</p>`
}
