/** Periods of reports: which one a day lies in, and the ones before it. */
import { Temporal } from 'temporal-polyfill'

/** How the law cuts time. */
export type PeriodKind = 'calendar-year' | 'month' | 'quarter' | 'year-to-june' | 'year-to-september'

/** A period, by its first and its last day. */
export interface Period {
  readonly startsOn: string
  readonly endsOn: string
}

/** The month in which each kind begins, and its months. */
const cuts: Readonly<Record<PeriodKind, { readonly month: number; readonly months: number }>> = {
  'calendar-year': { month: 1, months: 12 },
  month: { month: 1, months: 1 },
  quarter: { month: 1, months: 3 },
  'year-to-june': { month: 7, months: 12 },
  'year-to-september': { month: 10, months: 12 },
}

/** Finds the period in which a day lies. */
function periodOf(kind: PeriodKind, day: string): Period {
  const { month, months } = cuts[kind]
  const date = Temporal.PlainDate.from(day)
  const since = (date.month - month + 12) % months
  const first = date.with({ day: 1 }).subtract({ months: since })
  return { startsOn: first.toString(), endsOn: first.add({ months }).subtract({ days: 1 }).toString() }
}

/**
 * Lists the period of a day and so many before it, the latest first.
 *
 * @example
 * periodsUntil('quarter', '2026-11-28', 2).map(({ startsOn }) => startsOn) // => ['2026-10-01', '2026-07-01']
 */
export function periodsUntil(kind: PeriodKind, day: string, count: number): readonly Period[] {
  const periods: Period[] = []
  let at = day
  while (periods.length < count) {
    const period = periodOf(kind, at)
    periods.push(period)
    at = Temporal.PlainDate.from(period.startsOn).subtract({ days: 1 }).toString()
  }
  return periods
}

/** Tells whether two days are the ends of a period of a kind. */
export function isPeriod(kind: PeriodKind, { startsOn, endsOn }: Period): boolean {
  const period = periodOf(kind, startsOn)
  return period.startsOn === startsOn && period.endsOn === endsOn
}

/** Finds the first day with this month and day after a period, as `03-01`. */
export function dueDay({ endsOn }: Period, by: string): string {
  const year = Number(endsOn.slice(0, 4))
  const same = `${year}-${by}`
  return same > endsOn ? same : `${year + 1}-${by}`
}

/** The moments between which a period lies, by the clock of the agency. */
export function stretchOf(
  { startsOn, endsOn }: Period,
  timeZone: string,
): { readonly from: Temporal.Instant; readonly before: Temporal.Instant } {
  const from = Temporal.PlainDate.from(startsOn).toZonedDateTime(timeZone).toInstant()
  const before = Temporal.PlainDate.from(endsOn).add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
  return { from, before }
}
