/** Proves the promises of an instrument over every case and every date, or says which case refutes them. */
import {
  fileProblem,
  type FileProblem,
  type Instrument,
  type Library,
  type PolicyPromise,
  type ProblemValue,
} from '@brightline/language'
import { boundBroken, datesInForce, refuteOn, type Refutation } from '../analysis/prove.ts'
import { DiagramTooLarge } from '../diagram/store.ts'
import { casesOf } from './case-values.ts'
import type { CheckCode } from './codes.ts'
import { tooLarge } from './contradiction.ts'
import type { StackAt } from '../stack/layer.ts'

/** Finds what refutes a promise; empty where it is proved for the encoded law over declared facts. */
export function checkPromise(
  library: Library,
  instrument: Instrument,
  promise: PolicyPromise,
  stackAt: StackAt,
): readonly FileProblem<CheckCode>[] {
  try {
    return whyNot(library, instrument, promise, stackAt)
  } catch (error) {
    if (error instanceof DiagramTooLarge) return [tooLarge(instrument, promise.name, error)]
    throw error
  }
}

function whyNot(
  library: Library,
  instrument: Instrument,
  { claim, name, position }: PolicyPromise,
  stackAt: StackAt,
): readonly FileProblem<CheckCode>[] {
  const refuted = (refutation: Refutation | null): readonly FileProblem<CheckCode>[] => {
    if (refutation === null) return []
    return [fileProblem('POL-0503', position, { promise: name, ...valuesOf(refutation) })]
  }
  if (claim.kind === 'keeps-floor') {
    const upper = library.instruments.find(({ id }) => id === claim.instrument)
    if (upper === undefined) {
      return [fileProblem('POL-0505', position, { promise: name, instrument: claim.instrument })]
    }
    return refuted(boundBroken({ library, instrument, upper, bound: 'floor' }))
  }
  const dates = datesInForce(library, instrument)
  return refuted(refuteOn(claim, { place: instrument.place, agencies: instrument.binds, dates }, stackAt))
}

/** Gives each kind of refutation a value that no other has, by which its sentence is chosen. */
function valuesOf({ shows, act, asOf, verdict, witness }: Refutation): Readonly<Record<string, ProblemValue>> {
  const about = { act, asOf, ...casesOf(witness) }
  switch (shows.kind) {
    case 'verdict':
      return { ...about, verdict }
    case 'depends':
      return { ...about, dependsOn: shows.fact }
    case 'shows-through':
      return { ...about, showsThrough: shows.fact }
    case 'floor':
      return { ...about, floor: shows.upper }
    case 'ceiling':
      return { ...about, ceiling: shows.upper }
  }
}
