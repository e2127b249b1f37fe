/** Claims with what they are about, proved or refuted. */
import type { Claim, Instrument, Library } from '@brightline/language'
import { stackCache } from '../stack/stack-cache.ts'
import { DiagramTooLarge, type Outgrown } from '../diagram/store.ts'
import { boundBroken, datesInForce, refuteOn, type Refutation } from './prove.ts'

/** That a text forbids nothing which an upper one lets or makes staff do. It can be asked, and not promised. */
interface KeepsCeiling {
  readonly kind: 'keeps-ceiling'
  readonly instrument: string
}

/** A claim with what it is about. */
export interface Asked {
  /** Words of the claim where it was given in words: the name of a promise, or its own text. */
  readonly name: string | null
  readonly claim: Claim | KeepsCeiling
  /** Whose promise it is; null for a claim that was given apart. */
  readonly instrument: Instrument | null
  readonly place: string
  /** Agency kinds the claim is about; null is every agency. */
  readonly agencies: readonly string[] | null
  readonly dates: readonly string[]
}

/** The outcome of a claim. */
export type Proved =
  | { readonly kind: 'holds' }
  | {
      readonly kind: 'refuted'
      readonly refutation: Refutation
      /** The instrument that breaks a bound; null for a claim about the whole law of the place. */
      readonly breaking: Instrument | null
    }
  | { readonly kind: 'not-analysed'; readonly outgrown: Outgrown }

/** Lists the promises of an instrument as claims, about every date of change of its law or about one. */
export function promisesOf(library: Library, instrument: Instrument, asOf: string | null): readonly Asked[] {
  const { place, binds: agencies, promises } = instrument
  const dates = asOf === null ? datesInForce(library, instrument) : [asOf]
  return promises.map(({ name, claim }) => ({ name, claim, instrument, place, agencies, dates }))
}

/**
 * Proves or refutes a claim.
 *
 * @example
 * const claim = { kind: 'blind', acts: null, facts: ['person.race'] }
 * const about = { name: null, instrument: null, agencies: null }
 * prove(library, { ...about, claim, place: 'us/ca', dates: ['2026-01-01'] }).kind // => 'holds'
 */
export function prove(library: Library, asked: Asked): Proved {
  const { claim, place, agencies, dates } = asked
  try {
    if (claim.kind === 'keeps-floor' || claim.kind === 'keeps-ceiling') return boundOf(library, asked, claim)
    const refutation = refuteOn(claim, { place, agencies, dates }, stackCache(library))
    return refutation === null ? { kind: 'holds' } : { kind: 'refuted', refutation, breaking: null }
  } catch (error) {
    if (error instanceof DiagramTooLarge) return { kind: 'not-analysed', outgrown: error.outgrown }
    throw error
  }
}

/** Lists the instruments of a place itself, not of those above it. */
export function ownInstruments(library: Library, place: string): readonly Instrument[] {
  return library.instruments.filter((instrument) => instrument.place === place)
}

function boundOf(
  library: Library,
  { instrument, place, dates }: Asked,
  { kind, instrument: upperId }: KeepsCeiling | Extract<Claim, { readonly kind: 'keeps-floor' }>,
): Proved {
  const upper = library.instruments.find(({ id }) => id === upperId)
  if (upper === undefined) throw new Error(`there is no instrument ${upperId}`)
  for (const own of instrument === null ? ownInstruments(library, place) : [instrument]) {
    if (own.id === upperId) continue
    const bound = kind === 'keeps-floor' ? 'floor' : 'ceiling'
    const refutation = boundBroken({ library, instrument: own, upper, bound, dates })
    if (refutation !== null) return { kind: 'refuted', refutation, breaking: own }
  }
  return { kind: 'holds' }
}
