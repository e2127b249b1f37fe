/** The law of a place as a list of things that can be compared one by one: instruments, their parts, and tables. */
import { isWithin, type Instrument, type Interval, type Library, type Provision } from '@brightline/language'
import { placesAbove } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import {
  doubtFields,
  dutyFields,
  exampleFields,
  groupFields,
  holidayFields,
  instrumentFields,
  notEncodedFields,
  offenceFields,
  promiseFields,
  ruleFields,
  sectionFields,
  sourceFields,
  termFields,
  type Fields,
  type LawField,
} from './law-fields.ts'

/** The kinds of things that law consists of. */
export type LawKind =
  | 'instrument'
  | 'event'
  | 'section'
  | 'source'
  | 'term'
  | 'group'
  | 'rule'
  | 'duty'
  | 'doubt'
  | 'not-encoded'
  | 'promise'
  | 'example'
  | 'offence'
  | 'holiday'

/** The force of a thing on a date. A thing without dates of its own is `timeless`. */
export type Standing = 'in-force' | 'contested' | 'dormant' | 'timeless'

/** The fields that a thing has, of all that there are. */
type SomeFields = Partial<Fields<LawField>>

/** One thing that the law of a place has. */
export interface LawThing {
  readonly kind: LawKind
  /** Unique among things of its kind. */
  readonly key: string
  readonly name: string
  readonly cite: string | null
  /** Null for a line of a table. */
  readonly instrument: Instrument | null
  readonly standing: Standing
  readonly fields: () => SomeFields
}

/** Lists everything that binds the place of a stack or could, in the order of the law; also what is not in force. */
export function thingsOf({ library, place, asOf }: Stack): readonly LawThing[] {
  const places = placesAbove(place)
  const instruments = library.instruments.filter((instrument) => places.includes(instrument.place))
  return [...instruments.flatMap((instrument) => ofInstrument(instrument, asOf)), ...ofTables(library, places, asOf)]
}

function ofInstrument(instrument: Instrument, asOf: string): readonly LawThing[] {
  const { id, cite } = instrument
  const part = (
    kind: LawKind,
    name: string,
    { cite: pin, standing }: { readonly cite: string | null; readonly standing: Standing },
    fields: () => SomeFields,
  ): LawThing => ({ kind, key: `${id} ${name}`, name, cite: pin, instrument, standing, fields })
  const timeless = (pin: string | null): { cite: string | null; standing: Standing } => ({
    cite: pin,
    standing: 'timeless',
  })
  const dated = (provision: Provision): { cite: string; standing: Standing } => ({
    cite: provision.cite,
    standing: standingOf(provision, asOf),
  })
  return [
    part('instrument', id, timeless(cite), () => instrumentFields(instrument)),
    ...instrument.events.map((event) =>
      part('event', JSON.stringify(event), timeless(event.cite), () => ({ event: { kind: 'event', event } })),
    ),
    ...instrument.sources.map((source) => part('source', source.name, timeless(null), () => sourceFields(source))),
    ...instrument.sections.map((section) =>
      part('section', section.number, timeless(section.cite), () => sectionFields(section)),
    ),
    ...instrument.terms.map((term) => part('term', term.name, timeless(term.cite), () => termFields(term))),
    ...instrument.groups.map((group) => part('group', group.name, timeless(group.cite), () => groupFields(group))),
    ...instrument.rules.map((rule) => part('rule', rule.id, dated(rule), () => ruleFields(rule))),
    ...instrument.duties.map((duty) => part('duty', duty.id, dated(duty), () => dutyFields(duty))),
    ...instrument.doubts.map((doubt) => part('doubt', doubt.id, dated(doubt), () => doubtFields(doubt))),
    ...instrument.notEncoded.map((one) => part('not-encoded', one.id, dated(one), () => notEncodedFields(one))),
    ...instrument.promises.map((promise) =>
      part('promise', promise.name, timeless(null), () => promiseFields(promise)),
    ),
    ...instrument.examples.map((example) =>
      part('example', example.name, timeless(null), () => exampleFields(example)),
    ),
  ]
}

/** Lists the lines of the tables of these places. A table names no instrument. */
function ofTables({ offences, holidays }: Library, places: readonly string[], asOf: string): readonly LawThing[] {
  const line = (
    kind: LawKind,
    key: readonly string[],
    { name, cite, force }: { readonly name: string; readonly cite: string; readonly force: Interval },
    fields: () => SomeFields,
  ): LawThing => ({
    kind,
    key: key.join(' '),
    name,
    cite,
    instrument: null,
    standing: isWithin([force], asOf) ? 'in-force' : 'dormant',
    fields,
  })
  return places.flatMap((place) => [
    ...(offences[place] ?? []).map((offence) => {
      const { class: group, statute, level, force } = offence
      // A statute that is listed again after it was taken off has two lines.
      const key = [place, group, statute, level ?? '', force.from ?? '']
      return line('offence', key, { ...offence, name: statute }, () => offenceFields(offence))
    }),
    ...(holidays[place] ?? []).map((holiday) =>
      line('holiday', [place, holiday.name, holiday.force.from ?? ''], holiday, () => holidayFields(holiday)),
    ),
  ])
}

function standingOf({ inForce, contested }: Provision, asOf: string): Standing {
  if (!isWithin(inForce, asOf)) return 'dormant'
  return isWithin(contested, asOf) ? 'contested' : 'in-force'
}
