/** Convictions by statute or name: compared with the tables of the law, and only what follows is kept. */
import { markup } from '@brightline/documents/html'
import type { Stack } from '@brightline/engine'
import type { Conviction } from '@brightline/language'
import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { dropAnswers, keepAnswers } from '../case/keep-answers.ts'
import { transaction } from '../database/transaction.ts'
import { takeStep } from '../intake/draft.ts'
import { stackToday } from '../intake/law.ts'
import { isShownAgain, openStep, sendStep, StepAddress, stepFields, wayOnOf, type StepRequest } from '../intake/step.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { answersFrom, derivedFactsOf } from './derive.ts'
import { convictionRows, whatCounts, derivedList } from './page.ts'
import { firstRows, isEmpty, mostRows, readConvictions, type TypedConviction } from './typed.ts'
import { sayConviction } from './words.ts'

const Convictions = Type.Object(
  { ...stepFields, do: Type.Optional(Type.String({ maxLength: 20 })) },
  { additionalProperties: Type.String({ maxLength: 200 }) },
)

/** Declares the routes. */
export function declareConviction(app: App, room: Room): void {
  const path = '/cases/:reference/convictions'
  app.get(path, { schema: { params: StepAddress } }, async (request, reply) => {
    return await sendRows(await openStep(room, request, reply, request.params.reference), {})
  })
  app.post(path, { schema: { params: StepAddress, body: Convictions } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    const typed = typedIn(request.body)
    if (isShownAgain(request.body)) return await sendRows(step, { typed })
    if (request.body.do === 'more') return await sendRows(step, { typed, rows: typed.length + firstRows })
    return await take(step, typed, { isNone: request.body.do === 'none', seen: Number(request.body.seen ?? '0') })
  })
  app.get(`${path}/result`, { schema: { params: StepAddress } }, async (request, reply) => {
    return await sendResult(await openStep(room, request, reply, request.params.reference))
  })
}

async function take(
  step: StepRequest,
  typed: readonly TypedConviction[],
  { isNone, seen }: { readonly isNone: boolean; readonly seen: number },
): Promise<FastifyReply> {
  const { room, request, reply, signedIn, found } = step
  const say = sayConviction(request.lang)
  const filled = typed.filter((row) => !isEmpty(row))
  if (isNone !== (filled.length === 0)) {
    const fault = new Map([[`offence-0`, say('list-missing')]])
    return await sendRows(step, { typed, faults: fault })
  }
  const today = Temporal.Now.plainDateISO(found.timeZone).toString()
  const stack = await stackToday(room, signedIn.who)
  const { convictions, faults } = readConvictions(filled, { place: stack.place, today })
  if (faults.length > 0) {
    const shown = faults.map(({ at, key }) => {
      return [`${key === 'offence-missing' ? 'offence' : 'date'}-${at}`, say(key, { number: at + 1 })] as const
    })
    return await sendRows(step, { typed: filled, faults: new Map(shown) })
  }
  if (!(await keep(step, { stack, convictions, today }, seen)))
    return await sendRows(step, { typed: filled, isStale: true })
  return await reply.redirect(href(`/cases/${found.reference}/convictions/result`), 303)
}

interface Read {
  readonly stack: Stack
  readonly convictions: readonly Conviction[]
  readonly today: string
}

/** Keeps what follows from convictions, and nothing else of them. */
async function keep(step: StepRequest, { stack, convictions, today }: Read, seen: number): Promise<boolean> {
  const {
    room,
    signedIn: { who },
    found,
  } = step
  const { answers, asked } = answersFrom(stack, convictions, today)
  return await transaction(room.database, who, async (work) => {
    if (!(await takeStep(work, who, found, { seen, step: 'questions' }))) return false
    await keepAnswers({ work, who, stack }, found, answers)
    // What an empty list had answered, or a clerk before the list was changed.
    await dropAnswers(
      work,
      found.id,
      asked.filter((fact) => found.answers.get(fact)?.value !== 'yes'),
    )
    return true
  })
}

interface Shown {
  readonly typed?: readonly TypedConviction[]
  readonly rows?: number
  readonly faults?: Faults
  readonly isStale?: boolean
}

async function sendRows(step: StepRequest, { typed = [], rows = firstRows, ...shown }: Shown): Promise<FastifyReply> {
  const { room, request, signedIn, found } = step
  const say = sayConviction(request.lang)
  const stack = await stackToday(room, signedIn.who)
  const path = `/cases/${found.reference}/convictions`
  const isRead = derivedFactsOf(stack).length > 0
  const most = Math.min(rows, mostRows)
  const buttons = markup`<button name="do" value="compare">${say('compare')}</button> <button class="second" name="do" value="none">${say('none')}</button>
${most < mostRows ? markup`<button class="plain" name="do" value="more">${say('more')}</button>` : null}`
  return await sendStep(step, {
    title: say('title'),
    lead: isRead ? say('lead') : say('not-read'),
    path,
    back: `/cases/${found.reference}/evidence`,
    fields: isRead
      ? [
          whatCounts(stack, request.lang),
          ...convictionRows(request.lang, { typed, rows: most }, shown.faults ?? new Map()),
        ]
      : [],
    // Where nothing is asked, the way goes on without an entry.
    buttons: isRead ? buttons : markup`<a class="button" href="${href(await wayOnOf(step))}">${say('go-on')}</a>`,
    ...shown,
  })
}

async function sendResult(step: StepRequest): Promise<FastifyReply> {
  const { room, request, reply, signedIn, found } = step
  const say = sayConviction(request.lang)
  const stack = await stackToday(room, signedIn.who)
  const base = `/cases/${found.reference}`
  const main = markup`<p class="back"><a href="${href(`${base}/convictions`)}">${say('again')}</a></p>
<h1>${say('result-title')}</h1><p class="lead">${say('result-lead')}</p>
<section class="section">${derivedList(stack, found, request.lang)}</section>
${derivedFactsOf(stack).some(({ name }) => found.answers.get(name)?.value === null) ? markup`<div class="note"><p>${say('open-lead')}</p></div>` : null}
<p class="section"><a class="button" href="${href(await wayOnOf(step))}">${say('go-on')}</a></p>`
  return await sendPage(request, reply, { title: say('result-title'), main })
}

/** Reads the rows of a form, however many it has up to the most. */
function typedIn(body: Readonly<Record<string, unknown>>): readonly TypedConviction[] {
  const valueOf = (name: string): string => {
    const value = body[name]
    return typeof value === 'string' ? value : ''
  }
  const rows = Array.from({ length: mostRows }, (_, at) => ({
    offence: valueOf(`offence-${at}`),
    level: valueOf(`level-${at}`),
    day: valueOf(`date-${at}-day`),
    month: valueOf(`date-${at}-month`),
    year: valueOf(`date-${at}-year`),
    court: valueOf(`court-${at}`),
  }))
  return rows.slice(0, rows.findLastIndex((row) => !isEmpty(row)) + 1)
}
