/** The places of the demonstration year: invented agencies where reports are owed, and the period that is filled. */
import type { Inputs } from '../report/body.ts'
import { periodsUntil, type Period, type PeriodKind } from '../report/period.ts'

/** An agency of the demonstration, as it is made. */
export interface DemonstrationPlace {
  readonly place: string
  readonly kind: string
  readonly name: string
  readonly timeZone: string
  readonly desk: string
  readonly prefix: string
}

/** One whose year is invented: for which report, and what somebody types into it. */
export interface YearPlace extends DemonstrationPlace {
  readonly report: string
  readonly period: PeriodKind
  /** How many whole periods make the year. */
  readonly periods: number
  readonly inputs: (year: string) => Inputs
  /** So many requests have no outcome on record: gaps that the visitor closes. */
  readonly withoutOutcome: number
  /** By how much the number of the booking system is off; null where nobody typed one. */
  readonly bookingsOff: number | null
}

const desk = 'Records desk'

/** Every one. Their names say that nothing of them is real. */
export const yearPlaces: readonly YearPlace[] = [
  {
    ...{ place: 'us/ca', kind: 'sheriff', name: 'Invented Sheriff, California', prefix: 'YCA', desk },
    ...{ timeZone: 'America/Los_Angeles', report: 'california-forum', period: 'calendar-year', periods: 1 },
    ...{ withoutOutcome: 0, bookingsOff: 0 },
    inputs: (year) => ({
      ...{ 'forum-day': `${Number(year) + 1}-06-15`, 'notice-day': `${Number(year) + 1}-05-01` },
      ...{ 'enclosed-policy': 'enclosed', 'enclosed-translations': 'enclosed' },
      ...{ 'enclosed-cost': 'enclosed', 'enclosed-demographics': 'not-enclosed' },
    }),
  },
  {
    ...{ place: 'us/il', kind: 'jail', name: 'Invented Jail, Illinois', prefix: 'YIL', desk },
    ...{ timeZone: 'America/Chicago', report: 'illinois-trust', period: 'calendar-year', periods: 1 },
    ...{ withoutOutcome: 2, bookingsOff: null },
    inputs: () => ({}),
  },
  {
    ...{ place: 'us/il/chicago', kind: 'police', name: 'Invented Police, Chicago', prefix: 'YCH', desk },
    ...{ timeZone: 'America/Chicago', report: 'chicago-quarterly', period: 'quarter', periods: 4 },
    ...{ withoutOutcome: 0, bookingsOff: null },
    inputs: () => ({}),
  },
  {
    ...{ place: 'us/ny/new-york-city', kind: 'jail', name: 'Invented Jail, New York City', prefix: 'YNY', desk },
    ...{ timeZone: 'America/New_York', report: 'nyc-jails', period: 'year-to-june', periods: 1 },
    ...{ withoutOutcome: 0, bookingsOff: 1 },
    inputs: () => ({ 'money-asked': '0', 'money-received': '0' }),
  },
]

/** Lists the periods of a place that were over before a day, the latest first. */
export function yearPeriods({ period, periods }: YearPlace, today: string): readonly Period[] {
  return periodsUntil(period, today, periods + 1).slice(1)
}
