/**
 * The ways in which rules become the answer of a layer, and layers combine.
 *
 * The tables here are the whole meaning of rank, floor and ceiling, of lifted duties and of bars on lower law; every
 * evaluator uses them. docs/combining.md shows them written out.
 */
import type { Modal, Reach, Silence, Verdict } from '@brightline/language'

/**
 * The answer of one layer, or of the layers so far, with what stands beside it as far as that can still matter. The
 * numbers are the leaves of diagrams; those above `conflict` have no name, and are told apart by the functions here.
 */
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

/** The answers of layers put together: 0 to 5 are named above, the rest have something beside them. */
export const answers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] as const

/** The answers of one rank that forbid, with what remains where upper law displaces the prohibition. */
const forbidding = [17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29] as const

/** An answer by its number. */
export type State = (typeof answers)[number] | (typeof forbidding)[number]

/** Every answer: those of layers, then those of one rank. */
export const states: readonly State[] = [...answers, ...forbidding]

/** The answers of an instrument's live rules, as bits of a set. */
const bit = {
  must: 1,
  mustNot: 2,
  may: 4,
  mayCeiling: 8,
  conflict: 16,
  needNot: 32,
  nobodyMayForbid: 64,
  notEncoded: 128,
  notForbidden: 256,
} as const

/** The bit of a provision that bears on the act and is not encoded. */
export const notEncodedBit: number = bit.notEncoded

/** One more than the largest set of bits. */
export const bitSets = 512

/** Each answer of layers as the set of bits that gives it when instruments of one rank are put together. */
const bitsOfAnswer = [
  0,
  bit.must,
  bit.mustNot,
  bit.may,
  bit.mayCeiling,
  bit.conflict,
  // A lifted duty is kept where nothing decides, a bar where lower law could still forbid.
  bit.needNot,
  bit.nobodyMayForbid,
  bit.needNot | bit.nobodyMayForbid,
  bit.may | bit.nobodyMayForbid,
  // What is not encoded is kept where nothing forbids or requires.
  bit.notEncoded,
  bit.needNot | bit.notEncoded,
  bit.nobodyMayForbid | bit.notEncoded,
  bit.needNot | bit.nobodyMayForbid | bit.notEncoded,
  bit.may | bit.notEncoded,
  bit.may | bit.nobodyMayForbid | bit.notEncoded,
  bit.mayCeiling | bit.notEncoded,
] as const

/** The bits that settle an answer. */
const deciding: number = bit.must | bit.mustNot | bit.conflict

const bitsOfState: readonly number[] = [
  ...bitsOfAnswer,
  ...bitsOfAnswer.filter((bits) => bits !== 0 && (bits & deciding) === 0).map((bits) => bits | bit.mustNot),
]

const stateOfBits: ReadonlyMap<number, State> = new Map(states.map((one) => [stateBit(one), one]))

/**
 * Gives the bit of a modal, so that bits say which modals are among a layer's live rules. Where the act needs no power,
 * not being forbidden is all that is needed to do it: that is a permission.
 */
export function modalBit(modal: Modal, reach: Reach, needsPower: boolean): number {
  switch (modal) {
    case 'must':
      return bit.must
    case 'must-not':
      return bit.mustNot
    case 'may':
      return reach === 'ceiling' ? bit.mayCeiling : bit.may
    case 'need-not':
      return bit.needNot
    case 'nobody-may-forbid':
      return bit.nobodyMayForbid
    case 'not-forbidden':
      return needsPower ? bit.notForbidden : bit.may
  }
}

/** Gives the bits of an instrument's answer. */
export function stateBit(of: State): number {
  return bitsOfState[of] ?? 0
}

/**
 * Gives the answer of one instrument whose live rules have these modals. Rules that say different things contradict: a
 * duty with a prohibition, a lifted duty or a permission; a prohibition with a permission or with a bar on prohibitions.
 *
 * @example
 * instrumentState(1 | 2) // => state.conflict
 */
export function instrumentState(bits: number): State {
  const has = (some: number): boolean => (bits & some) !== 0
  const permits = has(bit.may | bit.mayCeiling)
  if (has(bit.must) && (permits || has(bit.mustNot | bit.needNot))) return state.conflict
  if (has(bit.mustNot) && (permits || has(bit.nobodyMayForbid | bit.notForbidden))) return state.conflict
  return rankState(bits)
}

