/** Proves the promises of an instrument over every case and every date, or says which case refutes them. */
import type { Diagnostic, Instrument, Library, PolicyPromise } from '@brightline/language'
import { boundBroken, datesInForce, refuteOn } from '../analysis/prove.ts'
import { DiagramTooLarge } from '../diagram/store.ts'
import { tooLarge } from './contradiction.ts'
import type { StackAt } from '../stack/layer.ts'

/** What refutes a promise; empty where it is proved for the encoded law over declared facts. */
export function checkPromise(
  library: Library,
  instrument: Instrument,
  promise: PolicyPromise,
  stackAt: StackAt,
): readonly Diagnostic[] {
  try {
    const refutation = whyNot(library, instrument, promise, stackAt)
    return refutation === null ? [] : [finding(promise, refutation)]
  } catch (error) {
    if (error instanceof DiagramTooLarge) return [tooLarge(instrument, promise.name, error)]
    throw error
  }
}

function whyNot(library: Library, instrument: Instrument, { claim }: PolicyPromise, stackAt: StackAt): string | null {
  if (claim.kind === 'keeps-floor') {
    const upper = library.instruments.find(({ id }) => id === claim.instrument)
    if (upper === undefined) return `there is no instrument \`${claim.instrument}\``
    const broken = boundBroken(library, instrument, upper, 'floor')
    return broken === null ? null : `as of ${broken.asOf}, ${broken.words.en}`
  }
  const dates = datesInForce(library, instrument)
  const refutation = refuteOn(claim, { place: instrument.place, agencies: instrument.binds, dates }, stackAt)
  return refutation === null ? null : `as of ${refutation.asOf}, ${refutation.words.en}`
}

function finding(promise: PolicyPromise, refutation: string): Diagnostic {
  return {
    code: 'POL-0503',
    severity: 'error',
    ...promise.position,
    message: `the promise \`${promise.name}\` does not hold: ${refutation}`,
    help: 'change the rules, or narrow the promise to what holds',
  }
}
