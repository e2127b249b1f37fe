/** Everything that is checked before a text is adopted, beyond what the language can see. */
import type { FileProblem, Instrument, Library } from '@brightline/language'
import { couldCutFinely, spaceOf, testsOn } from '../diagram/bearing.ts'
import { checkWidth } from '../diagram/compile.ts'
import { DiagramTooLarge, mostCells } from '../diagram/store.ts'
import { stackCache } from '../stack/stack-cache.ts'
import { datesOfChange } from '../stack/stack.ts'
import type { CheckCode } from './codes.ts'
import { contradictions, tooLarge } from './contradiction.ts'
import { runExample } from './example.ts'
import type { Stack, StackAt } from '../stack/layer.ts'
import { checkPromise } from './promise.ts'

/** The outcome of the checks. */
export interface CheckReport {
  readonly problems: readonly FileProblem<CheckCode>[]
  readonly counts: {
    readonly instruments: number
    readonly rules: number
    readonly duties: number
    readonly examples: number
    readonly promises: number
  }
}

/** Checks the contradictions, examples and promises of some instruments of a library. */
export function checkInstruments(library: Library, instruments: readonly Instrument[]): CheckReport {
  const stackAt = stackCache(library)
  const problems = instruments.flatMap((instrument) => [
    ...withWidths(contradictions(library, instrument), library, instrument, stackAt),
    ...instrument.examples.flatMap((example) => runExample(instrument, example, stackAt)),
    ...instrument.promises.flatMap((promise) => checkPromise(library, instrument, promise, stackAt)),
  ])
  return { problems, counts: countsOf(instruments) }
}

/** Counts what some instruments hold. */
export function countsOf(instruments: readonly Instrument[]): CheckReport['counts'] {
  const count = (of: (instrument: Instrument) => readonly unknown[]): number =>
    instruments.reduce((sum, instrument) => sum + of(instrument).length, 0)
  return {
    instruments: instruments.length,
    rules: count(({ rules }) => rules),
    duties: count(({ duties }) => duties),
    examples: count(({ examples }) => examples),
    promises: count(({ promises }) => promises),
  }
}

/** Adds the acts on which the law of the place, all layers together, cuts a fact too finely to be decided. */
function withWidths(
  found: readonly FileProblem<CheckCode>[],
  library: Library,
  instrument: Instrument,
  stackAt: StackAt,
): readonly FileProblem<CheckCode>[] {
  const last = datesOfChange(library, instrument.place).at(-1)
  if (last === undefined) return found
  const stack = stackAt(instrument.place, last)
  const wide = [...new Set(instrument.rules.flatMap(({ acts }) => acts))].flatMap((act) => {
    const error = widthOf(stack, act)
    return error === null ? [] : [tooLarge(instrument, act, error)]
  })
  return [...found, ...wide.filter((one) => found.every((other) => !isSame(one, other)))]
}

/** Finds once whether the law of a stack on an act is cut too finely. */
function widthOf(stack: Stack, act: string): DiagramTooLarge | null {
  const known = widths.get(stack) ?? new Map<string, DiagramTooLarge | null>()
  widths.set(stack, known)
  const before = known.get(act)
  if (before !== undefined) return before
  const found = tooWide(stack, act)
  known.set(act, found)
  return found
}

const widths = new WeakMap<Stack, Map<string, DiagramTooLarge | null>>()

function tooWide(stack: Stack, act: string): DiagramTooLarge | null {
  const tests = testsOn(stack, act)
  try {
    if (couldCutFinely(stack.vocabulary, tests, mostCells)) checkWidth(spaceOf(stack.vocabulary, tests).space)
    return null
  } catch (error) {
    if (error instanceof DiagramTooLarge) return error
    throw error
  }
}

function isSame(one: FileProblem, other: FileProblem): boolean {
  return one.code === other.code && one.values['act'] === other.values['act']
}
