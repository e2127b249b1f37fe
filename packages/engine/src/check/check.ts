/** Everything that is checked before a text is adopted, beyond what the language can see. */
import type { Diagnostic, Instrument, Library } from '@brightline/language'
import { datesOfChange, stackOf, type Stack } from '../stack/stack.ts'
import { contradictions } from './contradiction.ts'
import { runExample, type StackAt } from './example.ts'
import { checkPromise } from './promise.ts'

/** What was checked. */
export interface CheckReport {
  readonly diagnostics: readonly Diagnostic[]
  readonly counts: {
    readonly instruments: number
    readonly rules: number
    readonly duties: number
    readonly examples: number
    readonly promises: number
  }
}

/** Contradictions, examples and promises of some instruments of a library. */
export function checkInstruments(library: Library, instruments: readonly Instrument[]): CheckReport {
  const stackAt = stackCache(library)
  const diagnostics = instruments.flatMap((instrument) => [
    ...contradictions(library, instrument),
    ...instrument.examples.flatMap((example) => runExample(library, instrument, example, stackAt)),
    ...instrument.promises.flatMap((promise) => checkPromise(library, instrument, promise, stackAt)),
  ])
  const count = (of: (instrument: Instrument) => readonly unknown[]): number =>
    instruments.reduce((sum, instrument) => sum + of(instrument).length, 0)
  return {
    diagnostics,
    counts: {
      instruments: instruments.length,
      rules: count(({ rules }) => rules),
      duties: count(({ duties }) => duties),
      examples: count(({ examples }) => examples),
      promises: count(({ promises }) => promises),
    },
  }
}

/** Builds each stack once; dates between which nothing changes share one, as of the first of them. */
export function stackCache(library: Library): StackAt {
  const stacks = new Map<string, Stack>()
  const changes = new Map<string, readonly string[]>()
  return (place, asOf) => {
    const dates = changes.get(place) ?? datesOfChange(library, place)
    changes.set(place, dates)
    const since = dates.findLast((date) => date <= asOf) ?? asOf
    const key = `${place} ${since}`
    const known = stacks.get(key)
    if (known !== undefined) return known
    const stack = stackOf(library, place, since)
    stacks.set(key, stack)
    return stack
  }
}
