/** Claims and what came of them as data: version 2 of the contract in docs/compare.md. */
import type { FactValue } from '@brightline/engine'
import type { ConcreteRequest } from '@brightline/engine/analysis'
import type { Texts, Verdict } from '@brightline/language'

/** A case that refutes a claim. */
export interface WitnessDocument {
  readonly act: string
  readonly phrase: Texts
  readonly asOf: string
  readonly verdict: Verdict
  /** The facts that make it so. */
  readonly decisive: Readonly<Record<string, FactValue>>
  readonly request: ConcreteRequest
  /** The answer when only one fact is another, or on the other side; null where there is no such case. */
  readonly other: { readonly verdict: Verdict; readonly facts: Readonly<Record<string, FactValue>> } | null
  /** An example of the language, or null where a policy may not state the case. */
  readonly example: string | null
}

/** A claim and what came of it. */
export interface ProofDocument {
  readonly name: Texts
  /** The instrument that promises it, or null for a claim that was given apart. */
  readonly instrument: { readonly id: string; readonly title: string } | null
  readonly result: 'holds' | 'refuted' | 'not-analysed'
  /** Why not, for people. */
  readonly why: Texts | null
  readonly witness: WitnessDocument | null
  /** The dates of change on which it was looked at, or the one that was asked for. */
  readonly dates: readonly string[]
}

/** Every claim about a place and what came of it. */
export interface ProveDocument {
  readonly version: 2
  readonly place: string
  readonly placeTitle: Texts
  readonly proofs: readonly ProofDocument[]
  readonly scope: Texts
}
