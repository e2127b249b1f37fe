/** What the law of an agency calls its acts. */
import { namesOf } from '@brightline/wording'
import { transaction, type Who } from '../database/transaction.ts'
import { sayFrame } from '../screen/words.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'

/** Makes what names an act. Where the law cannot be read now, it is said that it has no words. */
export async function actNames(
  { database, law }: Pick<Room, 'database' | 'law'>,
  who: Who,
  lang: string,
): Promise<(act: string) => string> {
  const { place } = await transaction(
    database,
    who,
    async (work) => await work.selectFrom('agencies').select('place').executeTakeFirstOrThrow(),
  )
  try {
    const { library } = await law.of(place)
    return namesOf({ vocabulary: library.vocabulary, library }, lang).act
  } catch (error) {
    if (error instanceof Refusal) return () => sayFrame(lang)('unknown-code')
    throw error
  }
}
