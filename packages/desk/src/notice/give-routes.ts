/** Puts on record that a paper was given. */
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { referencePattern, type CaseRecord } from '../case/read-case.ts'
import { isBlank, momentShape, readMoment } from '../clock/moment-fields.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { isLanguageReason } from '../duty/languages.ts'
import { clockTime } from '../home/time.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { channels, formChoices, offersBeside, recordGiven, signatures, type Giving } from './give.ts'
import { readLanguages } from '../translation/translation.ts'
import { findNotice } from './make-notice.ts'
import type { TypedGiving } from './notice-page.ts'
import { factsOf, isPaperKind, paperRoles, type PaperKind } from './paper-kind.ts'
import { sendNotice } from './send-notice.ts'
import { sayNotice } from './words.ts'

const OfNotice = Type.Object({
  reference: Type.String({ pattern: referencePattern }),
  id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
})
const line = Type.Optional(Type.String({ maxLength: 100 }))
const Given = Type.Object({
  ...momentShape,
  channel: line,
  signature: line,
  interpreter: line,
  choice: line,
  offered: line,
  why: line,
})
const News = Type.Object({
  done: Type.Optional(Type.Union([Type.Literal('recorded'), Type.Literal('recorded-before')])),
  lang: Type.Optional(Type.String({ maxLength: 20 })),
})

/** Declares the routes. */
export function declareGiving(app: App, room: Room): void {
  const schema = { params: OfNotice }
  app.get('/cases/:reference/notices/:id', { schema: { ...schema, querystring: News } }, async (request, reply) => {
    return await sendNotice(room, request, reply, { ...request.params, news: request.query.done ?? null })
  })
  app.post('/cases/:reference/notices/:id/given', { schema: { ...schema, body: Given } }, async (request, reply) => {
    const { who } = requireSignedIn(request, paperRoles)
    const { reference, id } = request.params
    const found = await transaction(room.database, who, async (work) => ({
      ...(await findNotice(work, reference, id)),
      languages: (await readLanguages(work)).map(({ lang }) => lang),
    }))
    const read = readGiving(request.body, found, request.lang)
    if (read.giving === null)
      return await sendNotice(room, request, reply, { reference, id, faults: read.faults, typed: request.body })
    const isNew = await recordGiven(room.database, who, { reference, notice: id }, read.giving)
    if (isNew) room.nudge?.()
    const done = isNew ? 'recorded' : 'recorded-before'
    return await reply.redirect(href(`/cases/${reference}/notices/${id}`, { done }), 303)
  })
}

interface ReadGiving {
  readonly giving: Giving | null
  readonly faults: Faults
}

interface Found extends Awaited<ReturnType<typeof findNotice>> {
  readonly languages: readonly string[]
}

function readGiving(typed: TypedGiving, { record, row, languages }: Found, lang: string): ReadGiving {
  const say = sayNotice(lang)
  if (!isPaperKind(row.kind)) throw new Refusal('not-found')
  const isToPerson = row.recipient === 'person'
  const channel = channels.find((one) => one === typed.channel)
  const signature = isToPerson ? signatures.find((one) => one === typed.signature) : 'not-asked'
  const interpreter = isToPerson ? (['yes', 'no'] as const).find((one) => one === typed.interpreter) : 'no'
  const offered = offeredIn(typed, row.recipient, languages)
  const choice = choiceIn(typed, row.kind)
  const givenAt = readGivenAt(typed, record, lang)
  const faults = new Map<string, string>()
  const chosen = { channel, signature, offered, interpreter, choice }
  for (const name of ['channel', 'signature', 'offered', 'interpreter', 'choice'] as const)
    if (chosen[name] === undefined) faults.set(name, say('choose-one', { what: say(name) }))
  if (typeof givenAt === 'string') faults.set('month', givenAt)
  if (!channel || !signature || !interpreter || choice === undefined || offered === undefined)
    return { giving: null, faults }
  if (typeof givenAt === 'string') return { giving: null, faults }
  const { why: said = '' } = typed
  const why = isLanguageReason(said) ? said : null
  return {
    giving: { channel, signature, hadInterpreter: interpreter === 'yes', choice, offered, givenAt, why },
    faults,
  }
}

function offeredIn(
  { offered }: TypedGiving,
  recipient: string,
  languages: readonly string[],
): string | null | undefined {
  return recipient === 'person' ? [...languages, ...offersBeside].find((one) => one === offered) : null
}

function choiceIn({ choice }: TypedGiving, kind: PaperKind): Giving['choice'] | undefined {
  return factsOf(kind).hasChoice ? formChoices.find((one) => one === choice) : null
}

/** Reads when it was given: after the request came, and not later than now. Nothing typed is now; words say what is wrong. */
function readGivenAt(typed: TypedGiving, { timeZone, request }: CaseRecord, lang: string): Temporal.Instant | string {
  const now = Temporal.Now.instant()
  if (isBlank(typed)) return now
  const at = readMoment(typed, timeZone, lang)
  if (typeof at === 'string') return at
  if (Temporal.Instant.compare(at, now) > 0) return sayNotice(lang)('given-future')
  if (request === null || Temporal.Instant.compare(at, request.received_at) >= 0) return at
  return sayNotice(lang)('given-early', { when: clockTime(request.received_at, timeZone, lang) })
}
