/** The law under which what comes in is written down: that of the place, on the day. */
import type { Stack } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import { transaction, type Who } from '../database/transaction.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'

/** Gives the law of the place of an agency as it stands today. */
export async function stackToday({ database, law }: Pick<Room, 'database' | 'law'>, who: Who): Promise<Stack> {
  const agency = await transaction(
    database,
    who,
    async (work) => await work.selectFrom('agencies').select(['place', 'time_zone as zone']).executeTakeFirst(),
  )
  if (agency === undefined) throw new Refusal('not-allowed')
  const { stackOn } = await law.of(agency.place)
  return stackOn(Temporal.Now.plainDateISO(agency.zone).toString())
}
