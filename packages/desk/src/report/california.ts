/** California: the figures for the forum of Gov. Code 7283.1(d), and the transfers and task forces of 7284.6(c). */
import {
  agency,
  cellOf,
  moment,
  word,
  type CountTable,
  type Gap,
  type Inputs,
  type ListTable,
  type ReportBody,
  type TypedTable,
} from './body.ts'
import { civilPaperOf, isToImmigration, isWithin, outcomeIn } from './reading.ts'
import type { RecordedCase, Stretch } from './recorded-case.ts'
import type { ReportInput } from './report-input.ts'

/** The ways of access that the section names. */
const ways = ['access-hold', 'access-notice', 'access-transfer', 'access-other'] as const

/** Makes the pack for the forum: how many, when, by which way; the day, its notice, and what lies beside. */
export function forumBody({ cases, stretch, inputs, timeZone }: ReportInput): ReportBody {
  const given = cases.flatMap((one) => accessIn(one, stretch).map((access) => ({ one, ...access })))
  const asked = cases.filter((one) => civilPaperOf(one, stretch) !== null)
  const months = monthsOf(stretch, timeZone)
  const byMonth: CountTable = {
    kind: 'counts',
    id: 'ca-access',
    columns: ways,
    rows: months.map((month) => ({
      label: { kind: 'text', text: month },
      cells: ways.map((way) =>
        cellOf(
          given.filter((access) => access.way === way && monthIn(access.at, timeZone) === month).map(({ one }) => one),
        ),
      ),
    })),
    isAdditive: true,
  }
  const people: CountTable = {
    kind: 'counts',
    id: 'ca-people',
    columns: ['people'],
    rows: [
      { label: word('requests-received'), cells: [cellOf(asked)] },
      { label: word('people-accessed'), cells: [cellOf(given.map(({ one }) => one))] },
    ],
    isAdditive: false,
  }
  const forum = forumTable(inputs)
  return {
    parts: [people, byMonth, forum],
    gaps: [...(given.length === 0 ? [] : forumGaps(inputs)), ...noticeGaps(asked)],
    received: asked.map(({ reference }) => reference),
  }
}

interface Access {
  readonly way: (typeof ways)[number]
  readonly at: RecordedCase['decisions'][number]['at']
}

/** Lists each way in which immigration authorities got access to somebody in a stretch. */
function accessIn(one: RecordedCase, stretch: Stretch): readonly Access[] {
  const held = outcomeIn(one, stretch, 'held')
  const handed = outcomeIn(one, stretch, 'transferred')
  const done = one.decisions.filter(({ choice, at }) => choice === 'do' && isWithin(stretch, at))
  const told = done.find(({ act }) => act === 'notify-release')
  const other = done.find(({ act }) => act === 'allow-interview' || act === 'share-custody-information')
  return [
    ...(held === null ? [] : [{ way: 'access-hold', at: held.at } as const]),
    ...(told === undefined ? [] : [{ way: 'access-notice', at: told.at } as const]),
    ...(handed !== null && isToImmigration(handed) ? [{ way: 'access-transfer', at: handed.at } as const] : []),
    ...(other === undefined ? [] : [{ way: 'access-other', at: other.at } as const]),
  ]
}

function monthIn(at: Access['at'], timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDate().toString().slice(0, 7)
}

