/** The tables of layers as far as an act uses them: small, so that generated code and SQL look answers up fast. */
import { combine, instrumentState, rankState, stateBit, type State } from './verdict.ts'

/** The answers that can come out, and for each pair of an answer above and a key the number of one of them. */
export interface Lookup {
  readonly reached: readonly State[]
  /** At `above * keys + key`, where `above` is a number among the answers above. */
  readonly numbers: readonly number[]
}

/**
 * Lists the unions of some bits by key: bit `index` of a key chooses `bits[index]`.
 *
 * @example
 * unionsOf([2, 32]) // => [0, 2, 32, 34]
 */
export function unionsOf(bits: readonly number[]): readonly number[] {
  return Array.from({ length: 1 << bits.length }, (_, key) =>
    bits.reduce((union, bit, index) => ((key >> index) & 1 ? union | bit : union), 0),
  )
}

/** Gives the bits of what an instrument says whose live modals, and what is not encoded of it, are these bits. */
export function saidBits(live: number): number {
  return stateBit(instrumentState(live))
}

/** Makes the table of a rank, given by the bits of its instruments for each key, under the answers above. */
export function lookupUnder(above: readonly State[], rankByKey: readonly number[]): Lookup {
  const reached: State[] = []
  const numberOf = (state: State): number => {
    const known = reached.indexOf(state)
    return known >= 0 ? known : reached.push(state) - 1
  }
  const numbers = above.flatMap((upper) => rankByKey.map((bits) => numberOf(combine(upper, rankState(bits)))))
  return { reached, numbers }
}
