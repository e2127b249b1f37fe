/** Which rows of the audit are asked for, as it stands in the address. */
import type { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { askedDay, dayWrong, readDay, type TypedDay } from '../screen/day-field.ts'
import type { Faults } from '../screen/form.ts'
import type { AuditFilter } from './audit.ts'

/** What the address may say: a kind, days, and the row after which a page begins. */
export const AuditQuery: Type.TRecord<string, Type.TString> = Type.Record(
  Type.String({ maxLength: 20 }),
  Type.String({ maxLength: 60 }),
)

/** What it says. */
interface AuditAsked {
  readonly kind: string
  readonly from: TypedDay
  readonly through: TypedDay
}

/** What was read of the address. */
export interface ReadAudit {
  readonly asked: AuditAsked
  readonly filter: AuditFilter
  /** The days as links name them; empty where none is asked for. */
  readonly days: { readonly from: string; readonly through: string }
  readonly faults: Faults
}

/** Reads it, and what is wrong with it. */
export function readFilter(query: Readonly<Record<string, string>>, timeZone: string, lang: string): ReadAudit {
  const { kind = '', before = '' } = query
  const asked = { kind, from: askedDay(query, 'from'), through: askedDay(query, 'through') }
  const [first, last] = [readDay(asked.from), readDay(asked.through)]
  const faults = new Map([
    ...(first === undefined ? [['from', dayWrong(lang)] as const] : []),
    ...(last === undefined ? [['through', dayWrong(lang)] as const] : []),
  ])
  const start = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(timeZone).toInstant()
  const filter = {
    kind: /^[a-z-]{1,60}$/.test(kind) ? kind : null,
    from: first === undefined || first === null ? null : start(first),
    until: last === undefined || last === null ? null : start(last.add({ days: 1 })),
    before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null,
  }
  return { asked, filter, days: { from: first?.toString() ?? '', through: last?.toString() ?? '' }, faults }
}
