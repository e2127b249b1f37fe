/** The docket: what is next, the decision that stands, what happened, and at the side the duties and papers. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Stack } from '@brightline/engine'
import { namesOf, dateFormat, localeOf } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { timelessName } from '../clock/timeless.ts'
import { timeLeft } from '../answer/time-left.ts'
import type { Json } from '../database/tables.ts'
import { afterVerdict, verdictName } from '../decision/verdict.ts'
import { readProof } from '../duty/discharge.ts'
import { halfDoneWords, withoutWords } from '../duty/languages.ts'
import { readStoredDuty } from '../duty/stored-duty.ts'
import { missingOf } from '../notice/demand.ts'
import { clockTime } from '../home/time.ts'
import { answerOfRow } from '../law-reader/answer-of-row.ts'
import { casePath } from '../question/open-interview.ts'
import { claimsOf } from '../record/case-claims.ts'
import { whereLogged } from '../record/where-logged.ts'
import { noticeItems, noticesWay } from '../notice/docket.ts'
import { href } from '../screen/href.ts'
import { kindWords } from '../upload/page.ts'
import { closingWay, twinNote } from '../closing/page.ts'
import { dutyWords } from './duty-words.ts'
import { formWords } from './form-words.ts'
import type { NextThing } from './next-thing.ts'
import { standingDecisions, type CaseRecord, type DecisionRecord } from './read-case.ts'
import { choiceWords, timelineOf, type TimelineEntry } from './timeline.ts'
import { waysOn } from './ways.ts'
import { sayCase } from './words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'

/** A docket, as somebody sees it. */
export interface Docket {
  readonly record: CaseRecord
  readonly stack: Stack
  readonly next: NextThing
  /** The reader works on cases, and may look at the answers given. */
  readonly isWorking: boolean
  readonly lang: string
}

/** Makes the main part. */
export function docketMain(docket: Docket): Markup {
  const { record, stack, next, lang } = docket
  const say = sayCase(lang)
  const form = formWords(record.request?.form ?? null, stack, lang)
  return markup`<p class="over">${form}</p><h1>${record.reference}</h1>
<section class="next" aria-labelledby="next"><h2 id="next" class="over">${say('next')}</h2>
<p class="lead">${next.lead}</p><p><a class="button" href="${href(next.path)}">${next.button}</a></p></section>
${twinNote(record, lang)}${standing(docket)}
<div class="columns section"><div><h2>${say('docket')}</h2>${docketList(docket)}${verifyBox(docket)}${docket.isWorking ? closingWay(record, lang) : null}</div>
<aside>${duties(docket)}${papers(docket)}${waysOn(record, docket.isWorking, lang)}</aside></div>`
}

function standing({ record, stack, lang, isWorking }: Docket): Markup | null {
  const rows = standingDecisions(record)
  if (rows.length === 0) return null
  const say = sayCase(lang)
  const waits = (row: DecisionRecord): boolean => row.needs_role !== null && row.confirmation?.outcome !== 'confirmed'
  const items = rows.map((row) => {
    const said = [waits(row) ? say('proposed') : null, choiceWords(row, lang)].filter((words) => words !== null)
    return markup`<li>${verdictTag(row, lang)}${afterVerdict(row.verdict)}${namesOf(stack, lang).act(row.act)}${said.length === 0 ? null : markup` <span class="soft">(${said.join(': ')})</span>`}</li>`
  })
  return markup`<section class="section" aria-labelledby="stands"><h2 id="stands">${say(rows.some(waits) ? 'proposed-answer' : 'current-answer')}</h2><ul class="standing">${items}</ul>
<p class="beside"><a href="${href(casePath(record.reference, 'answer'))}">${say('answer-link')}</a> ${isWorking ? markup`<a href="${href(casePath(record.reference, 'questions'))}">${say('answers-link')}</a>` : null}</p></section>`
}

/** Says the verdict as every list does: with counsel first, where the law says so. */
function verdictTag({ verdict, document }: DecisionRecord, lang: string): Markup {
  const answer = answerOfRow(document satisfies { readonly [key: string]: Json }, lang)
  return answer === null ? markup`<b>${verdictName(verdict, lang)}</b>` : answer.tag
}

