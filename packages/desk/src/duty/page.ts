/** The list of duties: the heading is the news, then the filters as links, then what is due, the overdue first. */
import { markup, type Markup } from '@brightline/documents/html'
import { textIn } from '@brightline/language'
import type { Temporal } from 'temporal-polyfill'
import { lengthWords, untilWords } from '../clock/how-long.ts'
import { sayClock, type ClockKey } from '../clock/words.ts'
import { clockTime } from '../home/time.ts'
import { href } from '../screen/href.ts'
import { rowsTable } from '../screen/rows.ts'
import type { DutyFilter, DutyList, ListedDuty } from './list-duties.ts'
import { halfDoneWords } from './languages.ts'
import { sentenceCase } from '../screen/sentence-case.ts'

/** Who reads, in which language and zone, and what events are called. */
export interface DutyReader {
  readonly lang: string
  readonly timeZone: string
  readonly eventName: (event: string) => string
  /** The reader sees several desks. */
  readonly isOverDesks: boolean
  /** The reader may record duties as done. */
  readonly mayRecord: boolean
}

/** A list that has an address, and its filter. */
interface NamedFilter {
  readonly name: string
  readonly words: ClockKey
  readonly filter: DutyFilter
}

const most = 100

/** The lists that have addresses. */
export const namedFilters: readonly NamedFilter[] = [
  { name: 'open', words: 'show-all', filter: { state: 'open', within: null, of: null, most } },
  { name: 'late', words: 'show-late', filter: { state: 'open', within: 'late', of: null, most } },
  { name: 'soon', words: 'show-soon', filter: { state: 'open', within: 12, of: null, most } },
  { name: 'agency', words: 'show-agency', filter: { state: 'open', within: null, of: 'agency', most } },
  { name: 'done', words: 'show-done', filter: { state: 'discharged', within: null, of: null, most } },
]

/** Says the news of a list. */
export function dutyNews({ duties, total, late, now }: DutyList, filter: DutyFilter, lang: string): string {
  const say = sayClock(lang)
  if (filter.state === 'discharged')
    return say(total > duties.length ? 'news-done-last' : 'news-done', { count: duties.length })
  if (late > 0) return say('news-late', { count: late })
  if (total === 0) return filter.within === null ? say('news-none') : say('news-none-within', { hours: 12 })
  const next = duties.find(({ dueAt }) => dueAt !== null)?.dueAt
  const open = say('news-open', { count: total })
  return next === undefined || next === null
    ? open
    : `${open} ${say('news-next', { when: untilWords(now, next, { say, lang }) })}`
}

/** Makes the main part. */
export function dutiesMain(list: DutyList, chosen: NamedFilter, reader: DutyReader): Markup {
  const say = sayClock(reader.lang)
  const links = namedFilters.map(({ name, words }) => {
    const current = name === chosen.name ? markup` aria-current="true"` : null
    return markup`<li><a href="${href('/duties', name === 'open' ? {} : { show: name })}"${current}>${say(words)}</a></li>`
  })
  return markup`<p class="over">${clockTime(list.now, reader.timeZone, reader.lang)}</p>
<h1>${dutyNews(list, chosen.filter, reader.lang)}</h1>
${setBackNote(list, reader.lang)}
<nav class="filters" aria-label="${say('filters')}"><ul>${links}</ul></nav>
${dutyTable(list, reader)}
${chosen.filter.state === 'open' && list.total > list.duties.length ? markup`<p class="soft">${say('more-rows', { shown: list.duties.length, total: list.total })}</p>` : null}
<p class="section"><a href="${href('/hand-over')}">${say('hand-over')}</a> · <a href="${href('/calendar')}">${say('calendar')}</a></p>`
}

function setBackNote({ setBackSeconds }: DutyList, lang: string): Markup | null {
  if (setBackSeconds < 60) return null
  const say = sayClock(lang)
  const time = lengthWords(setBackSeconds, lang)
  return markup`<div class="note" role="status"><p><b>${say('clock-back', { time })}</b> ${say('clock-back-next')}</p></div>`
}

