/** The list of reports: what is due next, then each report by its periods. */
import { markup, type Markup } from '@brightline/documents/html'
import { byCharacters } from '@brightline/language'
import { dayWords } from '@brightline/wording'
import { href } from '../screen/href.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { sayClock } from '../clock/words.ts'
import { rowsTable } from '../screen/rows.ts'
import type { ListedReport } from './list-reports.ts'
import { formWords, sayReport } from './words.ts'

/** Says the news: the next day by which a report is due. */
export function listNews(reports: readonly ListedReport[], today: string, lang: string): string {
  const say = sayReport(lang)
  if (reports.length === 0) return say('news-none')
  const open = reports.filter(({ last, isRunning }) => !isRunning && last?.isFiled !== true)
  const dated = open.flatMap((one) => (one.dueOn === null ? [] : [{ ...one, dueOn: one.dueOn }]))
  const [next] = dated.toSorted((a, b) => byCharacters(a.dueOn, b.dueOn))
  if (next !== undefined)
    return say(next.dueOn < today ? 'news-late' : 'news-due', {
      day: dayWords(next.dueOn, lang),
      title: formWords(next.owed.form.id, lang),
    })
  return open.length > 0 ? say('news-open', { count: open.length }) : say('news-quiet')
}

/** Makes the main part. */
export function listMain(
  reports: readonly ListedReport[],
  {
    lang,
    today,
    mayDraft,
    frame,
  }: { readonly lang: string; readonly today: string; readonly mayDraft: boolean; readonly frame: Frame },
): Markup {
  const say = sayReport(lang)
  const forms = Map.groupBy(reports, ({ owed }) => owed.form.id)
  const sections = [...forms].map(([id, listed]) => {
    const rows = listed.map((one) => [
      markup`<span class="whole">${dayWords(one.startsOn, lang)} –</span> <span class="whole">${dayWords(one.endsOn, lang)}</span>`,
      one.dueOn === null ? say('no-day') : dayWords(one.dueOn, lang),
      stateWords(one, lang),
      wayTo(one, { lang, mayDraft, frame }),
    ])
    const columns = [say('period'), say('due'), say('state'), '']
    return markup`<section class="section"><h2>${formWords(id, lang)}</h2>
<p class="soft">${say('by-law', { cite: listed[0]?.owed.duty.cite ?? '' })}</p>${rowsTable({ caption: formWords(id, lang), columns, rows })}</section>`
  })
  const elsewhere = markup`<p>${say('none-lead')} <a href="${href('/calendar')}">${sayClock(lang)('calendar')}</a></p>`
  return markup`<p class="over">${say('reports')}</p><h1>${listNews(reports, today, lang)}</h1>${reports.length === 0 ? elsewhere : null}${sections}`
}

function stateWords({ last, isRunning }: ListedReport, lang: string): string {
  const say = sayReport(lang)
  if (last === null) return isRunning ? say('running') : say('not-begun')
  if (last.isFiled) return say('filed-version', { version: last.version })
  return last.version === 1 ? say('draft') : say('draft-version', { version: last.version })
}

function wayTo(
  { owed, startsOn, endsOn, last }: ListedReport,
  { lang, mayDraft, frame }: { readonly lang: string; readonly mayDraft: boolean; readonly frame: Frame },
): Markup {
  const say = sayReport(lang)
  const name = `${formWords(owed.form.id, lang)}, ${dayWords(startsOn, lang)}`
  const open =
    last === null
      ? null
      : markup`<a href="${href(`/reports/${last.id}`)}">${say('open-report')}<span class="hidden"> ${name}</span></a> `
  if (!mayDraft || (last !== null && !last.isFiled)) return markup`${open}`
  return markup`${open}<form method="post" action="${href('/reports')}">${formWordField(frame)}
<input type="hidden" name="form" value="${owed.form.id}"><input type="hidden" name="starts" value="${startsOn}"><input type="hidden" name="ends" value="${endsOn}">
<button class="plain">${say(last === null ? 'begin' : 'correct')}<span class="hidden"> ${name}</span></button></form>`
}
