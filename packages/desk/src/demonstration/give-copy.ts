/** Gives a copy of an invented request to whoever it is about, as the pages of papers do. */
import { Temporal } from 'temporal-polyfill'
import type { OpenedCase } from '../case/open-case.ts'
import type { Who } from '../database/transaction.ts'
import { recordGiven } from '../notice/give.ts'
import { makeNotice } from '../notice/make-notice.ts'
import type { Room } from '../server/room.ts'

/** Who gives it, for which agency, and in which language. */
export interface Giver {
  readonly who: Who
  readonly agencyName: string
  readonly language: string
  readonly minutesAgo: number
}

/** Makes the copy, and puts on record that it was given in the hand. */
export async function giveCopy(
  room: Room,
  { who, agencyName, language, minutesAgo }: Giver,
  { reference }: OpenedCase,
): Promise<void> {
  const wish = { kind: 'request-copy', recipient: 'person', toldAt: null, releaseAt: null } as const
  const signedIn = { who, agencyName }
  // A copy names no address of the desk.
  const notice = await makeNotice(room, { signedIn, reference, origin: '' }, wish, language)
  if (notice === null) throw new Error('an invented request has no copy')
  const given = { channel: 'in-hand', signature: 'signed', hadInterpreter: language !== 'en', choice: null } as const
  const said = { ...given, offered: language, why: 'offered-each' } as const
  const givenAt = Temporal.Now.instant().subtract({ minutes: minutesAgo })
  await recordGiven(room.database, who, { reference, notice }, { ...said, givenAt })
}
