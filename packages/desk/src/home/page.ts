/** The home page: the heading is the news, then what is due, what waits, and what the reader started. */
import { markup, type Markup } from '@brightline/documents/html'
import { Temporal } from 'temporal-polyfill'
import type { SignedIn } from '../people/session.ts'
import { href } from '../screen/href.ts'
import type { Home } from './home.ts'
import { clockTime } from './time.ts'
import { sayHome } from './words.ts'

/** Who reads the page, and in which language. */
export interface Reader {
  readonly lang: string
  readonly signedIn: SignedIn
}

/** Says the news: what matters most now. */
function newsOf(home: Home, { lang, signedIn: { who, timeZone } }: Reader): string {
  const say = sayHome(lang)
  if (who.role === 'administrator') return say(home.people > 1 ? 'news-administrator' : 'news-set-up')
  const late = home.due.filter(({ dueAt }) => dueAt !== null && Temporal.Instant.compare(dueAt, home.now) < 0)
  if (late.length > 0) return say('news-late', { count: late.length })
  const next = home.due.find(({ dueAt }) => dueAt !== null)?.dueAt
  if (next === undefined || next === null) return say(who.role === 'auditor' ? 'news-auditor' : 'news-quiet')
  return say('news-due', { count: home.due.length, when: clockTime(next, timeZone, lang) })
}

/** Makes the main part. */
export function homeMain(home: Home, reader: Reader): Markup {
  const { lang, signedIn } = reader
  const head = markup`<p class="over">${clockTime(home.now, signedIn.timeZone, lang)}</p><h1>${newsOf(home, reader)}</h1>`
  if (signedIn.who.role === 'administrator') {
    return markup`${head}<p class="section"><a class="button" href="${href('/people')}">${sayHome(lang)('go-people')}</a></p>`
  }
  const arrived = markup`<p class="section"><a class="button" href="${href('/new')}">${sayHome(lang)('arrived')}</a></p>`
  const works = ['clerk', 'supervisor', 'counsel'].includes(signedIn.who.role)
  return markup`${head}${works ? arrived : null}${dueSection(home, reader)}${waitingSection(home, reader)}${startedSection(home, reader)}`
}

function dueSection({ due, now }: Home, { lang, signedIn: { timeZone } }: Reader): Markup {
  const say = sayHome(lang)
  const rows = due.map(({ rule, dueAt, reference }) => {
    const when = dueAt === null ? '' : clockTime(dueAt, timeZone, lang)
    const isLate = dueAt !== null && Temporal.Instant.compare(dueAt, now) < 0
    return [isLate ? say('late', { when }) : when, rule, reference ?? '']
  })
  return section({
    title: say('due-now'),
    columns: [say('due'), say('what'), say('request')],
    rows,
    empty: say('no-due'),
  })
}

function waitingSection({ waiting }: Home, { lang, signedIn: { timeZone } }: Reader): Markup {
  const say = sayHome(lang)
  const rows = waiting.map(({ reference, step, since }) => [reference, step, clockTime(since, timeZone, lang)])
  const columns = [say('request'), say('step'), say('since')]
  return section({ title: say('waiting'), columns, rows, empty: say('no-waiting') })
}

function startedSection({ started }: Home, { lang, signedIn: { timeZone } }: Reader): Markup {
  const say = sayHome(lang)
  const rows = started.map(({ reference, openedAt }) => [reference, clockTime(openedAt, timeZone, lang)])
  return section({ title: say('started'), columns: [say('request'), say('opened')], rows, empty: say('no-started') })
}

interface Section {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly empty: string
}

function section({ title, columns, rows, empty }: Section): Markup {
  if (rows.length === 0)
    return markup`<section class="section"><h2>${title}</h2><p class="quiet">${empty}</p></section>`
  const body = rows.map(([first = '', ...rest]) => {
    return markup`<tr><th scope="row">${first}</th>${rest.map((cell) => markup`<td>${cell}</td>`)}</tr>`
  })
  return markup`<section class="section"><h2>${title}</h2><table>
<thead><tr>${columns.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${body}</tbody></table></section>`
}
