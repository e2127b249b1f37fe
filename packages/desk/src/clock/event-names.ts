/** What the law of an agency calls its events. */
import type { Stack } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { transaction, type Who } from '../database/transaction.ts'
import { sayFrame } from '../screen/words.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'

/** An event of the law: its name, and what it is called. */
export interface EventName {
  readonly name: string
  readonly label: string
}

/** Lists the events of the law of an agency; none where the law cannot be read now, since times are recorded then too. */
export async function listEvents(
  { database, law }: Pick<Room, 'database' | 'law'>,
  who: Who,
  lang: string,
): Promise<readonly EventName[]> {
  const place = await transaction(database, who, async (work) => {
    const { place: path } = await work.selectFrom('agencies').select('place').executeTakeFirstOrThrow()
    return path
  })
  try {
    const { library } = await law.of(place)
    return library.vocabulary.events.map(({ name, label }) => ({ name, label: textIn(label, lang) }))
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

/** Makes what names an event. One that the law in use does not know is said to be so. */
export async function eventNames(
  room: Pick<Room, 'database' | 'law'>,
  who: Who,
  lang: string,
): Promise<(event: string) => string> {
  const events = await listEvents(room, who, lang)
  return (event) => events.find(({ name }) => name === event)?.label ?? sayFrame(lang)('unknown-code')
}

/** Says an event by the vocabulary of a law. One that it does not know is said to be so. */
export function eventWords(event: string, { vocabulary }: Stack, lang: string): string {
  const known = vocabulary.events.find(({ name }) => name === event)
  return known === undefined ? sayFrame(lang)('unknown-code') : textIn(known.label, lang)
}
