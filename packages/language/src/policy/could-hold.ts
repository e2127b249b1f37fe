/** Conditions of which only a part is known. */
import type { Condition } from './policy.ts'

/** A test of one fact. */
export type FactTest = Extract<Condition, { readonly fact: string }>

/**
 * Tells whether a condition could hold, where some of its tests are known, and null stands for one that is not.
 *
 * Each test counts alone, so a condition that contradicts itself in facts that are not known could hold.
 */
export function couldHold(condition: Condition, known: (test: FactTest) => boolean | null): boolean {
  return truthOf(condition, known) !== false
}

function truthOf(condition: Condition, known: (test: FactTest) => boolean | null): boolean | null {
  switch (condition.kind) {
    case 'always':
      return true
    case 'is':
    case 'range':
    case 'never':
      return known(condition)
    case 'term':
      return truthOf(condition.of, known)
    case 'not': {
      const truth = truthOf(condition.of, known)
      return truth === null ? null : !truth
    }
    case 'all':
    case 'any': {
      const decisive = condition.kind === 'any'
      const truths = condition.of.map((part) => truthOf(part, known))
      if (truths.includes(decisive)) return decisive
      return truths.includes(null) ? null : !decisive
    }
  }
}
