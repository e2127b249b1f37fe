/** Sends the page of translations. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import type { Role } from '../people/role.ts'
import type { Faults } from '../screen/form.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { Room } from '../server/room.ts'
import { translationsMain, type TranslationsShown } from './page.ts'
import { readLanguages } from './translation.ts'
import { sayTranslation, type TranslationKey } from './words.ts'

/** The roles that bring translations and approve them. */
export const bringers: readonly Role[] = ['supervisor', 'counsel', 'records-officer', 'administrator']

/** What the page says beside the languages. */
interface Said {
  readonly faults?: Faults
  readonly typed?: TranslationsShown['typed']
  readonly news?: TranslationKey | null
}

/** Sends the page. */
export async function sendTranslations(
  { database }: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  { faults = new Map(), typed = {}, news = null }: Said,
): Promise<FastifyReply> {
  const { who, timeZone } = requireSignedIn(request)
  const { languages, contact } = await transaction(database, who, async (work) => ({
    languages: await readLanguages(work),
    contact: (await work.selectFrom('agencies').select('contact').executeTakeFirst())?.contact ?? null,
  }))
  const reader = { user: who.user, works: bringers.includes(who.role), administers: who.role === 'administrator' }
  const shown = { languages, contact, timeZone, reader, faults, typed, news }
  if (faults.size > 0) void reply.code(422)
  const title = sayTranslation(request.lang)('title')
  const main = translationsMain(shown, frameOf(request))
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 })
}

/** Finds what is wrong with a name that was typed. */
export function nameFaults(field: string, value: string, lang: string): readonly (readonly [string, string])[] {
  const isName = value.trim() !== '' && value.trim().length <= 200
  return isName ? [] : [[field, sayTranslation(lang)('name-missing')]]
}
