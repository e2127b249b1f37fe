/** The queue: its filters as links, a table that the keyboard walks through, and pages. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Stack } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import { timeLeft } from '../answer/time-left.ts'
import { formWords } from '../case/form-words.ts'
import { clockTime } from '../home/time.ts'
import { casePath } from '../question/open-interview.ts'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import { filters, pageSize, type Filter, type QueuePage, type QueueRow } from './queue.ts'
import { sayQueue, type QueueKey } from './words.ts'

/** A queue, as somebody sees it. */
export interface ShownQueue extends QueuePage {
  readonly filter: Filter
  readonly page: number
  readonly stack: Stack
  readonly timeZone: string
  readonly lang: Language
  /** The reference that was looked for, and why it was not opened. */
  readonly find: string
  readonly faults: Faults
  /** The hidden field of the form. */
  readonly formWord: Markup
}

/** Says the news of a queue. */
export function queueNews({ filter, rows, hasMore, page, lang }: ShownQueue): string {
  const key = rows.length === 0 ? 'none' : hasMore || page > 1 ? 'more' : 'some'
  return sayQueue(lang)(`${filter}-${key}`, {
    count: key === 'more' ? (page - 1) * pageSize + rows.length : rows.length,
  })
}

/** Makes the main part. */
export function queueMain(queue: ShownQueue): Markup {
  const { rows, filter, lang } = queue
  const say = sayQueue(lang)
  const ways = filters.map((one) => {
    const here = one === filter ? trusted(' aria-current="page"') : null
    return markup`<li><a href="${href('/queue', { show: one })}"${here}>${say(one)}</a></li>`
  })
  return markup`${faultList(lang, queue.faults)}<h1>${queueNews(queue)}</h1>
<nav class="filters" aria-label="${say('filters')}"><ul>${ways}</ul></nav>${findForm(queue)}
${rows.length === 0 ? markup`<p class="quiet">${say('empty')}</p>` : tableOf(queue)}${pagesOf(queue)}`
}

/** Opens a request by its reference: nothing else of it can be looked for, because no list names anybody. */
function findForm({ find, faults, lang, formWord }: ShownQueue): Markup {
  const say = sayQueue(lang)
  const field = textField(
    { name: 'find', label: say('find'), hint: say('find-hint'), value: find, width: 'short' },
    faults,
  )
  return markup`<form class="search" method="post" action="${href('/queue')}" role="search">${formWord}${field}<button class="second">${say('find-open')}</button></form>`
}

function tableOf({ rows, stack, timeZone, lang }: ShownQueue): Markup {
  const say = sayQueue(lang)
  const now = Temporal.Now.instant()
  const columns = (['reference', 'form', 'received', 'state', 'due'] as const).map(
    (column) => markup`<th scope="col">${say(column)}</th>`,
  )
  const items = rows.map((row) => {
    return markup`<tr><th scope="row"><a href="${href(casePath(row.reference))}">${row.reference}</a></th><td>${formWords(row.form, stack, lang)}</td><td class="time" data-column="${say('received')}">${clockTime(row.receivedAt, timeZone, lang)}</td><td data-column="${say('state')}">${stateWords(row, lang)}</td><td class="time" data-column="${row.dueAt === null ? '' : say('due')}">${row.dueAt === null ? null : dueWords(row.dueAt, now, { timeZone, lang })}</td></tr>`
  })
  return markup`<table class="queue"><thead><tr>${columns}</tr></thead><tbody>${items}</tbody></table>`
}

/** Says how much time is left, in bold, and by when under it. What is late is not told by its colour alone. */
function dueWords(
  due: Temporal.Instant,
  now: Temporal.Instant,
  { timeZone, lang }: Pick<ShownQueue, 'timeZone' | 'lang'>,
): Markup {
  const isLate = Temporal.Instant.compare(due, now) < 0
  return markup`<b${isLate ? trusted(' class="late"') : null}>${timeLeft(due, now, lang)}</b><br><span class="soft">${clockTime(due, timeZone, lang)}</span>`
}

const keyByStep: ReadonlyMap<string, QueueKey> = new Map<string, QueueKey>([
  ['questions', 'questions'],
  ['evidence', 'evidence'],
  ['sent-back', 'sent-back'],
  ['decided', 'is-decided'],
  ['closing', 'closing'],
  ['closed', 'is-closed'],
])

/** Says what a request waits for. */
export function stateWords({ step, needs }: Pick<QueueRow, 'step' | 'needs'>, lang: string): string {
  const say = sayQueue(lang)
  if (step === 'confirmation') return say(needs === null ? 'confirmation' : `confirmation-${needs}`)
  return say(keyByStep.get(step) ?? 'begun')
}

function pagesOf({ page, hasMore, filter, lang }: ShownQueue): Markup | null {
  if (page === 1 && !hasMore) return null
  const say = sayQueue(lang)
  const link = (to: number, key: 'previous' | 'next'): Markup =>
    markup`<a href="${href('/queue', { show: filter, page: to })}" rel="${key === 'next' ? 'next' : 'prev'}">${say(key)}</a>`
  return markup`<nav class="beside" aria-label="${say('pages')}">${page > 1 ? link(page - 1, 'previous') : null} ${hasMore ? link(page + 1, 'next') : null}</nav>`
}
