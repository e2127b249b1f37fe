/** The law that binds a place on a date, in layers from the top. */
import {
  addDays,
  isWithin,
  ranks,
  type Doubt,
  type Duty,
  type Instrument,
  type Library,
  type NotEncoded,
  type Provision,
  type Rule,
  type Vocabulary,
} from '@brightline/language'
import { editionsOf } from '../calendar/asked.ts'
import { hashOf } from './hash.ts'
import type { Layer, Stack, Standing } from './layer.ts'
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
  const standing = library.instruments
    .filter((instrument) => places.includes(instrument.place))
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

/** Lists the instruments of a stack with a contested rule on an act, in order. */
export function contestedOn(stack: Stack, act: string): readonly Standing[] {
  return stack.layers
    .flatMap(({ instruments }) => instruments)
    .filter(({ rules, contested }) => rules.some((rule) => rule.acts.includes(act) && contested.has(rule.id)))
}

/** Lists the provisions of a stack on one act: equal texts mean equal answers. */
export function lawOn(stack: Stack, act: string): string {
  const known = lawByStack.get(stack) ?? listLaw(stack)
  lawByStack.set(stack, known)
  return `${act}: ${[...known.kinds, ...(known.byAct.get(act) ?? known.doubts)].join()}`
}

/** The provisions of a stack: by act those that concern it, with the doubt rules, which concern all. */
interface Listed {
  /** Kinds of agency that only some places know: they make another space. */
  readonly kinds: readonly string[]
  readonly doubts: readonly string[]
  readonly byAct: ReadonlyMap<string, readonly string[]>
}

const lawByStack = new WeakMap<Stack, Listed>()

function listLaw({ layers, vocabulary }: Stack): Listed {
  const byAct = new Map<string, string[]>()
  const add = (act: string, said: string): void => {
    const ids = byAct.get(act) ?? []
    ids.push(said)
    byAct.set(act, ids)
  }
  const allDoubts: string[] = []
  for (const { rank, instruments } of layers) {
    for (const { rules, duties, doubts, notEncoded, contested } of instruments) {
      const saidAs = ({ id }: Provision): string => `${rank} ${id}${contested.has(id) ? '?' : ''}`
      const onActs = [...rules, ...duties, ...notEncoded]
      onActs.forEach((provision) => new Set(actsOf(provision)).forEach((act) => add(act, saidAs(provision))))
      allDoubts.push(...doubts.map(saidAs))
    }
  }
  for (const ids of byAct.values()) ids.push(...allDoubts)
  const kinds = vocabulary.agencies.flatMap(({ name, place }) => (place === undefined ? [] : [name]))
  return { kinds, doubts: allDoubts, byAct }
}

function actsOf(provision: Rule | Duty | NotEncoded): readonly string[] {
  if (provision.kind !== 'duty') return provision.acts
  const { trigger } = provision
  return trigger.kind === 'on-request' || trigger.kind === 'after' ? trigger.acts : []
}

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
  const places = placesAbove(place)
  const instruments = library.instruments.filter((instrument) => places.includes(instrument.place))
  const takesForm = instruments.some(({ rules }) => rules.some(({ limit }) => limit?.kind === 'asked'))
  const dates = [
    ...instruments
      .flatMap(provisionsOf)
      .flatMap(({ inForce, contested, challenged }) => [...inForce, ...contested, ...challenged]),
    ...(takesForm ? editionsOf(library.vocabulary) : []),
  ].flatMap(({ from, through }) => [from, through === null ? null : addDays(through, 1)])
  return [...new Set(dates.filter((date) => date !== null))].sort()
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
  const items = { rule: once<Rule>(), duty: once<Duty>(), doubt: once<Doubt>(), notEncoded: once<NotEncoded>() }
  sensiblyByWords.set(vocabulary, items)
  return items
}

type Conditional = Rule | Duty | Doubt | NotEncoded

interface SensibleItems {
  readonly rule: (rule: Rule) => Rule
  readonly duty: (duty: Duty) => Duty
  readonly doubt: (doubt: Doubt) => Doubt
  readonly notEncoded: (one: NotEncoded) => NotEncoded
}

const sensiblyByWords = new WeakMap<Vocabulary, SensibleItems>()

function standingOf(instrument: Instrument, asOf: string, read: SensibleItems): Standing {
  const inForce = (provision: Provision): boolean => isWithin(provision.inForce, asOf)
  const rules = instrument.rules.filter(inForce).map(read.rule)
  const duties = instrument.duties.filter(inForce).map(read.duty)
  const doubts = instrument.doubts.filter(inForce).map(read.doubt)
  const notEncoded = instrument.notEncoded.filter(inForce).map(read.notEncoded)
  const standing = { rules, duties, doubts, notEncoded }
  const contested = provisionsOf(standing).filter((provision) => isWithin(provision.contested, asOf))
  return { instrument, ...standing, contested: new Set(contested.map(({ id }) => id)) }
}

function provisionsOf({
  rules,
  duties,
  doubts,
  notEncoded,
}: Pick<Instrument, 'rules' | 'duties' | 'doubts' | 'notEncoded'>): readonly Provision[] {
  return [...rules, ...duties, ...doubts, ...notEncoded]
}
