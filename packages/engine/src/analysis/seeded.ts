/**
 * Numbers from 0 to 1 that are the same for the same seed (mulberry32): no decision is drawn, only cases to try.
 *
 * @example
 * const [one, other] = [seeded(7), seeded(7)]
 * one() === other() // => true
 */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
