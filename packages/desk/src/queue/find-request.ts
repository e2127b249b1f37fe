/** Finding a request by its reference, as somebody reads it off a paper or hears it by telephone. */
import { transaction, type Database, type Who } from '../database/transaction.ts'

/**
 * Reads a reference, however it is written; null where it is none.
 *
 * @example
 * readReference(' sj 26 417 ') // => 'SJ-26-0417'
 */
export function readReference(typed: string): string | null {
  const [, letters = '', year = '', number = ''] =
    /^([a-z]{2,4})[\s-]*(\d{2})[\s-]*(\d{1,9})$/i.exec(typed.trim()) ?? []
  return number === '' ? null : `${letters.toUpperCase()}-${year}-${number.padStart(4, '0')}`
}

/** Tells if a request of this reference is within reach. The policies of the database choose the desks. */
export async function isRequest(database: Database, who: Who, reference: string): Promise<boolean> {
  const found = await transaction(
    database,
    who,
    async (work) =>
      await work.selectFrom('cases').select('id').where('reference', '=', reference).limit(1).executeTakeFirst(),
  )
  return found !== undefined
}
