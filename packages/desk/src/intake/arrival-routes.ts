/** The page of when and how something came. */
import type { Stack } from '@brightline/engine'
import { dayWords, namesOf } from '@brightline/wording'
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { digestOf } from '../upload/paper-digest.ts'
import { choiceField, type ChoiceField } from '../screen/choices.ts'
import { dayExample, dayField, noDay, typedDay } from '../screen/day-field.ts'
import { textField, type Faults, type TextField } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { App, Room } from '../server/room.ts'
import { clockTime } from '../home/time.ts'
import {
  caseOfPaper,
  keepArrival,
  readArrival,
  typedAtFirst,
  wayOfCase,
  type Arrival,
  type ArrivalFault,
  type TypedArrival,
} from './arrival.ts'
import { askedActs, type AskedActs } from './asked-acts.ts'
import { numberFields, sameField } from './same-request-fields.ts'
import { findFirst, hasNumber, keepAsCopy, readPaper, type First, type TypedPaper } from './same-request.ts'
import { doorNote } from './door-note.ts'
import { takeStep } from './draft.ts'
import { stackToday } from './law.ts'
import { isShownAgain, listOf, openStep, sendStep, StepAddress, stepFields, type StepRequest } from './step.ts'
import { boxItems, channels } from './way.ts'
import { sayIntake } from './words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { zoneName } from '../screen/zone-name.ts'

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
  'paper-number': short,
  edition: short,
  boxes: several,
  acts: several,
  number: short,
  'dated-day': short,
  'dated-month': short,
  'dated-year': short,
  same: short,
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
    const { arrival, faults } = readArrival(typed, settingOf(step), actsOf(step, stack))
    const paper = paperOf(request.body)
    const read = hasNumber(step.found) ? readPaper(paper, step.found) : { words: null }
    const wrong: readonly PaperFault[] = typeof read === 'string' ? [read] : []
    if (arrival === null || typeof read === 'string')
      return await sendArrival(step, { typed, faults, paper, paperFaults: wrong })
    const seen = Number(request.body.seen ?? '0')
    const kept = await keep(step, { arrival, stack, seen, words: read.words, same: paper.same })
    if (kept === 'stale') return await sendArrival(step, { typed, paper, isStale: true })
    if (kept === 'kept') return await reply.redirect(href(`/cases/${step.found.reference}/person`), 303)
    if ('taken' in kept) {
      const clash = { field: 'paper', key: 'paper-taken', values: { reference: kept.taken } } as const
      return await sendArrival(step, { typed, paper, faults: [clash] })
    }
    if (paper.same === 'copy')
      return await reply.redirect(href(`/cases/${kept.reference}/papers`, { said: 'copy' }), 303)
    return await sendArrival(step, { typed, paper, first: kept })
  })
}

interface Keeping {
  readonly arrival: Arrival
  readonly stack: Stack
  readonly seen: number
  /** What the digest is made of; none where nothing was typed off the paper. */
  readonly words: string | null
  readonly same: string
}

/** Keeps when and how it came; or gives the same request that came before, as whose copy it is kept where that was said. */
async function keep(
  { room, signedIn: { who }, found }: StepRequest,
  { arrival, stack, seen, words, same }: Keeping,
): Promise<'kept' | 'stale' | First | { readonly taken: string }> {
  const hash = words === null ? null : await digestOf(room, who, Buffer.from(words), 'request')
  return await transaction(room.database, who, async (work) => {
    const first = hash === null || same === 'other' ? null : await findFirst(work, found, hash)
    if (first !== null)
      return same !== 'copy' || (await keepAsCopy({ work, who, seen }, found, first)) ? first : 'stale'
    // Whoever enters the same number at the same time waits, and is told of the first.
    await sql`select pg_advisory_xact_lock(hashtext(${`paper ${found.desk}`}))`.execute(work)
    const taken = await caseOfPaper(work, found, arrival)
    if (taken !== null) return { taken }
    if (!(await takeStep(work, who, found, { seen, step: 'person', isSame: isAsBefore(found, arrival) })))
      return 'stale'
    await keepArrival({ work, who, stack }, found, arrival, hash)
    return 'kept'
  })
}

/** Tells if the time and the acts, which answers are made of, are those on record: only how it came was corrected. */
function isAsBefore({ request }: StepRequest['found'], { receivedAt, acts }: Arrival): boolean {
  if (request === null || !request.received_at.equals(receivedAt.toInstant())) return false
  return acts.length === request.acts.length && acts.every((act) => request.acts.includes(act))
}

type PaperFault = 'dated-wrong' | 'number-missing'

interface Shown {
  readonly paper?: TypedPaper
  readonly paperFaults?: readonly PaperFault[]
  /** The same request that came before. */
  readonly first?: First
  readonly typed: TypedArrival
  readonly faults?: readonly ArrivalFault[]
  readonly isStale?: boolean
}

