/** The parts of an account that its user and her administrator both see: sessions and passkeys. */
import type { Temporal } from 'temporal-polyfill'
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { FastifyRequest } from 'fastify'
import { codeWords } from '../screen/code-words.ts'
import { clockTime } from '../home/time.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { rowsTable } from '../screen/rows.ts'
import { sayFrame } from '../screen/words.ts'
import { frameOf } from '../server/frame.ts'
import type { Account } from './account.ts'
import { sayAccount } from './account-words.ts'
import { requireSignedIn } from './require.ts'

/** Makes the list of sessions, each with a way to end it. */
export function sessionSection(request: FastifyRequest, { sessions }: Account, base: string): Markup {
  const { sessionId, timeZone } = requireSignedIn(request)
  const say = sayAccount(request.lang)
  // Several may have begun in one minute.
  const endWords = (number: number, started: Temporal.Instant): Markup =>
    markup`${say('end-session')}<span class="hidden">: ${number}, ${clockTime(started, timeZone, request.lang)}</span>`
  const rows = sessions.map(({ id, role, way, started, seen }, at) => [
    wayWords(way, request.lang),
    clockTime(started, timeZone, request.lang),
    clockTime(seen, timeZone, request.lang),
    sayFrame(request.lang)(role),
    id === sessionId
      ? markup`<b>${say('this-session')}</b>`
      : oneButton(request, {
          path: `${base}/sessions-end`,
          name: 'session',
          value: id,
          words: endWords(at + 1, started),
        }),
  ])
  // What ends or removes something says so itself, so its column needs no name.
  const columns = [say('way'), say('started'), say('seen'), say('as'), '']
  const table =
    rows.length === 0
      ? markup`<p class="quiet">${say('no-sessions')}</p>`
      : rowsTable({ caption: say('sessions'), columns, rows })
  const others = sessions.some(({ id }) => id !== sessionId)
    ? markup`<form method="post" action="${href(`${base}/sessions-end`)}">${formWordField(frameOf(request))}<button class="second">${say(sessions.some(({ id }) => id === sessionId) ? 'end-all' : 'end-each')}</button></form>`
    : null
  return markup`<section class="section"><h2>${say('sessions')}</h2>${table}${others}</section>`
}

/** The ways in which sessions begin. */
export const sessionWays = ['password', 'passkey', 'provider', 'link'] as const

/** Says in which way a session began. */
export function wayWords(way: string, lang: string): string {
  return codeWords(sessionWays, way, (known) => sayAccount(lang)(`way-${known}`), lang)
}

/** Makes the list of passkeys, each with a way to remove it. */
export function passkeyList(request: FastifyRequest, { passkeys }: Account, base: string): Markup {
  const { timeZone } = requireSignedIn(request)
  const say = sayAccount(request.lang)
  if (passkeys.length === 0) return markup`<p class="quiet">${say('no-passkeys')}</p>`
  const rows = passkeys.map(({ id, name, made, used }) => [
    name,
    clockTime(made, timeZone, request.lang),
    used === null ? say('never') : clockTime(used, timeZone, request.lang),
    oneButton(request, { path: `${base}/passkeys-remove`, name: 'passkey', value: id, words: say('remove') }),
  ])
  return rowsTable({
    caption: say('passkeys'),
    columns: [say('passkey-name'), say('made'), say('used'), ''],
    rows,
  })
}

interface OneButton {
  readonly path: string
  readonly name: string
  readonly value: string
  readonly words: string
}

/** Makes a form of one button. */
function oneButton(request: FastifyRequest, { path, name, value, words }: OneButton): Markup {
  return markup`<form method="post" action="${href(path)}">${formWordField(frameOf(request))}<button class="plain" name="${name}" value="${value}">${words}</button></form>`
}

/** Says what was just done, or nothing. */
export function doneNote(words: string | null): Markup | null {
  return words === null ? null : markup`<p class="note"${trusted(' role="status"')}>${words}</p>`
}
