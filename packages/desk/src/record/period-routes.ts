/** Verifying all of a period: which rows were altered, deleted or put in. */
import { markup, type Markup } from '@brightline/documents/html'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { requireSignedIn } from '../people/require.ts'
import type { Role } from '../people/role.ts'
import { askedDay, dayField, dayHint, dayTyped, dayWrong, readDay, type TypedDay } from '../screen/day-field.ts'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { rowsTable } from '../screen/rows.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { correctionList } from './correction-words.ts'
import { verifyPeriod, type Days, type PeriodFound } from './verify-period.ts'
import { whereLogged } from './where-logged.ts'
import { sayRecord } from './words.ts'

const Query = Type.Record(Type.String({ maxLength: 20 }), Type.String({ maxLength: 60 }))
/** The roles that verify the record. */
export const periodReaders: readonly Role[] = ['auditor', 'supervisor', 'counsel']

/** Declares the route. Without days it looks at the last thirty. */
export function declarePeriod(app: App, room: Room): void {
  app.get('/audit/record', { schema: { querystring: Query } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, periodReaders)
    const { lang } = request
    const say = sayRecord(lang)
    const today = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate()
    const typed = { from: askedDay(request.query, 'from'), through: askedDay(request.query, 'through') }
    const { from, through } = readDays(typed, today)
    const faults = new Map([
      ...(from === undefined ? [['from', dayWrong(lang)] as const] : []),
      ...(through === undefined ? [['through', dayWrong(lang)] as const] : []),
    ])
    if (faults.size > 0) void reply.code(422)
    const days = from === undefined || through === undefined ? null : { from, through }
    const found = days === null ? null : await verifyPeriod(room.database, who, days)
    const shown = days === null ? typed : { from: dayTyped(days.from), through: dayTyped(days.through) }
    const news = found === null ? say('period') : newsOf(found, lang)
    const main = markup`${faultList(lang, faults)}<p class="over">${say('period')}</p><h1>${news}</h1><p class="lead">${say('period-lead')}</p>
${daysForm(shown, faults, lang)}${found === null ? null : foundMain(found, timeZone, lang)}`
    const isError = faults.size > 0 || (found !== null && (found.wrong.length > 0 || !found.isProved))
    return await sendPage(request, reply, { title: news, main, isError })
  })
}

function newsOf({ wrong, isProved }: PeriodFound, lang: string): string {
  const say = sayRecord(lang)
  if (!isProved) return say('period-unproved')
  return wrong.length === 0 ? say('period-good') : say('period-wrong', { count: wrong.length })
}

interface TypedDays {
  readonly from: TypedDay
  readonly through: TypedDay
}

/** Reads the days; undefined where one is none. Where none is asked for, they end today and begin thirty days before. */
function readDays(
  { from, through }: TypedDays,
  today: Temporal.PlainDate,
): { readonly [name in keyof Days]: string | undefined } {
  const [first, last] = [readDay(from), readDay(through)]
  return {
    from: (first === null ? today.subtract({ days: 30 }) : first)?.toString(),
    through: (last === null ? today : last)?.toString(),
  }
}

function daysForm(typed: TypedDays, faults: Faults, lang: string): Markup {
  const say = sayRecord(lang)
  const day = (name: keyof TypedDays): Markup =>
    dayField({ name, label: say(name), hint: dayHint(lang), ...typed[name] }, { faults, lang })
  return markup`<form action="${href('/audit/record')}" class="filter">${day('from')}${day('through')}<button class="second">${say('verify')}</button></form>`
}

/** Says which entry: a decision and its duties at their desk, whatever else in its book. */
function entryWords(
  { kind, book, serial }: Pick<PeriodFound['wrong'][number], 'kind' | 'book' | 'serial'>,
  lang: string,
): string {
  if (serial === null) return sayRecord(lang)('entry-none')
  // An open duty is found by the decision that gave rise to it.
  const of = kind === 'duty' ? 'decision' : kind
  return sentenceCase(whereLogged({ kind: of, desk: book, serials: [serial] }, lang), lang)
}

function foundMain(
  { proved, forgotten, waiting, wrong, corrections, isCut }: PeriodFound,
  zone: string,
  lang: string,
): Markup {
  const say = sayRecord(lang)
  const rows = wrong.map(({ found, kind, book, serial, reference }) => [
    entryWords({ kind, book, serial }, lang),
    say(`kind-${kind}`),
    reference === null ? '' : markup`<a href="${href(`/cases/${reference}`)}">${reference}</a>`,
    markup`<b class="fault">${say(`found-${found}`)}</b>`,
  ])
  const columns = [say('entry'), say('decision'), say('request'), say('found')]
  return markup`<p class="section">${say('period-numbers', { proved, forgotten, waiting })}</p>${isCut ? markup`<p class="fault">${say('period-cut')}</p>` : null}
${correctionList(corrections, zone, lang)}${rows.length === 0 ? null : rowsTable({ caption: say('period'), columns, rows })}`
}
