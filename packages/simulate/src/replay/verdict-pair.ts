/** Pairs of verdicts, before and after, as bits of one number: outcomes are told apart and counted by them. */
import type { VerdictPair } from '@brightline/engine/analysis'
import type { Verdict } from '@brightline/language'

/** The verdicts in the order of their bits. */
export const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict'] as const

/** Makes the bit of the pair (before, after), each by its place among the verdicts. */
export function pairBit(before: number, after: number): number {
  return 2 ** (before * verdicts.length + after)
}

/** Makes the bits of some pairs; 0 where there is none. */
export function bitsOf(pairs: readonly VerdictPair[]): number {
  return pairs.reduce((bits, { before, after }) => bits | pairBit(placeOf(before), placeOf(after)), 0)
}

/** Picks the verdicts of one side of some pairs, as bits in the order of `verdicts`. */
export function sideOf(pairs: number, side: 'before' | 'after'): number {
  let bits = 0
  for (let before = 0; before < verdicts.length; before++) {
    for (let after = 0; after < verdicts.length; after++) {
      if (pairs & pairBit(before, after)) bits |= 1 << (side === 'before' ? before : after)
    }
  }
  return bits
}

function placeOf(verdict: Verdict): number {
  const place = verdicts.findIndex((one) => one === verdict)
  // INVARIANT: a complete case has a verdict; `needs-facts` is none.
  if (place < 0) throw new Error(`no pair has the verdict ${verdict}`)
  return place
}