/** Makes the table of a list; null where it is empty, since the heading said so. */
export function dutyTable({ duties, now }: DutyList, reader: DutyReader): Markup | null {
  if (duties.length === 0) return null
  const say = sayClock(reader.lang)
  const columns = [say('when'), say('what'), say('of'), ...(reader.isOverDesks ? [say('desk')] : [])]
  const rows = duties.map((duty) => [
    whenCell(duty, now, reader),
    whatCell(duty, reader),
    duty.reference === null ? say('of-agency') : caseLink(duty.reference),
    ...(reader.isOverDesks ? [duty.desk ?? ''] : []),
  ])
  return rowsTable({ caption: say('duties'), columns, rows })
}

/** Links to a case by its reference. */
export function caseLink(reference: string): Markup {
  return markup`<a class="mono" href="${href(`/cases/${reference}`)}">${reference}</a>`
}

function whenCell(duty: ListedDuty, now: Temporal.Instant, { lang, timeZone, eventName }: DutyReader): Markup {
  const say = sayClock(lang)
  if (duty.state !== 'open')
    return markup`${duty.dischargedAt === null ? '' : clockTime(duty.dischargedAt, timeZone, lang)}`
  const told = noteOf(duty, { timeZone, lang })
  if (duty.dueAt === null) return markup`<b>${timelessWords(duty, { lang, eventName })}</b>${told}`
  const until = untilWords(now, duty.dueAt, { say, lang })
  const look = duty.isLate ? 'late' : 'until'
  return markup`<b class="${look}">${until}</b><span class="second">${clockTime(duty.dueAt, timeZone, lang)}</span>${told}`
}

/** Says what the sweep noted of a duty: that supervisors were told, or else that it reminds. */
function noteOf(
  { remindedAt, escalatedAt }: ListedDuty,
  { lang, timeZone }: Pick<DutyReader, 'lang' | 'timeZone'>,
): Markup | null {
  const at = escalatedAt ?? remindedAt
  if (at === null) return null
  const words = sayClock(lang)(escalatedAt === null ? 'reminded' : 'escalated', { when: clockTime(at, timeZone, lang) })
  return markup`<span class="second">${words}</span>`
}

/** Says why a duty has no time: the law names none, or an event is not known yet. */
export function timelessWords(
  { calendar, stored }: ListedDuty,
  { lang, eventName }: Pick<DutyReader, 'lang' | 'eventName'>,
): string {
  const say = sayClock(lang)
  if (calendar === 'promptly' || calendar === 'at-once') return say(calendar)
  const event = eventOf(stored)
  return event === null ? say('no-time') : say('waits-for', { event: eventName(event) })
}

/** Gives the event from which a duty is counted. */
function eventOf(stored: ListedDuty['stored']): string | null {
  if (stored === null || stored.due === null) return null
  if (stored.due.kind === 'before') return stored.due.event
  return stored.due.kind === 'within' ? stored.due.span.event : null
}

/** Says what a duty asks for. */
export function dutyWords({ stored }: ListedDuty, lang: string): string {
  if (stored === null) return sayClock(lang)('unreadable')
  const action = textIn(stored.action, lang)
  return stored.recipient === null ? action : `${action} (${textIn(stored.recipient, lang)})`
}

function whatCell(duty: ListedDuty, { lang, mayRecord }: DutyReader): Markup {
  const what = sentenceCase(dutyWords(duty, lang), lang)
  const shown =
    mayRecord || duty.state !== 'open' ? markup`<a href="${href(`/duties/${duty.id}`)}">${what}</a>` : markup`${what}`
  const waits = duty.dueAt === null && eventOf(duty.stored) !== null && duty.reference !== null && duty.state === 'open'
  const record = waits
    ? markup`<span class="second"><a href="${href(`/cases/${duty.reference ?? ''}/times`)}">${sayClock(lang)('record-time')}</a></span>`
    : null
  const missing = halfDoneWords(duty.stored, duty.missing, lang)
  return markup`${shown}${missing === null ? null : markup`<span class="second">${missing}</span>`}<span class="second">${duty.stored?.cite ?? null}</span>${record}`
}
