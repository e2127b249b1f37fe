/** What of a stack bears on an act, and the space of the facts that it reads. */
import type { Condition, Doubt, Duty, NotEncoded, Rule, Vocabulary } from '@brightline/language'
import { bindsKind, factsOf, forAgencies, testsOf, type FactTest } from '../fact/condition.ts'
import { truthOfKnown } from '../fact/knowledge.ts'
import { buildSpace, type Known, type Space } from '../fact/space.ts'
import type { Layer, Stack, Standing } from '../stack/layer.ts'
import { layersOnAct } from '../stack/on-act.ts'
import { doubtsOf } from '../stack/stack.ts'

/** An instrument, with what of it bears on an act. */
export interface Speaker {
  readonly standing: Standing
  readonly rules: readonly Rule[]
  readonly notEncoded: readonly NotEncoded[]
}

/** The instruments of one rank of which something bears on an act. */
interface SpeakingLayer {
  readonly rank: Layer['rank']
  readonly speakers: readonly Speaker[]
}

/** The provisions that bear on an act. */
export interface Bearing {
  /** From the top. Layers of a stack that do not speak are not among them: other dates have others. */
  readonly layers: readonly SpeakingLayer[]
  readonly rules: readonly Rule[]
  readonly duties: readonly Duty[]
  readonly notEncoded: readonly NotEncoded[]
  /** The doubt rules whose term shares a fact with the rules. */
  readonly doubts: readonly Doubt[]
}

/** The part of the law on an act that is looked at. */
interface Part {
  /** The kind of agency that is bound; null is any. */
  readonly agency?: string | null
  readonly isWithoutDuties?: boolean
}

/** Collects once the provisions that bear on an act, perhaps of one kind of agency, perhaps without the duties. */
export function whatBears(stack: Stack, act: string, { agency = null, isWithoutDuties = false }: Part = {}): Bearing {
  const made = bearingByStack.get(stack) ?? new Map<string, Bearing>()
  bearingByStack.set(stack, made)
  const key = `${act} ${agency ?? ''}${isWithoutDuties ? ' without duties' : ''}`
  const known = made.get(key)
  if (known !== undefined) return known
  const bearing = isWithoutDuties ? { ...whatBears(stack, act, { agency }), duties: [] } : collect(stack, act, agency)
  made.set(key, bearing)
  return bearing
}

const bearingByStack = new WeakMap<Stack, Map<string, Bearing>>()

function collect(stack: Stack, act: string, agency: string | null): Bearing {
  const binds = ({ agencies }: Rule | Duty | NotEncoded): boolean =>
    agency === null || bindsKind(agencies, agency, stack.vocabulary)
  const onLayers = layersOnAct(stack, act)
  const layers = speaking(
    onLayers.map(({ rank, speakers }) => ({
      rank,
      speakers: speakers.map(({ standing, rules, notEncoded }) => {
        return { standing, rules: rules.filter(binds), notEncoded: notEncoded.filter(binds) }
      }),
    })),
  )
  const duties = onLayers.flatMap(({ speakers }) => speakers.flatMap((speaker) => speaker.duties.filter(binds)))
  const rules = rulesIn(layers)
  const read = new Set(rules.flatMap(({ condition }) => [...factsOf(condition)]))
  const doubts = doubtsOf(stack).filter(({ condition }) => readsAny(condition, read))
  return { layers, rules, duties, notEncoded: notEncodedIn(layers), doubts }
}

/** Leaves out the provisions that apply to no case of which this is known. Doubt rules stay. */
export function whatCouldApply(bearing: Bearing, known: Known, vocabulary: Vocabulary): Bearing {
  const couldApply = ({ agencies, condition }: Rule | Duty | NotEncoded): boolean =>
    truthOfKnown(forAgencies(agencies, vocabulary), known) !== 'no' && truthOfKnown(condition, known) !== 'no'
  const layers = speaking(
    bearing.layers.map(({ rank, speakers }) => ({
      rank,
      speakers: speakers.map(({ standing, rules, notEncoded }) => {
        return { standing, rules: rules.filter(couldApply), notEncoded: notEncoded.filter(couldApply) }
      }),
    })),
  )
  const duties = bearing.duties.filter(couldApply)
  return { layers, rules: rulesIn(layers), duties, notEncoded: notEncodedIn(layers), doubts: bearing.doubts }
}

