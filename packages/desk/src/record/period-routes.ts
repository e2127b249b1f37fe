/** Verifying all of a period: which rows were altered, deleted or put in. */
import { markup, type Markup } from '@brightline/documents/html'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { requireSignedIn } from '../people/require.ts'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { rowsTable } from '../screen/rows.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { verifyPeriod, type Days, type PeriodFound } from './verify-period.ts'
import { sayRecord } from './words.ts'

const day = Type.Optional(Type.String({ maxLength: 60 }))
const Query = Type.Object({ from: day, through: day, lang: day })
const readers = ['auditor', 'supervisor', 'counsel'] as const

/** Declares the route. Without days it looks at the last thirty. */
export function declarePeriod(app: App, room: Room): void {
  app.get('/audit/record', { schema: { querystring: Query } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, readers)
    const { lang } = request
    const say = sayRecord(lang)
    const today = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate()
    const asked = {
      from: request.query.from ?? today.subtract({ days: 30 }).toString(),
      through: request.query.through ?? today.toString(),
    }
    const names = ['from', 'through'] as const
    const faults = new Map(names.flatMap((name) => (isDay(asked[name]) ? [] : [[name, say('date-wrong')] as const])))
    if (faults.size > 0) void reply.code(422)
    const found = faults.size > 0 ? null : await verifyPeriod(room.database, who, asked)
    const news = found === null ? say('period') : newsOf(found, lang)
    const main = markup`${faultList(lang, faults)}<p class="over">${say('period')}</p><h1>${news}</h1><p class="lead">${say('period-lead')}</p>
${daysForm(asked, faults, lang)}${found === null ? null : foundMain(found, lang)}`
    const isError = faults.size > 0 || (found !== null && (found.wrong.length > 0 || !found.isProved))
    return await sendPage(request, reply, { title: news, main, isError })
  })
}

function newsOf({ wrong, isProved }: PeriodFound, lang: string): string {
  const say = sayRecord(lang)
  if (!isProved) return say('period-unproved')
  return wrong.length === 0 ? say('period-good') : say('period-wrong', { count: wrong.length })
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function daysForm({ from, through }: Days, faults: Faults, lang: string): Markup {
  const say = sayRecord(lang)
  const hint = say('date-hint')
  return markup`<form action="${href('/audit/record')}" class="filter">${textField({ name: 'from', label: say('from'), hint, value: from, width: 'short' }, faults)}
${textField({ name: 'through', label: say('through'), hint, value: through, width: 'short' }, faults)}<button class="second">${say('verify')}</button></form>`
}

function foundMain({ proved, forgotten, waiting, wrong, isCut }: PeriodFound, lang: string): Markup {
  const say = sayRecord(lang)
  const rows = wrong.map(({ found, kind, entry, reference }) => [
    markup`<span class="mono">${entry}</span>`,
    say(`kind-${kind}`),
    reference === null ? '' : markup`<a href="${href(`/cases/${reference}`)}">${reference}</a>`,
    markup`<b class="fault">${say(`found-${found}`)}</b>`,
  ])
  const columns = [say('entry'), say('decision'), say('request'), say('found')]
  return markup`<p class="section">${say('period-numbers', { proved, forgotten, waiting })}</p>${isCut ? markup`<p class="fault">${say('period-cut')}</p>` : null}
${rows.length === 0 ? null : rowsTable({ caption: say('period'), columns, rows })}`
}
