/** Instruments of which the library has no version on a date, since the first one is of a later day. */
import {
  byCharacters,
  type Duty,
  type Instrument,
  type Library,
  type NotEncoded,
  type Provision,
  type Rule,
} from '@brightline/language'
import { bindsKind } from './bound.ts'
import { placesAbove } from './stack.ts'

/** An instrument that has no version on a date. */
export interface NoVersion {
  readonly instrument: string
  readonly title: string
  readonly cite: string
  readonly place: string
  /** The day of the first version, an ISO date. */
  readonly from: string
}

/** Something that binds kinds of agency. */
type Binding = Rule | Duty | NotEncoded

/** What is asked about: some provisions, and perhaps their own first day instead of that of the instrument. */
export interface Asked {
  readonly isAsked: (provision: Binding) => boolean
  readonly firstOf?: 'instrument' | 'asked'
}

/**
 * Lists the instruments of a place and of those above it that have their first version after a date, the earliest
 * first. Before that day they may not have been law, or have had a text that nobody encoded.
 *
 * @example
 * withoutVersion(library, 'us/ca', '2015-01-01').some(({ instrument }) => instrument === 'us/ca/values-act') // => true
 */
export function withoutVersion(
  { instruments }: Library,
  place: string,
  asOf: string,
  { isAsked, firstOf = 'instrument' }: Asked = { isAsked: () => true },
): readonly NoVersion[] {
  const byPlace = listedByPlace.get(instruments) ?? Map.groupBy(instruments, (one) => one.place)
  listedByPlace.set(instruments, byPlace)
  const there = placesAbove(place).flatMap((above) => byPlace.get(above) ?? [])
  const later = there.flatMap((instrument): readonly NoVersion[] => {
    const own = firstDayOf(instrument)
    // Nothing in it is older.
    if (own <= asOf && firstOf === 'instrument') return []
    const asked = bindingOf(instrument).filter(isAsked)
    const from = firstOf === 'instrument' ? own : firstDay(asked)
    const { id, title, cite } = instrument
    return asked.length === 0 || from <= asOf ? [] : [{ instrument: id, title, cite, place: instrument.place, from }]
  })
  return later.toSorted((a, b) => byCharacters(a.from, b.from) || byCharacters(a.instrument, b.instrument))
}

/** Asks about acts, and about a kind of agency where it is known. */
export function aboutActs(
  { vocabulary }: Pick<Library, 'vocabulary'>,
  acts: readonly string[],
  agency: string | null,
): Asked {
  return {
    isAsked: (one) => actsOf(one).some((act) => acts.includes(act)) && bindsKind(one.agencies, agency, vocabulary),
  }
}

function actsOf(one: Binding): readonly string[] {
  if (one.kind !== 'duty') return one.acts
  return 'acts' in one.trigger ? [...one.trigger.acts, ...one.about] : one.about
}

function bindingOf({ rules, duties, notEncoded }: Instrument): readonly Binding[] {
  return [...rules, ...duties, ...notEncoded]
}

/** Gives the first day on which an instrument has law; an empty text where it has none, or no beginning. */
function firstDayOf(instrument: Instrument): string {
  const known = firstDays.get(instrument) ?? firstDay([...bindingOf(instrument), ...instrument.doubts])
  firstDays.set(instrument, known)
  return known
}

/** Every answer asks for these, and a library never changes. */
const listedByPlace = new WeakMap<Library['instruments'], ReadonlyMap<string, readonly Instrument[]>>()

/** Every answer asks for it, and an instrument never changes. */
const firstDays = new WeakMap<Instrument, string>()

function firstDay(provisions: readonly Provision[]): string {
  const [first = ''] = provisions.flatMap(({ inForce }) => inForce.map(({ from }) => from ?? '')).toSorted()
  return first
}
