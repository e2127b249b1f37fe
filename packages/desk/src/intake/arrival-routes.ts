/** The page of when and how something came. */
import type { Stack } from '@brightline/engine'
import { namesOf } from '@brightline/wording'
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { choiceField, dateField } from '../screen/choices.ts'
import { textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { App, Room } from '../server/room.ts'
import { clockTime } from '../home/time.ts'
import {
  actsAsked,
  keepArrival,
  readArrival,
  typedAtFirst,
  wayOfCase,
  type ArrivalFault,
  type TypedArrival,
} from './arrival.ts'
import { takeStep } from './draft.ts'
import { stackToday } from './law.ts'
import { isShownAgain, listOf, openStep, sendStep, StepAddress, stepFields, type StepRequest } from './step.ts'
import { boxItems, channels } from './way.ts'
import { sayIntake } from './words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'

const short = Type.Optional(Type.String({ maxLength: 40 }))
const several = Type.Optional(
  Type.Union([Type.String({ maxLength: 40 }), Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40 })]),
)
const Arrived = Type.Object({
  ...stepFields,
  channel: short,
  'received-day': short,
  'received-month': short,
  'received-year': short,
  clock: short,
  edition: short,
  boxes: several,
  acts: several,
})

/** Declares the routes. */
export function declareArrival(app: App, room: Room): void {
  const path = '/cases/:reference/arrival'
  app.get(path, { schema: { params: StepAddress } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    return await sendArrival(step, { typed: typedAtFirst(step.found, settingOf(step)) })
  })
  app.post(path, { schema: { params: StepAddress, body: Arrived } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    const typed = typedOf(request.body)
    if (isShownAgain(request.body)) return await sendArrival(step, { typed })
    const stack = await stackToday(room, step.signedIn.who)
    const asked = actsAsked(stack, step.found)
    const { arrival, faults } = readArrival(typed, settingOf(step), asked)
    if (arrival === null) return await sendArrival(step, { typed, faults })
    const { who } = step.signedIn
    const isTaken = await transaction(room.database, who, async (work) => {
      const seen = Number(request.body.seen ?? '0')
      if (!(await takeStep(work, who, step.found, { seen, step: 'person' }))) return false
      await keepArrival({ work, who, stack }, step.found, arrival)
      return true
    })
    if (!isTaken) return await sendArrival(step, { typed, isStale: true })
    return await reply.redirect(href(`/cases/${step.found.reference}/person`), 303)
  })
}

interface Shown {
  readonly typed: TypedArrival
  readonly faults?: readonly ArrivalFault[]
  readonly isStale?: boolean
}

async function sendArrival(step: StepRequest, { typed, faults = [], isStale = false }: Shown): Promise<FastifyReply> {
  const { request, found, signedIn } = step
  const say = sayIntake(request.lang)
  const stack = await stackToday(step.room, signedIn.who)
  const now = clockTime(settingOf(step).now, found.timeZone, request.lang)
  const shown: Faults = new Map(faults.map(({ field, key, values }) => [field, say(key, { now, ...values })]))
  return await sendStep(step, {
    title: say('arrival-title'),
    lead: say('arrival-lead'),
    path: `/cases/${found.reference}/arrival`,
    back: `/cases/${found.reference}/way`,
    fields: fieldsOf(step, typed, { stack, faults: shown }),
    faults: shown,
    isStale,
  })
}

function fieldsOf(step: StepRequest, typed: TypedArrival, { stack, faults }: Under): readonly (Markup | null)[] {
  const { lang } = step.request
  const say = sayIntake(lang)
  const names = namesOf(stack, lang)
  const channel = { name: 'channel', label: say('channel'), chosen: [typed.channel], kind: 'one' } as const
  const ways = channels.map((value) => ({ value, label: say(`channel-${value}`) }))
  const acts = actsAsked(stack, step.found).map((value) => ({ value, label: sentenceCase(names.act(value), lang) }))
  const asks = {
    name: 'acts',
    label: say('acts'),
    hint: say('acts-hint'),
    chosen: typed.acts,
    kind: 'several',
  } as const
  return [
    whenFields(step, typed, faults),
    choiceField({ ...channel, choices: ways }, faults),
    acts.length > 1 ? choiceField({ ...asks, choices: acts }, faults) : null,
    ...paperFields(step, typed, faults),
  ]
}

/** What stands on some papers only. */
function paperFields({ request, found }: StepRequest, typed: TypedArrival, faults: Faults): readonly (Markup | null)[] {
  const say = sayIntake(request.lang)
  const { hasEdition, hasBoxes } = wayOfCase(found)
  const edition = { name: 'edition', label: say('edition'), hint: say('edition-hint'), width: 'short' } as const
  const boxes = { name: 'boxes', label: say('boxes'), hint: say('boxes-hint'), kind: 'several' } as const
  const items = boxItems.map((value) => ({ value, label: say(`box-${value}`) }))
  return [
    hasEdition ? textField({ ...edition, value: typed.edition }, faults) : null,
    hasBoxes ? choiceField({ ...boxes, choices: items, chosen: typed.boxes }, faults) : null,
  ]
}

interface Under {
  readonly stack: Stack
  readonly faults: Faults
}

function whenFields({ request: { lang }, found }: StepRequest, typed: TypedArrival, faults: Faults): Markup {
  const say = sayIntake(lang)
  const date = dateField(
    {
      name: 'received',
      label: say('received'),
      hint: say('received-hint', { example: lang === 'en' ? '11 24 2026' : '24 11 2026' }),
      ...{ day: typed.day, month: typed.month, year: typed.year },
      words: { day: say('day'), month: say('month'), year: say('year') },
      order: lang === 'en' ? 'month-first' : 'day-first',
    },
    faults,
  )
  const hint = say('clock-hint', { zone: found.timeZone })
  return markup`${date}${textField({ name: 'clock', label: say('clock'), hint, value: typed.clock, width: 'short' }, faults)}`
}

function settingOf({ found }: StepRequest): { readonly zone: string; readonly now: Temporal.Instant } {
  return { zone: found.timeZone, now: Temporal.Now.instant() }
}

function typedOf(body: Type.Static<typeof Arrived>): TypedArrival {
  const { channel = '', clock = '', edition = '', boxes, acts } = body
  const { 'received-day': day = '', 'received-month': month = '', 'received-year': year = '' } = body
  return { channel, day, month, year, clock, edition, boxes: listOf(boxes), acts: listOf(acts) }
}