/**
 * Gives the answer of several instruments of one rank.
 *
 * A permission in one act does not repeal a prohibition or a duty in another, and what one act lifts another may
 * require; a duty against a prohibition is a conflict.
 */
export function rankState(bits: number): State {
  if (bits & bit.conflict || (bits & 3) === 3) return state.conflict
  if (bits & bit.must) return state.required
  const rest = undecided(bits)
  return bits & bit.mustNot ? known(bit.mustNot | stateBit(rest)) : rest
}

/** Gives the answer of bits among which nothing requires or forbids, without what cannot matter any more. */
function undecided(bits: number): State {
  const notEncoded = bits & bit.notEncoded
  const bar = bits & bit.nobodyMayForbid
  if (bits & bit.mayCeiling) return known(bit.mayCeiling | notEncoded)
  if (bits & bit.may) return known(bit.may | bar | notEncoded)
  return known((bits & bit.needNot) | bar | notEncoded)
}

/** Gives the answer of a rank under the layers above it. */
export function combine(above: State, below: State): State {
  const [upper, lower] = [stateBit(above), stateBit(below)]
  if (upper & bit.mustNot) return state.prohibited
  if (upper & deciding) return above
  if (lower & (bit.must | bit.conflict)) return below
  // A ceiling or a bar displaces what lower law forbids, and leaves what stands beside it.
  const isDisplaced = (upper & (bit.mayCeiling | bit.nobodyMayForbid)) !== 0
  return lower & bit.mustNot && !isDisplaced ? state.prohibited : undecided(upper | lower)
}

/**
 * Gives the answer when a contested provision counts and when it does not. Where nobody forbids it in either reading,
 * the readings agree that it may be done, unless it needs a power that only one of them gives.
 */
export function mergeReadings(one: State, other: State, needsPower: boolean): State {
  if (one === other) return one
  const [left, right] = [stateBit(one), stateBit(other)]
  if ((left | right) & deciding) return state.conflict
  const permits = bit.may | bit.mayCeiling
  const isDoubtful = needsPower && ((left & permits) === 0) !== ((right & permits) === 0)
  if (isDoubtful) return state.conflict
  const both = left & right
  const notEncoded = (left | right) & bit.notEncoded
  const bar = (needsPower ? both : left | right) & bit.nobodyMayForbid
  if ((left | right) & permits) return undecided(bit.may | notEncoded)
  return undecided((both & bit.needNot) | bar | notEncoded)
}

/** Gives the verdict that people see. What nobody may forbid may be done where it needs no power. */
export function verdictOf(of: State, needsPower: boolean): Exclude<Verdict, 'needs-facts'> {
  const bits = stateBit(of)
  if (bits & bit.conflict) return 'conflict'
  if (bits & bit.must) return 'required'
  if (bits & bit.mustNot) return 'prohibited'
  const mayBeDone = bits & (bit.may | bit.mayCeiling) || (bits & bit.nobodyMayForbid && !needsPower)
  return mayBeDone ? 'permitted' : 'no-rule'
}

/** Lists why no rule decides, the weightiest first; none where one does. That the law is silent is the last resort. */
export function silenceOf(of: State, needsPower: boolean): readonly Silence[] {
  if (verdictOf(of, needsPower) !== 'no-rule') return []
  const bits = stateBit(of)
  const kinds: readonly Silence[] = [
    ...(bits & bit.notEncoded ? (['not-encoded'] as const) : []),
    ...(needsPower ? (['no-power'] as const) : []),
    ...(bits & bit.needNot ? (['duty-lifted'] as const) : []),
  ]
  return kinds.length > 0 ? kinds : ['law-silent']
}

/** Tells whether something that is not encoded could change an answer that permits, or that decides nothing. */
export function isIncomplete(of: State): boolean {
  return (stateBit(of) & bit.notEncoded) !== 0
}

/** Takes a number that is known to be a state. */
export function asState(value: number): State {
  const found = states.find((one) => one === value)
  if (found === undefined) throw new Error(`not a state: ${value}`)
  return found
}

function known(bits: number): State {
  const found = stateOfBits.get(bits)
  if (found === undefined) throw new Error(`not the bits of a state: ${bits}`)
  return found
}
