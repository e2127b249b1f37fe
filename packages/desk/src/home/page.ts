/** The home page: the heading is the news, then what is due, what waits, and what the reader started. */
import { markup, type Markup } from '@brightline/documents/html'
import type { SignedIn } from '../people/session.ts'
import { href } from '../screen/href.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import type { Home, Waiting } from './home.ts'
import { dueSection } from './due-section.ts'
import { startedSection, type Voice } from './started-section.ts'
import { agoWords, clockTime } from './time.ts'
import { sayHome, type HomeKey } from './words.ts'

/** Who reads the page, in which language, and how acts and forms are called. */
export interface Reader extends Voice {
  readonly signedIn: SignedIn
  /** Something is wrong with the law that was read last. */
  readonly isLawBroken: boolean
}

/** Makes the main part. What comes first follows from the role. */
export function homeMain(home: Home, reader: Reader): Markup {
  const { lang, signedIn } = reader
  const { role } = signedIn.who
  const head = markup`<div class="news"><div><p class="over">${clockTime(home.now, signedIn.timeZone, lang)}</p><h1>${newsOf(home, reader)}</h1></div>${wayOf(home, reader)}</div>`
  switch (role) {
    case 'administrator':
      return markup`${head}${numbers(home, lang, ['people'])}`
    case 'auditor':
      return markup`${head}${numbers(home, lang, ['requests', 'decisions', 'openings'])}${dueSection(home, reader)}`
    case 'records-officer':
      return markup`${head}${numbers(home, lang, ['requests', 'decisions'])}${dueSection(home, reader)}`
    case 'supervisor':
    case 'counsel':
      return markup`${head}${waitingSection(home, reader)}${dueSection(home, reader)}`
    case 'clerk':
      return markup`${head}${dueSection(home, reader)}${waitingSection(home, reader)}${startedSection(home, reader)}`
  }
}

/** Says the news: what matters most now. */
function newsOf(
  { counts, due, waiting, isClockAhead }: Home,
  { lang, signedIn: { who, timeZone }, isLawBroken }: Reader,
): string {
  const say = sayHome(lang)
  if (isClockAhead) return say('news-clock')
  if (who.role === 'administrator')
    return isLawBroken ? say('news-law') : say(counts.people > 1 ? 'news-administrator' : 'news-set-up')
  const confirm = confirmNews(waiting, lang)
  const next = due.find(({ dueAt }) => dueAt !== null)?.dueAt
  const pressing = [
    ...(counts.late > 0 ? [say('news-late', { count: counts.late })] : []),
    ...(counts.atOnce > 0 ? [say('news-at-once', { count: counts.atOnce })] : []),
  ]
  const open = counts.due - counts.late
  if (pressing.length > 0) {
    const more = open > 0 ? [say('news-open', { count: open })] : []
    return [...pressing, ...more, ...confirm].join(' ')
  }
  if (next === undefined || next === null)
    return confirm.length > 0 ? confirm.join(' ') : say(who.role === 'auditor' ? 'news-auditor' : 'news-quiet')
  return [say('news-due', { count: counts.due, when: clockTime(next, timeZone, lang) }), ...confirm].join(' ')
}

/** Says what waits for a second person: decisions, and closings of requests. */
function confirmNews(waiting: Home['waiting'], lang: string): readonly string[] {
  return (
    [
      ['confirm', 'news-confirm'],
      ['close', 'news-close'],
    ] as const
  ).flatMap(([wanted, key]) => {
    const count = waiting.filter(({ why }) => why === wanted).length
    return count === 0 ? [] : [sayHome(lang)(key, { count })]
  })
}

/** The one button of a role. */
function wayOf({ counts, isClockAhead }: Home, { lang, signedIn: { who } }: Reader): Markup {
  const way = (key: HomeKey, path: string): Markup =>
    markup`<a class="button large" href="${href(path)}">${sayHome(lang)(key)}</a>`
  switch (who.role) {
    case 'clerk':
    case 'supervisor':
    case 'counsel':
      return way('go-new', '/new')
    case 'records-officer':
      return way('go-reports', '/reports')
    case 'auditor':
      return way('go-audit', '/audit')
    case 'administrator':
      if (isClockAhead) return way('go-clock', '/administration/clock')
      return counts.people > 1 ? way('go-administration', '/administration') : way('go-people', '/people')
  }
}

function numbers(
  { counts }: Home,
  lang: string,
  names: readonly ('people' | 'requests' | 'decisions' | 'openings')[],
): Markup {
  const say = sayHome(lang)
  return markup`<section class="section"><h2>${say('on-record')}</h2><table class="rail"><tbody>${names.map(
    (name) => markup`<tr><th scope="row">${say(`number-${name}`)}</th><td>${counts[name]}</td></tr>`,
  )}</tbody></table></section>`
}

function waitingSection({ waiting, now }: Home, reader: Reader): Markup {
  const { lang, signedIn } = reader
  const say = sayHome(lang)
  if (waiting.length === 0)
    return markup`<section class="section"><h2>${say('waiting')}</h2><p class="quiet">${say('no-waiting')}</p></section>`
  const rows = waiting.map((one) => {
    const { reference, form, since } = one
    const formWords = form === null ? '' : sentenceCase(reader.form(form), lang)
    return markup`<tr><th scope="row"><a href="${href(wayTo(one))}">${reference}</a><br><span class="soft">${formWords}</span></th><td>${say(`wait-${one.why}`)}</td><td data-column="${say('since')}">${clockTime(since, signedIn.timeZone, lang)}<br><span class="soft">${agoWords(since, now, lang)}</span></td></tr>`
  })
  return markup`<section class="section"><h2>${say('waiting')}</h2><table class="rail">
<thead><tr><th scope="col">${say('request')}</th><th scope="col">${say('step')}</th><th scope="col">${say('since')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

function wayTo({ reference, why }: Waiting): string {
  if (why === 'close') return `/cases/${reference}/closing`
  return why === 'draft' ? `/cases/${reference}/questions` : `/cases/${reference}`
}
