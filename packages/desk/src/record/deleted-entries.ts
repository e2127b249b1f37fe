/** What a case put into the log and has no row of any more: a gap that the docket shows. */
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import type { Work } from '../database/transaction.ts'
import { goneDuties, goneWords, type GoneDuty } from './gone-duties.ts'
import { lostProofs } from './lost-proofs.ts'
import { sayRecord } from './words.ts'

/** What is gone of a case. */
export interface Gone {
  /** The numbers in the log of entries that have no row any more. */
  readonly serials: readonly number[]
  readonly duties: readonly GoneDuty[]
  /** The numbers of discharges whose papers are not there as they say. */
  readonly proofs: readonly number[]
}

/** Finds what was deleted of a case. */
export async function findGone(work: Work, record: CaseRecord): Promise<Gone> {
  const proofs = (await lostProofs(work, record.id)).map(({ serial }) => serial)
  return { serials: await deletedEntries(work, record), duties: await goneDuties(work, record.id), proofs }
}

/** Lists the numbers in the log of what was deleted. */
async function deletedEntries(work: Work, { id, decisions, duties }: CaseRecord): Promise<readonly number[]> {
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

/** Makes the boxes that say so. */
export function gapBox({ serials, duties, proofs }: Gone, lang: string): Markup {
  const say = sayRecord(lang)
  const count = serials.length
  const entries = count === 0 ? null : faultBox(say('docket-gap', { count, serials: serials.join(', ') }))
  const gone = duties.map((duty) => faultBox(say('duty-gap', { action: goneWords(duty, lang) })))
  const lost = proofs.length === 0 ? null : faultBox(say('paper-gap', { serials: proofs.join(', ') }))
  return markup`${entries}${gone}${lost}`
}

function faultBox(words: string): Markup {
  return markup`<p class="fault" role="alert">${words}</p>`
}