/** Lists every test that some provisions make, of the kind of agency too. */
export function testsIn({ rules, duties, notEncoded, doubts }: Bearing, vocabulary: Vocabulary): readonly FactTest[] {
  return [
    ...[...rules, ...duties, ...notEncoded].flatMap(({ agencies, condition }) => [
      ...testsOf(forAgencies(agencies, vocabulary)),
      ...testsOf(condition),
    ]),
    ...doubts.flatMap(({ condition }) => testsOf(condition)),
  ]
}

/** Lists every test that the provisions on an act make, of every kind of agency. */
export function testsOn(stack: Stack, act: string): readonly FactTest[] {
  return testsIn(whatBears(stack, act), stack.vocabulary)
}

/** Finds once the impossible combinations that bear on the facts that the provisions on an act read. */
export function limitsOf(bearing: Bearing, vocabulary: Vocabulary): readonly Condition[] {
  const known = limitsByBearing.get(bearing)
  if (known !== undefined) return known
  const limits = limitsOn(vocabulary, new Set(testsIn(bearing, vocabulary).map(({ fact }) => fact)))
  limitsByBearing.set(bearing, limits)
  return limits
}

const limitsByBearing = new WeakMap<Bearing, readonly Condition[]>()

/**
 * Tells whether tests could cut a fact into more cells than so many: each range begins a cell, and ends one. What this
 * denies need not be counted.
 */
export function couldCutFinely({ facts, impossible }: Vocabulary, tests: readonly FactTest[], most: number): boolean {
  const ranges = new Map<string, number>()
  const count = ({ kind, fact }: FactTest): void => {
    if (kind === 'range') ranges.set(fact, (ranges.get(fact) ?? 0) + 1)
  }
  tests.forEach(count)
  for (const { condition } of impossible) testsOf(condition).forEach(count)
  if ([...ranges.values()].some((count) => 2 * count + 2 > most)) return true
  const read = new Set(tests.map(({ fact }) => fact))
  return facts.some(({ name, type }) => type.kind === 'one-of' && type.values.length > most && read.has(name))
}

/** Makes the space of the facts that some tests read, and the impossible combinations that bear on them. */
export function spaceOf(
  vocabulary: Vocabulary,
  tests: readonly FactTest[],
  agency: string | null = null,
): { readonly space: Space; readonly limits: readonly Condition[] } {
  const limits = limitsOn(vocabulary, new Set(tests.map(({ fact }) => fact)))
  return { space: buildSpace(vocabulary, [...tests, ...limits.flatMap(testsOf)], { agency }), limits }
}

/** Finds the impossible combinations that bear, directly or through each other, on some facts. */
function limitsOn({ impossible }: Vocabulary, read: ReadonlySet<string>): readonly Condition[] {
  const facts = new Set(read)
  // Law reads nothing where a question makes no sense, so no answer there need be kept out.
  const conditions = impossible.flatMap(({ fact, condition }) => (fact === null ? [condition] : []))
  const waiting = new Set(conditions)
  for (let before = -1; before !== waiting.size;) {
    before = waiting.size
    for (const condition of waiting) {
      if (!readsAny(condition, facts)) continue
      for (const fact of factsOf(condition)) facts.add(fact)
      waiting.delete(condition)
    }
  }
  return conditions.filter((condition) => !waiting.has(condition))
}

function readsAny(condition: Condition, facts: ReadonlySet<string>): boolean {
  for (const fact of factsOf(condition)) if (facts.has(fact)) return true
  return false
}

/** Keeps the instruments that say something, and the layers that have one. */
function speaking(layers: readonly SpeakingLayer[]): readonly SpeakingLayer[] {
  return layers
    .map(({ rank, speakers }) => ({
      rank,
      speakers: speakers.filter(({ rules, notEncoded }) => rules.length > 0 || notEncoded.length > 0),
    }))
    .filter(({ speakers }) => speakers.length > 0)
}

function rulesIn(layers: readonly SpeakingLayer[]): readonly Rule[] {
  return layers.flatMap(({ speakers }) => speakers.flatMap(({ rules }) => rules))
}

function notEncodedIn(layers: readonly SpeakingLayer[]): readonly NotEncoded[] {
  return layers.flatMap(({ speakers }) => speakers.flatMap(({ notEncoded }) => notEncoded))
}
