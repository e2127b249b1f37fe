/** The duties that no request gives rise to: standing ones, those of the calendar, and those with a day of their own. */
import {
  byCharacters,
  addDays,
  dateExists,
  isWithin,
  type Duty,
  type Instrument,
  type Library,
  type Trigger,
} from '@brightline/language'
import { bindsKind } from '../stack/bound.ts'
import { placesAbove } from '../stack/stack.ts'

/** A trigger that no request is part of. */
type StandingTrigger = Exclude<Trigger, { readonly kind: 'on-request' | 'after' }>

/** A duty of a place with the days on which it falls due. */
export interface StandingDuty {
  readonly duty: Duty & { readonly trigger: StandingTrigger }
  readonly instrument: Instrument
  /** The first day on or after the beginning, an ISO date; null where the law names no day, or it has passed. */
  readonly next: string | null
  /** Every such day until the end, in order. */
  readonly days: readonly string[]
  /** The day that has passed of a duty with one day, or null. */
  readonly passed: string | null
}

/** The place, the kind of agency (null: any), and the days from which and until which duties are looked for. */
export interface DutyScope {
  readonly place: string
  readonly agency: string | null
  readonly asOf: string
  readonly until: string
}

/**
 * Lists the duties of a place that no request gives rise to, with their days: those without a day first, then by the
 * next day. A duty counts on the days on which it is law, and nobody knew of it before the act that made it: the one
 * that the file names for the duty, else that of the instrument.
 *
 * @example
 * const scope = { place: 'us/tx', agency: 'sheriff', asOf: '2026-11-28', until: '2027-11-28' }
 * standingDuties(library, scope).every(({ duty }) => duty.kind === 'duty') // => true
 */
export function standingDuties(library: Library, scope: DutyScope): readonly StandingDuty[] {
  const places = placesAbove(scope.place)
  return library.instruments
    .filter(({ place }) => places.includes(place))
    .flatMap((instrument) => {
      const bound = instrument.duties.filter(
        (duty) =>
          bindsKind(duty.agencies, scope.agency, library.vocabulary) && isKnown(duty, instrument.events, scope.asOf),
      )
      return bound.flatMap((duty) => standingDuty(duty, instrument, scope))
    })
    .toSorted((a, b) => byCharacters(a.next ?? '', b.next ?? '') || byCharacters(a.duty.id, b.duty.id))
}

/** Tells whether the act that made a duty was enacted by a day; a duty of which the file does not say when is known. */
function isKnown({ id }: Duty, events: Instrument['events'], date: string): boolean {
  const enacted = events.filter(({ kind }) => kind === 'enacted')
  const own = enacted.filter(({ provisions }) => provisions.includes(id))
  const acts = own.length > 0 ? own : enacted.filter(({ provisions }) => provisions.length === 0)
  return acts.length === 0 || acts.some((event) => event.date <= date)
}

/** Tells whether a trigger is one that no request is part of. */
export function isStanding(trigger: Trigger): trigger is StandingTrigger {
  return trigger.kind !== 'on-request' && trigger.kind !== 'after'
}

function standingDuty(duty: Duty, instrument: Instrument, scope: DutyScope): readonly StandingDuty[] {
  const { trigger } = duty
  if (!isStanding(trigger)) return []
  const isLaw = (date: string): boolean => isWithin(duty.inForce, date)
  const days = daysOf(trigger, scope.asOf, scope.until).filter(isLaw)
  // A day further away than the end of the search is still the next one.
  const next = days[0] ?? daysOf(trigger, scope.asOf, addDays(scope.asOf, daysAhead)).find(isLaw) ?? null
  const passed = trigger.kind === 'by-date' && trigger.date < scope.asOf && isLaw(scope.asOf) ? trigger.date : null
  if (next === null && passed === null && !isLaw(scope.asOf)) return []
  return [{ duty: { ...duty, trigger }, instrument, next, days, passed }]
}

/** How far ahead the next day is looked for: ten years. */
const daysAhead = 3653

/** Lists the days of a trigger from one day through another. */
function daysOf(trigger: StandingTrigger, from: string, through: string): readonly string[] {
  const years = yearsFrom(from, through)
  const isAsked = (date: string): boolean => from <= date && date <= through
  switch (trigger.kind) {
    case 'by-date':
      return [trigger.date].filter(isAsked)
    case 'each-year': {
      const { by } = trigger
      return by === null ? [] : years.map((year) => dayOfYear(year, by)).filter(isAsked)
    }
    case 'each-quarter':
      return years.flatMap((year) => quarterEnds.map((day) => `${year}-${day}`)).filter(isAsked)
    case 'each-month':
      return years.flatMap(monthEnds).filter(isAsked)
    case 'at-all-times':
      return []
  }
}

/** Gives a day of a year; a year without a 29 February has the day before. */
function dayOfYear(year: string, day: string): string {
  const date = `${year}-${day}`
  return dateExists(date) ? date : `${year}-02-28`
}

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const

function monthEnds(year: string): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const next = index === 11 ? `${Number(year) + 1}-01-01` : `${year}-${String(index + 2).padStart(2, '0')}-01`
    return addDays(next, -1)
  })
}

function yearsFrom(from: string, through: string): readonly string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(through.slice(0, 4))]
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => String(first + index).padStart(4, '0'))
}