async function sendArrival(
  step: StepRequest,
  { typed, faults = [], isStale = false, paper = noPaper, paperFaults = [], first }: Shown,
): Promise<FastifyReply> {
  const { request, found, signedIn } = step
  const say = sayIntake(request.lang)
  const stack = await stackToday(step.room, signedIn.who)
  const at = settingOf(step).now.toZonedDateTimeISO(found.timeZone)
  const now = clockTime(at.toInstant(), found.timeZone, request.lang)
  const yesterday = dayWords(at.toPlainDate().subtract({ days: 1 }).toString(), request.lang)
  const nameOf = (field: ArrivalFault['field']): string => (field === 'paper' ? 'paper-number' : field)
  const shown: Faults = new Map([
    ...faults.map(({ field, key, values }) => [nameOf(field), say(key, { now, yesterday, ...values })] as const),
    ...paperFaults.map((key) => [key === 'dated-wrong' ? 'dated' : 'number', say(key)] as const),
    ...(first === undefined ? [] : [['same', say('same-missing', { reference: first.reference })] as const]),
  ])
  return await sendStep(step, {
    title: say('arrival-title'),
    lead: say('arrival-lead'),
    path: `/cases/${found.reference}/arrival`,
    back: `/cases/${found.reference}/way`,
    before: doorNote(found, request.lang),
    fields: [
      first === undefined ? null : sameField(step, first, shown),
      ...fieldsOf(step, typed, { stack, faults: shown }),
      seldomFields(step, { typed, paper, faults: shown }),
    ],
    faults: shown,
    isStale,
  })
}

function fieldsOf(step: StepRequest, typed: TypedArrival, { stack, faults }: Under): readonly (Markup | null)[] {
  const { lang } = step.request
  const say = sayIntake(lang)
  const channel = { name: 'channel', label: say('channel'), chosen: [typed.channel], kind: 'one' } as const
  const ways = channels.map((value) => ({ value, label: say(`channel-${value}`) }))
  return [
    whenFields(step, typed, faults),
    choiceField({ ...channel, choices: ways }, faults),
    actsField(step, typed, { stack, faults }),
    ...paperFields(step, typed, faults),
  ]
}

/** What few requests need, behind a line: it is open where something stands in it. */
function seldomFields(
  { request: { lang }, found }: StepRequest,
  { typed, paper, faults }: { readonly typed: TypedArrival; readonly paper: TypedPaper; readonly faults: Faults },
): Markup {
  const say = sayIntake(lang)
  const isTyped = [typed.paper, paper.number, paper.day, paper.month, paper.year].some((text) => text !== '')
  const isWrong = ['paper-number', 'dated', 'number'].some((name) => faults.has(name))
  return markup`<details class="section"${isTyped || isWrong ? trusted(' open') : null}><summary>${say('seldom')}</summary>
${textField({ ...numberField(say), value: typed.paper }, faults)}${hasNumber(found) ? numberFields(lang, paper, faults) : null}</details>`
}

/** What is asked: what fits first, and the rest behind a line. */
function actsField(step: StepRequest, typed: TypedArrival, under: Under): Markup | null {
  const { lang } = step.request
  const say = sayIntake(lang)
  const names = namesOf(under.stack, lang)
  const { fitting, others, mustSay } = actsOf(step, under.stack)
  const choicesOf = (acts: readonly string[]): ChoiceField['choices'] =>
    acts.map((value) => ({ value, label: sentenceCase(names.act(value), lang) }))
  if (fitting.length + others.length < 2) return null
  const asks = { name: 'acts', label: say('acts'), chosen: typed.acts, kind: 'several' } as const
  const more = { title: say('acts-more'), choices: choicesOf(others) }
  const hint = say(mustSay ? 'acts-must-hint' : 'acts-hint')
  return choiceField({ ...asks, hint, choices: choicesOf(fitting), more }, under.faults)
}

/** The number of a receipt that was filled in by hand while the desk was away. */
function numberField(say: ReturnType<typeof sayIntake>): Pick<TextField, 'name' | 'label' | 'hint' | 'width'> {
  return { name: 'paper-number', label: say('paper-number'), hint: say('paper-hint'), width: 'short' }
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
  const { day, month, year } = typed
  const asked = say('received-hint', { example: dayExample('2026-11-24', lang) })
  const date = dayField({ name: 'received', label: say('received'), hint: asked, day, month, year }, { faults, lang })
  const hint = say('clock-hint', { zone: zoneName(found.timeZone, lang) })
  return markup`${date}${textField({ name: 'clock', label: say('clock'), hint, value: typed.clock, width: 'short' }, faults)}`
}

function actsOf({ found }: StepRequest, stack: Stack): AskedActs {
  return askedActs(stack, wayOfCase(found), found.agencyKind)
}

function settingOf({ found }: StepRequest): { readonly zone: string; readonly now: Temporal.Instant } {
  return { zone: found.timeZone, now: Temporal.Now.instant() }
}

function typedOf(body: Type.Static<typeof Arrived>): TypedArrival {
  const { channel = '', clock = '', edition = '', 'paper-number': paper = '', boxes, acts } = body
  return { ...typedDay(body, 'received'), channel, clock, paper, edition, boxes: listOf(boxes), acts: listOf(acts) }
}

const noPaper: TypedPaper = { number: '', ...noDay, same: '' }

function paperOf(body: Type.Static<typeof Arrived>): TypedPaper {
  const { number = '', same = '' } = body
  return { number, ...typedDay(body, 'dated'), same }
}
