/** The whole page of a report: head, gaps, changes, tables, reconciliation, and what the reader may do with it. */
import { markup, type Markup } from '@brightline/documents/html'
import { dayWords } from '@brightline/wording'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { inputForm } from './input-form.ts'
import { emptyLists, type Report } from './report.ts'
import { changeList, closedList, gapList, headOf, partList, reconciliationWords, reportWords } from './report-page.ts'
import { sayReport, wordOf } from './words.ts'

/** Who reads, and what that reader may do. */
export interface ReportReader {
  readonly lang: Language
  readonly timeZone: string
  readonly faults: Faults
  readonly frame: Frame
  readonly mayType: boolean
  readonly maySign: boolean
}

/** Makes the main part. */
export function reportMain(report: Report, reader: ReportReader): Markup {
  const { lang, timeZone, faults, frame, mayType, maySign } = reader
  const say = sayReport(lang)
  const words = reportWords(timeZone, lang)
  const address = `/reports/${report.id}`
  const isOpen = report.filedAt === null
  return markup`${faultList(lang, faults)}${headOf(report, words)}
${gapList(report.body, !isOpen, lang)}
${changeList(report, words)}
${partList(report, words, address)}
<section class="section"><h2>${say('reconcile')}</h2><p>${reconciliationWords(report, lang)} ${receivedLink(report, lang)}</p>${closedList(report.body, lang)}</section>
${isOpen && mayType ? inputForm(report, { lang, faults, frame }) : null}
${isOpen ? signForm(report, { lang, faults, frame, maySign }) : null}
${downloads(report, lang)}`
}

function signForm(
  { id, body, isRunning, endsOn }: Report,
  { lang, faults, frame, maySign }: Pick<ReportReader, 'lang' | 'faults' | 'frame' | 'maySign'>,
): Markup {
  const say = sayReport(lang)
  if (isRunning) {
    const words = say('still-runs', { day: dayWords(endsOn, lang) })
    return markup`<section class="section" id="sign"><h2>${say('sign')}</h2><p>${words}</p></section>`
  }
  if (!maySign)
    return markup`<section class="section" id="sign"><h2>${say('sign')}</h2><p>${say('sign-other')}</p></section>`
  const lists = emptyLists(body).map((part) => {
    const list = `${wordOf(part, lang)}: ${say('nil-open')}`
    return checkBox(`certify-${part}`, say('certify', { list }), faults)
  })
  const gaps =
    body.gaps.length === 0 ? null : checkBox('know-gaps', say('know-gaps', { count: body.gaps.length }), faults)
  return markup`<section class="section" id="sign"><h2>${say('sign')}</h2><p>${say('sign-lead')}</p>
<form method="post" action="${href(`/reports/${id}/sign`)}">${formWordField(frame)}<div class="choices">${lists}${gaps}</div>
<button>${say('sign')}</button></form></section>`
}

function checkBox(name: string, label: string, faults: Faults): Markup {
  const fault = faults.get(name)
  return markup`<div class="${fault === undefined ? '' : 'wrong'}">${fault === undefined ? null : markup`<p class="fault">${fault}</p>`}
<label><input type="checkbox" id="${name}" name="${name}" value="yes"><span>${label}</span></label></div>`
}

function downloads({ id }: Report, lang: string): Markup {
  const say = sayReport(lang)
  const links = (name: string, of: string): Markup => {
    const items = (['html', 'pdf', 'csv', 'json'] as const).map(
      (ending, at) =>
        markup`${at === 0 ? '' : ' · '}<a href="${href(`/reports/${id}/${name}.${ending}`)}" aria-label="${of}: ${say(ending)}">${say(ending)}</a>`,
    )
    return markup`${items}`
  }
  return markup`<section class="section"><h2>${say('downloads')}</h2><dl class="facts">
<div><dt>${say('as-filed')}</dt><dd>${links('report', say('as-filed'))}</dd></div><div><dt>${say('public-copy')}</dt><dd>${links('public', say('public-copy'))}</dd></div></dl>
<p class="soft">${say('small-note')}</p></section>`
}

/** The way to the requests that the record has, which are held against the bookings. */
function receivedLink({ id, body }: Report, lang: string): Markup | null {
  if (body.received.length === 0) return null
  const all = { part: 'received', row: 0, column: 0 }
  return markup`<a href="${href(`/reports/${id}/rows`, all)}">${sayReport(lang)('received-rows')}</a>`
}
