/** The page of the law in use: since when, what is wrong with a later one, and who decides where it leaves a choice. */
import { markup, type Markup } from '@brightline/documents/html'
import { todayAt, type Stack } from '@brightline/engine'
import type { Library } from '@brightline/language'
import { printProblem } from '@brightline/wording'
import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { LawState } from '../case/law-in-use.ts'
import { callLaw, countLawReaders, type LawReaders } from '../case/law-readers.ts'
import { transaction, type Who } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { lawHref } from '../law-reader/law-address.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { noteEvent } from './note-event.ts'
import { factList, sendAdministration, type Exchange } from './page.ts'
import { wasDone } from './place-routes.ts'
import { sayAdministration } from './words.ts'
import { trailOf } from '../setup/place-list.ts'

/** Declares the routes. */
export function declareLawState(app: App, room: Room): void {
  const { database, law } = room
  app.get('/administration/law', async (request, reply) => await sendLaw({ room, request, reply }))
  app.post('/administration/law', async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    const { failed } = await law.reload()
    const kind = failed === null ? 'law-reloaded' : 'law-refused'
    await transaction(database, who, async (work) => {
      await callLaw(work)
      await noteEvent(work, who, kind)
    })
    return await reply.redirect(href('/administration/law', failed === null ? { done: 'yes' } : {}), 303)
  })
}

/** Gives the law of the agency today, and the day that it is there; null where its place has none that is sound. */
async function lawToday(
  { database, law }: Room,
  who: Who,
): Promise<{ readonly stack: Stack; readonly today: string } | null> {
  const query = async (): Promise<string> =>
    await transaction(
      database,
      who,
      async (work) => (await work.selectFrom('agencies').select('place').executeTakeFirstOrThrow()).place,
    )
  const [place, read] = [await query(), await law.all()]
  if (!read.isSound(place)) return null
  const today = todayAt(read.library, place, Temporal.Now.instant().toString())
  return { stack: read.stackAt(place, today), today }
}

async function sendLaw(exchange: Exchange): Promise<FastifyReply> {
  const { room, request } = exchange
  const { who, timeZone } = requireSignedIn(request, ['administrator'])
  const { lang } = request
  const say = sayAdministration(lang)
  const state = await room.law.state()
  const binding = await lawToday(room, who)
  const { library } = await room.law.all()
  const word = formWordField(frameOf(request))
  const readers = await transaction(room.database, who, countLawReaders)
  const body = markup`${stateOf(state, lang, timeZone)}${readersOf(readers, lang)}
<form method="post" action="${href('/administration/law')}">${word}<p class="section">${say('law-reload-lead')}</p><button>${say('law-reload')}</button></form>
${binding === null ? null : policyLine(binding, library, lang)}
<section class="section"><h2>${say('deciders')}</h2><p>${say('deciders-lead')} <a href="${href('/deciders')}">${say('deciders-go')}</a></p></section>`
  return await sendAdministration(exchange, { name: 'law', done: wasDone(request.url) ? say('done') : undefined, body })
}

/** Names the policy that binds, with the way to its law of today: one policy may stand since an earlier day. */
function policyLine(
  { stack: { place, policyHash }, today }: { readonly stack: Stack; readonly today: string },
  library: Library,
  lang: string,
): Markup {
  const name = trailOf(library, place, lang).join(' › ')
  const line = markup`<a href="${href(lawHref(place, today))}">${name}</a> <span class="mono soft">${policyHash.slice(0, 16)}</span>`
  return factList([[sayAdministration(lang)('policy-in-use'), line]])
}

function stateOf({ readAt, places, instruments, failed, folders }: LawState, lang: string, timeZone: string): Markup {
  const say = sayAdministration(lang)
  const since = say('law-since', { when: clockTime(readAt, timeZone, lang), places, instruments })
  const from = markup`<p class="soft">${say('law-folders')} <span class="mono">${folders.join(', ')}</span></p>`
  if (failed === null)
    return markup`<section class="section"><h2>${say('law-good')}</h2><p>${since}</p>${from}</section>`
  const isFirst = Temporal.Instant.compare(failed.at, readAt) <= 0
  const problems = failed.problems
    .slice(0, mostProblems)
    .map((problem) => markup`<li>${printProblem(problem, lang)}</li>`)
  return markup`<section class="section faults" role="alert"><h2>${say(isFirst ? 'law-first-failed' : 'law-failed')}</h2><p>${say('law-failed-when', { when: clockTime(failed.at, timeZone, lang) })}</p><ul class="mono">${problems}</ul></section>
<section class="section"><p>${since}</p>${from}</section>`
}

/** Says how the other server processes stand, where there are others or one of them failed. */
function readersOf({ processes, failed, behind }: LawReaders, lang: string): Markup | null {
  // A process alone has read what this page shows, whatever it has told of itself yet.
  if (processes <= 1 && failed === 0) return null
  const say = sayAdministration(lang)
  const words = say('law-readers', { processes, failed, behind })
  return failed === 0
    ? markup`<p>${words}</p>`
    : markup`<p class="note" role="alert">${words} ${say('law-readers-failed')}</p>`
}

const mostProblems = 20
