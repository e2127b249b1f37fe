/**
 * Sheets for paper. They stand without a session and without the database, because that is when they are wanted: they
 * hold law and nothing of a case.
 */
import { markup, type Markup } from '@brightline/documents/html'
import { todayAt } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import type { ReadLaw } from '../case/law-in-use.ts'
import { faultList, textField } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { placesByName } from '../setup/place-order.ts'
import { placeMain, placesMain, receiptsList, receiptsOnPage, sheetMain } from './page.ts'
import { numbersFrom, readPaperNumber } from './paper-number.ts'
import { actsOf, kindsOf, makeSheet, stackFor, type SheetChoice } from './sheet.ts'
import { saySheet } from './words.ts'

const short = Type.Optional(Type.String({ maxLength: 60 }))
const Query = Type.Object({ agency: short, first: short, lang: short })
const Params = Type.Object({ '*': Type.String({ maxLength: 100 }) })
const config = { isPlain: true }
const firstNumber = 'A-0001'

/** Declares the routes. */
export function declareSheet(app: App, room: Room): void {
  app.get('/sheet', { config, schema: { querystring: Query } }, async (request, reply) => {
    const { lang } = request
    const main = placesMain(placesOf(await room.law.all(), lang), lang)
    return await sendPage(request, reply, { title: saySheet(lang)('sheets'), main })
  })
  declareReceipts(app)
  app.get('/sheet/*', { config, schema: { params: Params, querystring: Query } }, async (request, reply) => {
    const { lang, query } = request
    const law = await room.law.all()
    const path = request.params['*'].replace(/\/$/, '')
    const place = placesOf(law, lang).find(({ value }) => value === path)
    if (place !== undefined) {
      const main = placePage(law, place, { lang, agency: query.agency })
      return await sendPage(request, reply, { title: place.name, main })
    }
    const [, of = '', act = ''] = /^(.+)\/([^/]+)$/.exec(path) ?? []
    if (placesOf(law, lang).every(({ value }) => value !== of)) throw new Refusal('not-found')
    const day = dayAt(law, of)
    const agency = query.agency ?? kindsOf(stackFor(law, of, day), lang)[0]?.value ?? ''
    const sheet = makeSheet(law, { place: of, act, agency, day, lang })
    return await sendPage(request, reply, { title: sheet.title, main: sheetMain(sheet, lang) })
  })
}

/** Gives the day that it is at a place. */
export function dayAt(law: ReadLaw, place: string): string {
  return todayAt(law.library, place, Temporal.Now.instant().toString())
}

function placesOf({ library }: ReadLaw, lang: string): readonly SheetChoice[] {
  return placesByName(library, lang).map(({ id, title }) => ({ value: id, name: textIn(title, lang) }))
}

function placePage(
  law: ReadLaw,
  place: SheetChoice,
  { lang, agency }: { readonly lang: string; readonly agency: string | undefined },
): Markup {
  const stack = stackFor(law, place.value, dayAt(law, place.value))
  const kinds = kindsOf(stack, lang)
  const kind = kinds.find(({ value }) => value === agency) ?? kinds[0]
  if (kind === undefined) throw new Refusal('not-found')
  return placeMain({ place, kinds, kind, acts: actsOf(stack, lang) }, lang)
}

function declareReceipts(app: App): void {
  app.get('/sheet/receipts', { config, schema: { querystring: Query } }, async (request, reply) => {
    const { lang } = request
    const say = saySheet(lang)
    const typed = request.query.first ?? firstNumber
    const first = readPaperNumber(typed)
    const values = { example: 'SJ-0041' }
    const faults = new Map(first === null ? [['first', say('receipts-wrong', values)] as const] : [])
    if (first === null) void reply.code(422)
    const field = { name: 'first', label: say('receipts-first'), hint: say('receipts-first-hint', values) }
    const next = first === null ? null : numbersFrom(first, receiptsOnPage + 1).at(-1)
    const main = markup`${faultList(lang, faults)}<h1>${say('receipts')}</h1><p class="lead">${say('receipts-lead')}</p>
<form action="${href('/sheet/receipts')}" class="filter"><input type="hidden" name="lang" value="${lang}">${textField({ ...field, value: typed, width: 'short' }, faults)}<button class="second">${say('receipts-show')}</button>
${next === null || next === undefined ? null : markup`<p><a href="${href('/sheet/receipts', { first: next, lang })}">${say('receipts-next', { number: next })}</a></p>`}</form>
${first === null ? null : receiptsList(first, lang)}`
    return await sendPage(request, reply, { title: say('receipts'), main, isError: first === null })
  })
}
