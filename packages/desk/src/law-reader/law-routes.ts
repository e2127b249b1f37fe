/** The law reader: places, instruments, sections and the what-if page, each on its date. */
import { markup } from '@brightline/documents/html'
import { todayAt } from '@brightline/engine'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import type { ReadLaw } from '../case/law-in-use.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { sendChanges } from './changes-answer.ts'
import { sendInstrument } from './instrument-answer.ts'
import { lawHref, readLawAddress, type LawAddress } from './law-address.ts'
import { dateBar, type LawView } from './law-page.ts'
import { sendIndex, sendPlace, sendWhatIf, type LawReader } from './place-answer.ts'
import { sayLaw } from './words.ts'

const Query = Type.Record(Type.String(), Type.String({ maxLength: 300 }))

type Reader = Pick<LawReader, 'place' | 'kind'>

/** Declares the routes. */
export function declareLaw(app: App, room: Room): void {
  app.get('/law', { schema: { querystring: Query } }, async (request, reply) => {
    const reader = await readerOf(room, request)
    const law = await room.law.all()
    const now = isPlaceOf(law, reader.place) ? today(law, reader.place) : ''
    return await sendIndex(law, request, reply, { ...reader, today: now })
  })
  app.get(
    '/law/*',
    { schema: { querystring: Query, params: Type.Object({ '*': Type.String() }) } },
    async (request, reply) => {
      const reader = await readerOf(room, request)
      const address = readLawAddress(request.params['*'])
      if (address === null) throw new Refusal('not-found')
      const { query } = request
      const law = await room.law.all()
      if (address.asOf === null) return await sendDated(law, request, reply, { address, query })
      const view = viewOf(law, { ...address, asOf: address.asOf }, reader, request.lang)
      if (view === null) throw new Refusal('not-found')
      const isPlace = isPlaceOf(law, address.name)
      if (!isPlace) return await sendInstrument({ law, request, reply, view }, address, query['as'])
      if (address.section === 'what-if') return await sendWhatIf({ law, request, reply, view }, address.name, query)
      if (address.section === 'changes') {
        await limit(room.database, `changes of ${requireSignedIn(request).who.user}`, { most: 40, seconds: 600 })
        return await sendChanges({ law, request, reply, view }, address.name, query)
      }
      if (address.section !== null) throw new Refusal('not-found')
      return await sendPlace({ law, request, reply, view }, address.name, query['as'])
    },
  )
}

async function readerOf({ database }: Room, request: FastifyRequest): Promise<Reader> {
  const { who } = requireSignedIn(request)
  return await transaction(
    database,
    who,
    async (work) => await work.selectFrom('agencies').select(['place', 'kind']).executeTakeFirstOrThrow(),
  )
}

function today(law: ReadLaw, place: string): string {
  return todayAt(law.library, place, Temporal.Now.instant().toString())
}

/** Leads to the law of a date: that of the three boxes, or of today. */
async function sendDated(
  law: ReadLaw,
  request: FastifyRequest,
  reply: FastifyReply,
  { address, query }: { readonly address: LawAddress; readonly query: Readonly<Record<string, string>> },
): Promise<FastifyReply> {
  const place = placeOf(law, address.name)
  if (place === null) throw new Refusal('not-found')
  const { year, month, day } = query
  const now = today(law, place)
  if (year === undefined && month === undefined && day === undefined)
    return await reply.redirect(lawHref(address.name, now), 303)
  const pad = (part = '', length = 2): string => part.trim().padStart(length, '0')
  const wanted = `${address.name}/${pad(year, 4)}-${pad(month)}-${pad(day)}`
  const read = readLawAddress(wanted)
  if (read !== null && read.asOf !== null) return await reply.redirect(lawHref(read.name, read.asOf), 303)
  const say = sayLaw(request.lang)
  const faults = new Map([['month', say('date-wrong')]])
  const view = { lang: request.lang, stack: law.stackAt(place, now), asOf: now, today: now, agency: '', faults }
  const main = markup`<h1>${say('law')}</h1>${dateBar(view, address.name, null)}`
  return await sendPage(request, reply.code(422), { title: say('law'), main, isError: true })
}

/** Tells if the law has a place. */
function isPlaceOf({ library }: ReadLaw, place: string): boolean {
  return library.places.some(({ id }) => id === place)
}

/** Finds the place of a name: its own, or that of the instrument. */
function placeOf({ library }: ReadLaw, name: string): string | null {
  const { places, instruments } = library
  if (places.some(({ id }) => id === name)) return name
  return instruments.find(({ id }) => id === name)?.place ?? null
}

/** Makes the view: the law of the reader's own place where that is under the place that is named, and otherwise of that. */
function viewOf(
  law: ReadLaw,
  { name, asOf }: { readonly name: string; readonly asOf: string },
  reader: Reader,
  lang: string,
): LawView | null {
  const named = placeOf(law, name)
  if (named === null) return null
  const isInstrument = named !== name
  const isAbove = reader.place === named || reader.place.startsWith(`${named}/`)
  const isKnown = isPlaceOf(law, reader.place)
  const place = isInstrument && isAbove && isKnown ? reader.place : named
  const stack = law.stackAt(place, asOf)
  return { lang, stack, asOf, today: today(law, place), agency: reader.kind, faults: new Map() }
}
