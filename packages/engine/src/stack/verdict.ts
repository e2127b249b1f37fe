/**
 * The ways in which rules become the answer of a layer, and layers combine.
 *
 * The tables here are the whole meaning of rank, floor and ceiling; every evaluator uses them.
 */
import type { Modal, Reach, Verdict } from '@brightline/language'

/** The answer of one layer, or of the layers so far. The numbers are the leaves of diagrams. */
export const state = {
  nothing: 0,
  required: 1,
  prohibited: 2,
  /** Permitted, and lower law may be stricter. */
  permitted: 3,
  /** Permitted, and lower law may not restrict. */
  permittedCeiling: 4,
  conflict: 5,
} as const

export type State = (typeof state)[keyof typeof state]

/** Gives the bit of a modal, so that bits say which modals are among a layer's live rules. */
export function modalBit(modal: Modal, reach: Reach): number {
  if (modal === 'must') return 1
  if (modal === 'must-not') return 2
  return reach === 'ceiling' ? 8 : 4
}

/** The bit that stands for an answer when instruments of one rank are put together. */
const bitOfState = [0, 1, 2, 4, 8, 16] as const

/** Gives the bits of an instrument's answer. */
export function stateBit(of: State): number {
  return bitOfState[of]
}

/**
 * Gives the answer of one instrument whose live rules have these modals. Rules that say different things contradict.
 *
 * @example
 * instrumentState(1 | 2) // => state.conflict
 */
export function instrumentState(bits: number): State {
  const kinds = (bits & 1 ? 1 : 0) + (bits & 2 ? 1 : 0) + (bits & 12 ? 1 : 0)
  if (kinds > 1) return state.conflict
  return single(bits)
}

/**
 * Gives the answer of several instruments of one rank.
 *
 * A permission in one act does not repeal a prohibition or a duty in another; a duty against a prohibition is a conflict.
 */
export function rankState(bits: number): State {
  if (bits & 16 || (bits & 3) === 3) return state.conflict
  if (bits & 1) return state.required
  if (bits & 2) return state.prohibited
  return single(bits)
}

/** Gives the answer of a layer under the layers above it. */
export function combine(above: State, below: State): State {
  if (below === state.nothing) return above
  switch (above) {
    case state.nothing:
    case state.permitted:
      return below
    case state.permittedCeiling:
      return below === state.prohibited || below === state.permitted ? above : below
    case state.required:
    case state.prohibited:
    case state.conflict:
      return above
  }
}

/** Gives the answer when a contested provision counts and when it does not. */
export function mergeReadings(one: State, other: State): State {
  if (one === other) return one
  const low = Math.min(one, other)
  const high = Math.max(one, other)
  // Nobody forbids it in either reading, so the readings agree that it may be done.
  const isPermission = high === state.permitted || high === state.permittedCeiling
  if (isPermission && (low === state.nothing || low === state.permitted)) return state.permitted
  return state.conflict
}

/** Gives the verdict that people see. */
export function verdictOf(of: State): Exclude<Verdict, 'needs-facts'> {
  switch (of) {
    case state.nothing:
      return 'no-rule'
    case state.required:
      return 'required'
    case state.prohibited:
      return 'prohibited'
    case state.permitted:
    case state.permittedCeiling:
      return 'permitted'
    case state.conflict:
      return 'conflict'
  }
}

/** Takes a number that is known to be a state. */
export function asState(value: number): State {
  const known = states[value]
  if (known === undefined) throw new Error(`not a state: ${value}`)
  return known
}

const states = [0, 1, 2, 3, 4, 5] as const

function single(bits: number): State {
  if (bits & 8) return state.permittedCeiling
  if (bits & 4) return state.permitted
  if (bits & 2) return state.prohibited
  return bits & 1 ? state.required : state.nothing
}
