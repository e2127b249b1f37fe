/** Which rows of the audit are asked for, as it stands in the address. */
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import type { Faults } from '../screen/form.ts'
import type { AuditFilter } from './audit.ts'
import { sayAdministration } from './words.ts'

const text: Type.TOptional<Type.TString> = Type.Optional(Type.String({ maxLength: 60 }))

/** What the address may say. */
export const AuditQuery: Type.TObject<Record<'kind' | 'from' | 'through' | 'before' | 'lang', typeof text>> =
  Type.Object({ kind: text, from: text, through: text, before: text, lang: text })

/** What it says. */
export type AuditAsked = Type.Static<typeof AuditQuery>

/** Reads it, and what is wrong with it. */
export function readFilter(
  { kind = '', from = '', through = '', before = '' }: AuditAsked,
  timeZone: string,
  lang: string,
): { readonly filter: AuditFilter; readonly faults: Faults } {
  const say = sayAdministration(lang)
  const [first, last] = [dayOf(from), dayOf(through)]
  const faults = new Map([
    ...(first === undefined ? [['from', say('date-wrong')] as const] : []),
    ...(last === undefined ? [['through', say('date-wrong')] as const] : []),
  ])
  const start = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(timeZone).toInstant()
  return {
    faults,
    filter: {
      kind: /^[a-z-]{1,60}$/.test(kind) ? kind : null,
      from: first === undefined || first === null ? null : start(first),
      until: last === undefined || last === null ? null : start(last.add({ days: 1 })),
      before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null,
    },
  }
}

/** Reads a day; null where none is given, undefined where it is none. */
function dayOf(typed: string): Temporal.PlainDate | null | undefined {
  if (typed.trim() === '') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.trim())) return undefined
  try {
    return Temporal.PlainDate.from(typed.trim(), { overflow: 'reject' })
  } catch {
    return undefined
  }
}
