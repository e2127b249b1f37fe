/** The name that was probably meant. */
import { distance } from 'fastest-levenshtein'

/**
 * Finds the candidate nearest to a mistyped name, or null when none is near: within a third of its letters, or `limit`.
 *
 * @example
 * nearest('hodl', ['hold', 'transfer']) // => 'hold'
 * nearest('zzz', ['hold', 'transfer']) // => null
 */
export function nearest(
  name: string,
  candidates: readonly string[],
  limit: number = Math.max(2, Math.floor(name.length / 3)),
): string | null {
  let best: string | null = null
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue
    const steps = distance(name, candidate)
    if (steps < bestDistance) {
      best = candidate
      bestDistance = steps
    }
  }
  return best
}
