/** The law that binds a place on a date, in layers from the top. */
import {
  addDays,
  isWithin,
  ranks,
  type Doubt,
  type Duty,
  type Instrument,
  type Interval,
  type Library,
  type NotEncoded,
  type Provision,
  type Rule,
  type Vocabulary,
} from '@brightline/language'
import { editionsOf } from '../calendar/asked.ts'
import { hashOf } from './hash.ts'
import type { Layer, Stack, Standing } from './layer.ts'
import { layersOnAct, type LayerOnAct } from './on-act.ts'
import { readSensibly } from './sense.ts'

/**
 * Lists the place ids that bind a place, from the top.
 *
 * @example
 * placesAbove('us/ca/san-francisco') // => ['us', 'us/ca', 'us/ca/san-francisco']
 */
export function placesAbove(place: string): readonly string[] {
  const parts = place.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Builds the stack of a place on a date. The place must be in the library. */
export function stackOf(library: Library, place: string, asOf: string): Stack {
  const places = placesAbove(place)
  const vocabulary = wordsOf(library, places)
  const read = sensiblyOf(vocabulary)
  const standing = instrumentsOf(library, places)
    .map((instrument) => standingOf(instrument, asOf, read))
    .filter((one) => provisionsOf(one).length > 0)
  const layers = ranks
    .map((rank): Layer => ({ rank, instruments: standing.filter(({ instrument }) => instrument.rank === rank) }))
    .filter(({ instruments }) => instruments.length > 0)
  let hash: string | null = null
  return {
    place,
    asOf,
    layers,
    vocabulary,
    library,
    get policyHash(): string {
      hash ??= hashOf(layers, vocabulary)
      return hash
    },
  }
}

/** Lists the instruments of some places in the order of the library, once. */
function instrumentsOf(library: Library, places: readonly string[]): readonly Instrument[] {
  const made = instrumentsByPlaces.get(library) ?? new Map<string, readonly Instrument[]>()
  instrumentsByPlaces.set(library, made)
  const key = places.join()
  const instruments = made.get(key) ?? library.instruments.filter(({ place }) => places.includes(place))
  made.set(key, instruments)
  return instruments
}

const instrumentsByPlaces = new WeakMap<Library, Map<string, readonly Instrument[]>>()

/**
 * Collects the words that law of these places knows; one object for the same places, so that it can be told by
 * identity.
 */
export function wordsOf(library: Library, places: readonly string[]): Vocabulary {
  const made = wordsByPlaces.get(library) ?? new Map<string, Vocabulary>()
  wordsByPlaces.set(library, made)
  const key = places.join()
  const known = made.get(key)
  if (known !== undefined) return known
  const { vocabulary } = library
  const isKnown = ({ place }: { readonly place?: string }): boolean => place === undefined || places.includes(place)
  const words: Vocabulary = {
    agencies: vocabulary.agencies.filter(isKnown),
    acts: vocabulary.acts.filter(isKnown),
    facts: vocabulary.facts.filter(isKnown),
    events: vocabulary.events.filter(isKnown),
    impossible: vocabulary.impossible.filter(isKnown),
  }
  made.set(key, words)
  return words
}

const wordsByPlaces = new WeakMap<Library, Map<string, Vocabulary>>()

/** Lists every rule of a stack. */
export function rulesOf(stack: Stack): readonly Rule[] {
  return stack.layers.flatMap(({ instruments }) => instruments.flatMap(({ rules }) => rules))
}

/** Lists every duty of a stack. */
export function dutiesOf(stack: Stack): readonly Duty[] {
  return stack.layers.flatMap(({ instruments }) => instruments.flatMap(({ duties }) => duties))
}

/** Lists every doubt rule of a stack. */
export function doubtsOf(stack: Stack): readonly Doubt[] {
  return stack.layers.flatMap(({ instruments }) => instruments.flatMap(({ doubts }) => doubts))
}

/** Lists every provision of a stack that is not encoded. */
export function notEncodedOf(stack: Stack): readonly NotEncoded[] {
  return stack.layers.flatMap(({ instruments }) => instruments.flatMap(({ notEncoded }) => notEncoded))
}

/** Tells whether nobody may do an act without a power. */
export function needsPower({ vocabulary }: Pick<Stack, 'vocabulary'>, act: string): boolean {
  return vocabulary.acts.some(({ name, power }) => name === act && power !== null)
}

/** Lists the instruments of a stack with a contested rule on an act, in order, once. */
export function contestedOn(stack: Stack, act: string): readonly Standing[] {
  const layers = layersOnAct(stack, act)
  const known = contestedByLayers.get(layers)
  if (known !== undefined) return known
  const contested = layers.flatMap(({ speakers }) =>
    speakers.flatMap(({ standing, rules }) => (rules.some(({ id }) => standing.contested.has(id)) ? [standing] : [])),
  )
  contestedByLayers.set(layers, contested)
  return contested
}

const contestedByLayers = new WeakMap<readonly LayerOnAct[], readonly Standing[]>()

/** Lists the provisions of a stack on one act, with the doubt rules, which concern all: equal texts mean equal answers. */
export function lawOn(stack: Stack, act: string): string {
  const byAct = lawByStack.get(stack) ?? new Map<string, string>()
  lawByStack.set(stack, byAct)
  const known = byAct.get(act)
  if (known !== undefined) return known
  const { kinds, doubts } = everyActIn(stack)
  const concerning = layersOnAct(stack, act).flatMap(({ rank, speakers }) =>
    speakers.flatMap(({ standing, rules, duties, notEncoded }) =>
      [...rules, ...duties, ...notEncoded].map((one) => saidAs(one, rank, standing)),
    ),
  )
  const law = `${act}: ${[...kinds, ...concerning, ...doubts].join()}`
  byAct.set(act, law)
  return law
}

/** Lists what counts for every act: kinds of agency that only some places know, which make another space, and doubt rules. */
function everyActIn(stack: Stack): Record<'kinds' | 'doubts', readonly string[]> {
  const known = everyActByStack.get(stack)
  if (known !== undefined) return known
  const doubts = stack.layers.flatMap(({ rank, instruments }) =>
    instruments.flatMap((standing) => standing.doubts.map((doubt) => saidAs(doubt, rank, standing))),
  )
  const kinds = stack.vocabulary.agencies.flatMap(({ name, place }) => (place === undefined ? [] : [name]))
  const made = { kinds, doubts }
  everyActByStack.set(stack, made)
  return made
}

const everyActByStack = new WeakMap<Stack, Record<'kinds' | 'doubts', readonly string[]>>()

function saidAs({ id }: Provision, rank: Layer['rank'], { contested }: Standing): string {
  return `${rank} ${id}${contested.has(id) ? '?' : ''}`
}

const lawByStack = new WeakMap<Stack, Map<string, string>>()

/** Lists the dates on which the law of a place changes, in order: also those on which a form, whose time it takes, does. */
export function datesOfChange(library: Library, place: string): readonly string[] {
  const byPlace = datesByLibrary.get(library) ?? new Map<string, readonly string[]>()
  datesByLibrary.set(library, byPlace)
  const dates = byPlace.get(place) ?? listDates(library, place)
  byPlace.set(place, dates)
  return dates
}

const datesByLibrary = new WeakMap<Library, Map<string, readonly string[]>>()

function listDates(library: Library, place: string): readonly string[] {
  const instruments = instrumentsOf(library, placesAbove(place))
  const takesForm = instruments.some(({ rules }) => rules.some(({ limit }) => limit?.kind === 'asked'))
  return daysOf([
    ...instruments
      .flatMap(provisionsOf)
      .flatMap(({ inForce, contested, challenged }) => [...inForce, ...contested, ...challenged]),
    ...(takesForm ? editionsOf(library.vocabulary) : []),
  ])
}

/** Makes the rewriting of conditions under a vocabulary once, so that equal provisions stay one object. */
function sensiblyOf(vocabulary: Vocabulary): SensibleItems {
  const known = sensiblyByWords.get(vocabulary)
  if (known !== undefined) return known
  const read = readSensibly(vocabulary)
  const once = <Item extends Conditional>(): ((item: Item) => Item) => {
    const made = new Map<Item, Item>()
    return (item) => {
      const before = made.get(item)
      if (before !== undefined) return before
      const condition = read(item.condition)
      const now = condition === item.condition ? item : { ...item, condition }
      made.set(item, now)
      return now
    }
  }
  const items = {
    rule: once<Rule>(),
    duty: once<Duty>(),
    doubt: once<Doubt>(),
    notEncoded: once<NotEncoded>(),
    standings: new Map<Instrument, Map<string, Standing>>(),
  }
  sensiblyByWords.set(vocabulary, items)
  return items
}

type Conditional = Rule | Duty | Doubt | NotEncoded

interface SensibleItems {
  readonly rule: (rule: Rule) => Rule
  readonly duty: (duty: Duty) => Duty
  readonly doubt: (doubt: Doubt) => Doubt
  readonly notEncoded: (one: NotEncoded) => NotEncoded
  /** The instruments as they stood, by the day since when they stand so. */
  readonly standings: Map<Instrument, Map<string, Standing>>
}

const sensiblyByWords = new WeakMap<Vocabulary, SensibleItems>()

/** Makes an instrument as it stands on a date; dates between which nothing of it changes share one. */
function standingOf(instrument: Instrument, asOf: string, read: SensibleItems): Standing {
  const bySince = read.standings.get(instrument) ?? new Map<string, Standing>()
  read.standings.set(instrument, bySince)
  const since = changesOf(instrument).findLast((date) => date <= asOf) ?? ''
  const standing = bySince.get(since) ?? makeStanding(instrument, asOf, read)
  bySince.set(since, standing)
  return standing
}

function makeStanding(instrument: Instrument, asOf: string, read: SensibleItems): Standing {
  const inForce = (provision: Provision): boolean => isWithin(provision.inForce, asOf)
  const rules = instrument.rules.filter(inForce).map(read.rule)
  const duties = instrument.duties.filter(inForce).map(read.duty)
  const doubts = instrument.doubts.filter(inForce).map(read.doubt)
  const notEncoded = instrument.notEncoded.filter(inForce).map(read.notEncoded)
  const standing = { rules, duties, doubts, notEncoded }
  const contested = provisionsOf(standing).filter((provision) => isWithin(provision.contested, asOf))
  return { instrument, ...standing, contested: new Set(contested.map(({ id }) => id)) }
}

/** Lists the days on which provisions of an instrument come into force or into doubt, or are so no more, in order. */
function changesOf(instrument: Instrument): readonly string[] {
  const known = changesByInstrument.get(instrument)
  if (known !== undefined) return known
  const changes = daysOf(provisionsOf(instrument).flatMap(({ inForce, contested }) => [...inForce, ...contested]))
  changesByInstrument.set(instrument, changes)
  return changes
}

const changesByInstrument = new WeakMap<Instrument, readonly string[]>()

/** Lists the first days of some periods, and the first days after them, in order. */
function daysOf(periods: readonly Interval[]): readonly string[] {
  const days = periods.flatMap(({ from, through }) => [from, through === null ? null : addDays(through, 1)])
  return [...new Set(days.filter((day) => day !== null))].sort()
}

function provisionsOf({
  rules,
  duties,
  doubts,
  notEncoded,
}: Pick<Instrument, 'rules' | 'duties' | 'doubts' | 'notEncoded'>): readonly Provision[] {
  return [...rules, ...duties, ...doubts, ...notEncoded]
}
