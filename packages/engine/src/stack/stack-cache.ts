/** Stacks that are built once. */
import type { Library } from '@brightline/language'
import type { Stack, StackAt } from './layer.ts'
import { datesOfChange, stackOf } from './stack.ts'

/** Builds each stack of a library once; dates between which nothing changes share one, as of the first of them. */
export function stackCache(library: Library): StackAt {
  const stacks = new Map<string, Stack>()
  const changes = new Map<string, readonly string[]>()
  return (place, asOf) => {
    const dates = changes.get(place) ?? datesOfChange(library, place)
    changes.set(place, dates)
    // Before the first change all dates are alike.
    const since = dates.findLast((date) => date <= asOf)
    const key = `${place} ${since ?? ''}`
    const known = stacks.get(key)
    if (known !== undefined) return known
    const stack = stackOf(library, place, since ?? asOf)
    stacks.set(key, stack)
    return stack
  }
}