function monthsOf({ from, before }: Stretch, timeZone: string): readonly string[] {
  const first = from.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth()
  const last = before.subtract({ seconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth()
  const count = first.until(last, { largestUnit: 'months' }).months + 1
  return Array.from({ length: count }, (_, at) => first.add({ months: at }).toString())
}

const forumFields = ['forum-day', 'notice-day'] as const
const enclosures = ['enclosed-policy', 'enclosed-translations', 'enclosed-cost', 'enclosed-demographics'] as const

function forumTable(inputs: Inputs): TypedTable {
  const days = forumFields.map((name) => ({ name, kind: 'day' as const, value: inputs[name] ?? null, words: [] }))
  const enclosed = enclosures.map((name) => ({
    name,
    kind: 'word' as const,
    value: inputs[name] ?? null,
    words: ['enclosed', 'not-enclosed'],
  }))
  return { kind: 'typed', id: 'ca-forum', fields: [...days, ...enclosed] }
}

/** The forum is announced at least thirty days before. */
const noticeDays = 30

function forumGaps(inputs: Inputs): readonly Gap[] {
  const [forum, notice] = [inputs['forum-day'], inputs['notice-day']]
  if (forum === undefined) return [{ gap: 'gap-forum-day', reference: null }]
  if (notice === undefined) return [{ gap: 'gap-notice-day', reference: null }]
  const days = (Date.parse(forum) - Date.parse(notice)) / 86_400_000
  return days >= noticeDays ? [] : [{ gap: 'gap-notice-late', reference: null }]
}

/** Whoever a request is about gets a copy of it: where none was given, the forum will ask. */
function noticeGaps(asked: readonly RecordedCase[]): readonly Gap[] {
  return asked
    .filter(({ notices }) => !notices.some(({ recipient, givenAt }) => recipient === 'person' && givenAt !== null))
    .map(({ reference }) => ({ gap: 'gap-copy', reference }))
}

/** How many task forces the form takes. */
const mostForces = 4

/** Makes the report to the Department of Justice: each transfer with what allowed it, and what is known of task forces. */
export function transferBody({ cases, stretch, inputs }: ReportInput): ReportBody {
  const transfers = cases.flatMap((one) => {
    const end = outcomeIn(one, stretch, 'transferred')
    return end !== null && isToImmigration(end) ? [{ one, end }] : []
  })
  const list: ListTable = {
    kind: 'list',
    id: 'ca-transfers',
    columns: ['outcome-at', 'receiver', 'allowed-by'],
    rows: transfers.map(({ one, end }) => ({
      reference: one.reference,
      cells: [moment(end.at), agency(end.receiver), { kind: 'text', text: allowedBy(one).join('; ') }],
    })),
    hasCertificate: true,
  }
  const count: CountTable = {
    kind: 'counts',
    id: 'ca-transfer-count',
    columns: ['people'],
    rows: [{ label: word('handed-over'), cells: [cellOf(transfers.map(({ one }) => one))] }],
    isAdditive: false,
  }
  const unexplained = transfers.filter(({ one }) => allowedBy(one).length === 0)
  return {
    parts: [count, list, ...Array.from({ length: mostForces }, (_, at) => forceTable(at + 1, inputs))],
    gaps: unexplained.map(({ one }) => ({ gap: 'gap-allowed', reference: one.reference })),
    received: transfers.map(({ one }) => one.reference),
  }
}

/** The citations by which a transfer, or the notice that led to it, was decided. */
function allowedBy({ decisions }: RecordedCase): readonly string[] {
  const deciding = decisions.filter(
    ({ act, choice }) => choice === 'do' && (act === 'transfer' || act === 'notify-release'),
  )
  return [...new Set(deciding.flatMap(({ cites }) => cites))].toSorted()
}

const purposes = [
  'drugs',
  'gangs',
  'trafficking',
  'violent-crime',
  'fugitives',
  'child-exploitation',
  'terrorism',
  'other-purpose',
]
const partners = ['ice', 'cbp', 'us-marshals', 'fbi', 'other-federal', 'other-state-or-local']

function forceTable(number: number, inputs: Inputs): TypedTable {
  const field = (
    name: string,
    kind: 'number' | 'word',
    words: readonly string[] = [],
  ): TypedTable['fields'][number] => ({
    name: `force-${number}-${name}`,
    kind,
    value: inputs[`force-${number}-${name}`] ?? null,
    words,
  })
  return {
    kind: 'typed',
    id: `ca-force-${number}`,
    fields: [
      field('purpose', 'word', purposes),
      field('partner', 'word', partners),
      field('arrests', 'number'),
      field('immigration-arrests', 'number'),
    ],
  }
}
