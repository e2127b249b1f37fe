/** One instrument by itself: on which dates it changes, and a stack of nothing else. */
import { addDays, type Instrument, type Library, type Rule } from '@brightline/language'
import type { Stack } from './layer.ts'
import { placesAbove, wordsOf } from './stack.ts'

/** Lists the first day of each stretch in which the same provisions are in force. */
export function datesOf(instrument: Instrument): readonly string[] {
  const dates = new Set<string>()
  for (const { inForce } of [...instrument.rules, ...instrument.duties]) {
    for (const { from, through } of inForce) {
      dates.add(from ?? '0001-01-01')
      // Where an exception ends, what it kept apart may meet.
      if (through !== null) dates.add(addDays(through, 1))
    }
  }
  return [...dates].sort()
}

/** Makes a stack of one instrument's rules, so that nothing above or below it is heard. */
export function aloneInStack(library: Library, instrument: Instrument, rules: readonly Rule[], asOf: string): Stack {
  const standing = { instrument, rules, duties: [], doubts: [], notEncoded: [], contested: new Set<string>() }
  return {
    place: instrument.place,
    asOf,
    layers: [{ rank: instrument.rank, instruments: [standing] }],
    vocabulary: wordsOf(library, placesAbove(instrument.place)),
    library,
    policyHash: '',
  }
}
