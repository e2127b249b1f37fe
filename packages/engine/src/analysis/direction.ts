/** The direction in which an answer moves: towards forbidding the act, away from it, or to where counsel must decide. */
import type { Verdict } from '@brightline/language'

/**
 * The direction of a move. `as-strict` is every move that leaves the act as forbidden, as open or as required as it was,
 * such as from no rule to a permission.
 */
export type Direction = 'stricter' | 'looser' | 'now-unclear' | 'as-strict'

/** The larger, the freer. Where counsel must decide, staff wait: that is freer than a prohibition and no more. */
const room: Readonly<Record<Verdict, number>> = {
  prohibited: 0,
  conflict: 1,
  'needs-facts': 1,
  'no-rule': 2,
  permitted: 2,
  required: 3,
}

/**
 * Tells which way a verdict moves.
 *
 * @example
 * directionOf('permitted', 'prohibited') // => 'stricter'
 * directionOf('prohibited', 'no-rule') // => 'looser'
 * directionOf('no-rule', 'permitted') // => 'as-strict'
 * directionOf('permitted', 'conflict') // => 'now-unclear'
 */
export function directionOf(from: Verdict, to: Verdict): Direction {
  if (to === 'conflict' && from !== 'conflict') return 'now-unclear'
  const [before, after] = [room[from], room[to]]
  if (before === after) return 'as-strict'
  return after < before ? 'stricter' : 'looser'
}
