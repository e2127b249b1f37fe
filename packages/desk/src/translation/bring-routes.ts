/** Takes translations in: a file of a form, or its pasted text. */
import multipart from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { limit } from '../server/rate-limit.ts'
import type { App, Room } from '../server/room.ts'
import { receiveTranslation } from './receive-file.ts'
import { bringers, nameFaults, sendTranslations } from './send-translations.ts'
import { readTranslationFile, type FileFault, type ReadFile } from './translation-file.ts'
import { bringTranslation } from './translation.ts'
import { sayTranslation } from './words.ts'

const name = Type.Optional(Type.String({ maxLength: 1000 }))
const Bringing = Type.Object({ 'pasted-by': name, text: Type.Optional(Type.String({ maxLength: 200_000 })) })

/** Declares the routes. */
export function declareBringing(app: App, room: Room): void {
  app.post('/translations', { schema: { body: Bringing } }, async (request, reply) => {
    requireSignedIn(request, bringers)
    const { 'pasted-by': translator = '', text = '' } = request.body
    const names = { translator: 'pasted-by', file: 'text' } as const
    return await takeIn(room, request, reply, { translator, text, names })
  })
  // Only here is a form with a file understood.
  void app.register(async (scope: App) => {
    await scope.register(multipart, { throwFileSizeLimit: false })
    scope.post('/translations/file', { config: { isStream: true } }, async (request, reply) => {
      const { who } = requireSignedIn(request, bringers)
      await limit(room.database, `translations of ${who.user}`, { most: 60, seconds: 600 })
      const names = { translator: 'translator', file: 'file' } as const
      return await takeIn(room, request, reply, { ...(await receiveTranslation(request)), names })
    })
  })
}

interface Brought {
  readonly translator: string
  readonly text: string | null
  /** The fields beside which faults stand. */
  readonly names: { readonly translator: string; readonly file: 'file' | 'text' }
}

/** Keeps a file whole or not at all. */
async function takeIn(
  room: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  { translator, text, names }: Brought,
): Promise<FastifyReply> {
  const { who } = requireSignedIn(request, bringers)
  const file: ReadFile = text === null ? notUnicode : readTranslationFile(text)
  const faults = new Map(nameFaults(names.translator, translator, request.lang))
  if (file.kind === 'faults') faults.set(names.file, faultWords(file.faults, request.lang))
  if (file.kind === 'faults' || faults.size > 0) {
    const typed = { translator, ...(names.file === 'text' ? { text: text ?? '' } : {}) }
    return await sendTranslations(room, request, reply, { faults, typed })
  }
  const { lang, words } = file
  await transaction(room.database, who, async (work) => {
    await bringTranslation(work, who, { lang, words, translator: translator.trim() })
  })
  return await reply.redirect(href('/translations', { done: 'brought' }), 303)
}

const notUnicode: ReadFile = {
  kind: 'faults',
  faults: [{ fault: 'encoding', place: { unit: 'line', at: 1 }, key: '', found: '' }],
}

/** All faults stand together beside the one field; the first twelve are enough to see what is wrong. */
function faultWords(faults: readonly FileFault[], lang: string): string {
  const say = sayTranslation(lang)
  const said = faults.slice(0, 12).map(({ fault, place: { unit, at }, key, found }) => {
    return `${say('at-place', { place: say(unit, { at }), what: say(`${fault}-wrong`, { key, found }) })}.`
  })
  const count = faults.length - said.length
  return [say('nothing-taken'), ...said, ...(count > 0 ? [say('more-faults', { count })] : [])].join(' ')
}
