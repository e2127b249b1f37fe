/** The page of who a request is about. It may be left empty; what is entered is sealed, and opened for a reason on record. */
import { markup, type Markup } from '@brightline/documents/html'
import { dayWords } from '@brightline/wording'
import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { choiceField } from '../screen/choices.ts'
import { listField, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import type { CaseOfDesk } from '../vault/case-key.ts'
import { changeIdentity, openIdentity } from '../vault/vault.ts'
import { editionNote } from './edition-fit.ts'
import { entryLeft, takeStep } from './draft.ts'
import {
  lineFields,
  mergeIdentity,
  personFaults,
  saysAnything,
  spokenLanguages,
  tidyLine,
  valuesOf,
  type PersonField,
  type TypedPerson,
} from './person.ts'
import { keptUntil, wasDestroyed } from './retention.ts'
import {
  isShownAgain,
  listOf,
  openStep,
  sendStep,
  skipLink,
  StepAddress,
  stepFields,
  type StepRequest,
} from './step.ts'
import { sayIntake } from './words.ts'

const line = Type.Optional(Type.String({ maxLength: 1_000 }))
const Person = Type.Object({
  ...stepFields,
  name: line,
  'booking-number': line,
  attorney: line,
  designee: line,
  language: line,
  clear: Type.Optional(
    Type.Union([Type.String({ maxLength: 40 }), Type.Array(Type.String({ maxLength: 40 }), { maxItems: 5 })]),
  ),
})

/** Declares the routes. */
export function declarePerson(app: App, room: Room): void {
  const path = '/cases/:reference/person'
  app.get(path, { schema: { params: StepAddress } }, async (request, reply) => {
    return await sendPerson(await openStep(room, request, reply, request.params.reference))
  })
  app.post(`${path}/open`, { schema: { params: StepAddress } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    const opened = await openIdentity(room, step.signedIn.who, caseOf(step), 'correct-identity')
    if (opened.kind !== 'open') return await sendPerson(step, { isGone: true })
    return await sendPerson(step, { values: valuesOf(opened.identity), isOpened: true })
  })
  app.post(path, { schema: { params: StepAddress, body: Person } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    const typed = typedOf(request.body)
    if (isShownAgain(request.body)) return await sendPerson(step, { values: typed.values })
    const say = sayIntake(request.lang)
    const faults: Faults = new Map([...personFaults(typed)].map(([field, key]) => [field, say(key)]))
    if (faults.size > 0) return await sendPerson(step, { values: typed.values, faults })
    const kept = await keepPerson(step, typed, Number(request.body.seen ?? '0'))
    if (kept === 'stale') return await sendPerson(step, { values: typed.values, isStale: true })
    if (kept === 'gone') return await sendPerson(step, { isGone: true })
    return await reply.redirect(href(afterPerson(step)), 303)
  })
}

async function keepPerson(step: StepRequest, typed: TypedPerson, seen: number): Promise<'kept' | 'stale' | 'gone'> {
  const {
    room,
    signedIn: { who },
    found,
  } = step
  const isTaken = await transaction(room.database, who, async (work) => {
    if (!(await takeStep(work, who, found, { seen, step: 'papers' }))) return false
    const stamp = { identity_at: Temporal.Now.instant().toString() }
    if (saysAnything(typed)) await work.updateTable('cases').set(stamp).where('id', '=', found.id).execute()
    return true
  })
  if (!isTaken) return 'stale'
  if (!saysAnything(typed)) return 'kept'
  const reason = found.identityAt === null ? 'enter-identity' : 'correct-identity'
  const change = { reason, change: (before) => mergeIdentity(before, typed) } satisfies Parameters<
    typeof changeIdentity
  >[3]
  const changed = await changeIdentity(room, who, caseOf(step), change)
  if (changed === 'changed') return 'kept'
  return changed === 'changed-meanwhile' ? 'stale' : 'gone'
}

/** The papers come next; where the entering is over, it is the request itself. */
function afterPerson({ found }: StepRequest): string {
  const path = `/cases/${found.reference}`
  return entryLeft(found) === null ? path : `${path}/papers`
}

interface Shown {
  readonly values?: ReadonlyMap<PersonField, string>
  readonly faults?: Faults
  readonly isStale?: boolean
  readonly isOpened?: boolean
  readonly isGone?: boolean
}

async function sendPerson(step: StepRequest, shown: Shown = {}): Promise<FastifyReply> {
  const { request, found } = step
  const { values = new Map(), faults = new Map(), isStale = false } = shown
  const say = sayIntake(request.lang)
  const base = `/cases/${found.reference}`
  const [until, isDestroyed] = await transaction(
    step.room.database,
    step.signedIn.who,
    async (work) => [await keptUntil(work, found), await wasDestroyed(work, found)] as const,
  )
  const isGone = shown.isGone === true || isDestroyed
  const day = dayWords(until.toString(), request.lang)
  return await sendStep(step, {
    title: say('person-title'),
    lead: isGone ? say('person-gone') : say('person-lead', { day }),
    path: `${base}/person`,
    back: `${base}/arrival`,
    before: editionNote(found, request.lang, true),
    fields: isGone ? null : personFields(step, { ...shown, values }, faults),
    buttons: isGone
      ? skipLink(request.lang, afterPerson(step))
      : markup`<button>${say('save')}</button> ${skipLink(request.lang, afterPerson(step))}`,
    faults,
    isStale,
    after: shown.isOpened === true || found.identityAt === null || isGone ? null : openForm(step),
  })
}

function personFields(
  { request: { lang }, found }: StepRequest,
  shown: Shown,
  faults: Faults,
): readonly (Markup | null)[] {
  const say = sayIntake(lang)
  const valueOf = (field: PersonField): string => shown.values?.get(field) ?? ''
  const hints = new Map<string, string>([
    ['attorney', say('attorney-hint')],
    ['designee', say('designee-hint')],
  ])
  const lines = lineFields.map((name) => {
    const hint = hints.get(name)
    return textField({ name, label: say(name), value: valueOf(name), ...(hint === undefined ? {} : { hint }) }, faults)
  })
  const options = [
    { value: '', name: say('language-none') },
    ...spokenLanguages.map((one) => ({ ...one, lang: one.value })),
  ]
  const fields = [...lineFields, 'language' as const]
  const clear = fields.map((value) => ({ value, label: say('person-clear', { field: say(value) }) }))
  return [
    shown.isOpened === true
      ? markup`<p class="note" role="status">${say('person-opened')}</p>`
      : sealedNote(lang, found),
    ...lines,
    listField({ name: 'language', label: say('language'), value: valueOf('language'), options }, faults),
    shown.isOpened === true
      ? choiceField(
          { name: 'clear', label: say('person-clear', { field: '' }), choices: clear, chosen: [], kind: 'several' },
          faults,
        )
      : null,
  ]
}

function sealedNote(lang: string, { identityAt, timeZone }: StepRequest['found']): Markup | null {
  if (identityAt === null) return null
  return markup`<div class="note"><p>${sayIntake(lang)('person-sealed', { when: clockTime(identityAt, timeZone, lang) })}</p></div>`
}

function openForm({ request, found }: StepRequest): Markup {
  const words = sayIntake(request.lang)('person-open')
  return markup`<form class="section" method="post" action="${href(`/cases/${found.reference}/person/open`)}">${formWordField(frameOf(request))}<button class="second">${words}</button></form>`
}

function caseOf({ found }: StepRequest): CaseOfDesk {
  return { agency: found.agency, desk: found.desk, caseId: found.id }
}

function typedOf(body: Type.Static<typeof Person>): TypedPerson {
  const values = new Map<PersonField, string>(lineFields.map((field) => [field, tidyLine(body[field] ?? '')]))
  values.set('language', (body.language ?? '').trim())
  return { values, cleared: listOf(body.clear) }
}
