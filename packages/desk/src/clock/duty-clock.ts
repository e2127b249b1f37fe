/** The clock by which the duties of an agency are counted: its zone, and the holidays of its law. */
import { transaction, type Who } from '../database/transaction.ts'
import type { DutyClock } from '../duty/due-time.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'

/** Reads the clock. Without law there are no holidays: times that need them stay as they were. */
export async function dutyClock(
  { database, law }: Pick<Room, 'database' | 'law'>,
  who: Who,
  timeZone: string,
): Promise<DutyClock> {
  const { place } = await transaction(
    database,
    who,
    async (work) => await work.selectFrom('agencies').select('place').executeTakeFirstOrThrow(),
  )
  try {
    const { library } = await law.of(place)
    return { timeZone, holidays: library.holidays }
  } catch (error) {
    if (error instanceof Refusal) return { timeZone, holidays: {} }
    throw error
  }
}