function docketList({ record, stack, lang }: Docket): Markup {
  const entries = timelineOf(record, stack, lang).map((entry, at) => ({ ...entry, number: at + 1 }))
  const days = Map.groupBy(entries, ({ at }) => dayOf(at, record.timeZone, lang))
  const parts = [...days].map(
    ([day, ofDay]) => markup`<li class="day">${day}</li>${ofDay.map((entry) => entryItem(entry, record, lang))}`,
  )
  return markup`<ol class="docket">${parts}</ol>`
}

function entryItem(
  { number, at, title, notes, logged, isSuperseded }: TimelineEntry & { readonly number: number },
  { timeZone, deskPrefix: desk }: CaseRecord,
  lang: string,
): Markup {
  const say = sayCase(lang)
  const zoned = at.toZonedDateTimeISO(timeZone)
  const clock = zoned.toPlainTime().toString({ smallestUnit: 'minute' })
  const shown = isSuperseded ? markup`<del>${title}</del>` : title
  const where = logged === null ? null : say('entry', { where: whereLogged({ ...logged, desk }, lang) })
  const log = where === null ? null : markup`<span class="log">${where}</span>`
  return markup`<li><span class="number">${number}</span><time datetime="${zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' })}">${clock}</time><div><b>${shown}</b>${notes.length === 0 ? null : markup`<p>${notes.join(' ')}</p>`}${log}</div></li>`
}

function dayOf(at: Temporal.Instant, timeZone: string, lang: string): string {
  const format = dateFormat(localeOf(lang), { timeZone, dateStyle: 'full' })
  const zone = dateFormat('en-US', { timeZone, timeZoneName: 'short' })
  const name = zone.formatToParts(at.epochMilliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return `${format.format(at.epochMilliseconds)}, ${name}`
}

function verifyBox({ record, lang }: Docket): Markup | null {
  const count = claimsOf(record).length
  if (count === 0) return null
  const say = sayCase(lang)
  return markup`<section class="proof" aria-labelledby="verify"><h2 id="verify">${say('verify')}</h2><p>${say('verify-lead')}</p>
<p><a class="button second" href="${href(casePath(record.reference, 'record'))}">${say('verify-button', { count })}</a></p></section>`
}

function duties({ record, stack, lang, isWorking }: Docket): Markup {
  const say = sayCase(lang)
  const now = Temporal.Now.instant()
  const items = record.duties.map((duty) => {
    const { due_at: due, state } = duty
    const isOpen = state === 'open'
    const when =
      isOpen && due !== null
        ? timeLeft(due, now, lang)
        : isOpen
          ? timelessName(duty.calendar, lang)
          : say(state === 'void' ? 'void' : 'done')
    const clock = due === null ? null : markup`<p class="hint">${clockTime(due, record.timeZone, lang)}</p>`
    const isLate = isOpen && due !== null && Temporal.Instant.compare(due, now) < 0
    const action = sentenceCase(dutyWords(duty, stack, lang), lang)
    const what = isOpen && isWorking ? markup`<a href="${href(`/duties/${duty.id}`)}">${action}</a>` : action
    const half = halfDoneWords(readStoredDuty(duty.document), missingOf(duty, record.notices), lang)
    const without = readProof(duty.proof)?.languages
    const note = without === undefined ? (isOpen ? half : null) : withoutWords(without, lang)
    const languages = note === null ? null : markup`<p class="hint">${note}</p>`
    return markup`<li><b${isLate ? trusted(' class="late"') : null}>${when}</b><br>${what}${clock}${languages}</li>`
  })
  return markup`<section><h2>${say('duties')}</h2>${items.length === 0 ? markup`<p class="hint">${say('no-duties')}</p>` : markup`<ul class="plain rows">${items}</ul>`}</section>`
}

function papers({ record, lang }: Docket): Markup {
  const say = sayCase(lang)
  const items = [
    ...noticeItems(record, lang),
    ...record.papers.map(
      ({ kind, received_at: at }) =>
        markup`<li>${kindWords(kind, lang)}<p class="hint">${clockTime(at, record.timeZone, lang)}</p></li>`,
    ),
  ]
  return markup`<section class="section"><h2>${say('papers')}</h2>${items.length === 0 ? markup`<p class="hint">${say('no-papers')}</p>` : markup`<ul class="plain rows">${items}</ul>`}${noticesWay(record, lang)}</section>`
}
