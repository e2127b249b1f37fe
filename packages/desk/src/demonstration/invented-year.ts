/** A year of invented requests at one place, the same ones every time: a seed chooses kinds, hours and what came of each. */
import { seeded } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import type { OutcomeKind, OutsideAgency } from '../outcome/outcome.ts'
import { kindNamed, type InventedRequest, type KindName } from './invented-requests.ts'
import { yearPeriods, type YearPlace } from './year-places.ts'

/** What became of somebody, by the minutes before the case was over. */
export interface InventedOutcome {
  readonly kind: OutcomeKind
  readonly minutesBefore: number
  readonly receiver: OutsideAgency | null
}

/** A request of the year. */
export interface YearRequest extends InventedRequest {
  readonly outcomes: readonly InventedOutcome[]
  readonly minutesToFinish: number
}

/** How often each kind comes, of twenty. */
const mix: readonly KindName[] = [
  ...Array.from({ length: 6 }, () => 'detainer-alone' as const),
  ...Array.from({ length: 5 }, () => 'detainer-with-i-200' as const),
  ...Array.from({ length: 3 }, () => 'detainer-with-warrant' as const),
  ...Array.from({ length: 2 }, () => 'release-date-by-phone' as const),
  ...Array.from({ length: 4 }, () => 'help-in-operation' as const),
]

const boxes = [['final-order'], ['pending-proceedings'], ['records-match'], ['statements', 'records-match']] as const
const askers = ['ice', 'ice', 'cbp', 'us-marshals'] as const
const [perWeek, seed] = [1, 20_261_130]

/**
 * Lists the requests of a place, the oldest first: one a week through the periods that its report speaks of.
 *
 * @example
 * inventedYear(place, Temporal.Now.instant()) // the requests of its last periods
 */
export function inventedYear(place: YearPlace, now: Temporal.Instant): readonly YearRequest[] {
  const chance = seeded(seed + place.prefix.charCodeAt(1) * 256 + place.prefix.charCodeAt(2))
  const pick = (count: number): number => Math.floor(chance() * count)
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate().toString()
  const periods = yearPeriods(place, today)
  const first = Temporal.PlainDate.from(periods.at(-1)?.startsOn ?? today)
  const last = Temporal.PlainDate.from(periods[0]?.endsOn ?? today)
  const weeks = Math.floor(first.until(last).days / 7)
  const all = Array.from({ length: weeks * perWeek }, (_, at) => {
    const hour = { hour: 7 + pick(12), minute: pick(60) }
    const day = first.add({ days: at * 7 + pick(7) })
    const received = day.toZonedDateTime({ timeZone: place.timeZone, plainTime: Temporal.PlainTime.from(hour) })
    const minutesAgo = Math.floor((now.epochMilliseconds - received.epochMilliseconds) / 60_000)
    return yearRequest(place, { at, minutesAgo, kind: mix[pick(mix.length)] ?? 'detainer-alone', pick })
  })
  const forgotten = all.filter(({ outcomes }) => outcomes.length > 0).slice(-place.withoutOutcome)
  return place.withoutOutcome === 0 ? all : all.map((one) => (forgotten.includes(one) ? { ...one, outcomes: [] } : one))
}

interface Chosen {
  readonly at: number
  readonly minutesAgo: number
  readonly kind: KindName
  readonly pick: (count: number) => number
}

function yearRequest({ place }: YearPlace, { at, minutesAgo, kind, pick }: Chosen): YearRequest {
  const shape = kindNamed(kind)
  const isDetainer = shape.form === 'i-247a'
  const language: string = pick(3) === 0 ? 'en' : 'es'
  const asking = askers[pick(askers.length)] ?? 'ice'
  return {
    ...shape,
    answers: { ...shape.answers, ...(place.startsWith('us/ny/') ? searchedRecord(pick) : {}) },
    ...{ kind, minutesAgo, language, asking, progress: 'finished' as const },
    boxOne: isDetainer ? (boxes[pick(boxes.length)] ?? []) : [],
    bookingNumber: `INVENTED-${String(1001 + at)}`,
    outcomes: shape.answers['person.in-custody'] === 'yes' ? outcomesOf(kind, pick) : [],
    minutesToFinish: 6 * 60 + pick(40 * 60),
  }
}

/** What the search of the record found: mostly nothing. */
function searchedRecord(pick: (count: number) => number): YearRequest['answers'] {
  return {
    'nyc.violent-crime': pick(4) === 0 ? 1 + pick(9) : 'never',
    'nyc.terrorist-match': pick(12) === 0 ? 'yes' : 'no',
  }
}

/** A judge's warrant leads to a transfer mostly; everybody else goes free, some of them on bail. */
function outcomesOf(kind: KindName, pick: (count: number) => number): readonly InventedOutcome[] {
  const end = { minutesBefore: 5, receiver: null }
  if (kind === 'detainer-with-warrant' && pick(4) > 0)
    return [
      { kind: 'held', minutesBefore: 180, receiver: null },
      { ...end, kind: 'transferred', receiver: pick(3) === 0 ? 'us-marshals' : 'ice' },
    ]
  const bail = pick(3) === 0 ? [{ kind: 'bail-posted' as const, minutesBefore: 120, receiver: null }] : []
  return [...bail, { ...end, kind: 'released' }]
}
