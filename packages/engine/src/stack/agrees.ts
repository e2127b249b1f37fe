/** Which rules say what an answer says. */
import type { Rule, Verdict } from '@brightline/language'

/** The answer on an act: its verdict, and whether nobody may do the act without a power. */
export interface Said {
  readonly verdict: Verdict
  readonly needsPower: boolean
}

/**
 * Tells whether a live rule says what the answer says. In a conflict every live rule takes part; that no rule decides is
 * said by the one that lifts the duty.
 */
export function agrees({ modal }: Pick<Rule, 'modal'>, { verdict, needsPower }: Said): boolean {
  switch (verdict) {
    case 'required':
      return modal === 'must'
    case 'prohibited':
      return modal === 'must-not'
    case 'permitted':
      return modal === 'may' || (!needsPower && (modal === 'nobody-may-forbid' || modal === 'not-forbidden'))
    case 'conflict':
    case 'needs-facts':
      return true
    case 'no-rule':
      return modal === 'need-not'
  }
}

/** Tells whether a live rule makes the answer one before which counsel is asked. In a conflict counsel decides anyway. */
export function callsCounsel(rule: Pick<Rule, 'modal' | 'counsel'>, said: Said): boolean {
  const isSettled = said.verdict !== 'conflict' && said.verdict !== 'needs-facts'
  return isSettled && rule.counsel !== null && agrees(rule, said)
}

/** A rule with its layer, counted from the top. */
export interface InLayer {
  readonly rule: Pick<Rule, 'modal' | 'reach'>
  readonly layer: number
  readonly needsPower: boolean
}

/**
 * Tells whether another rule of another layer decides in place of one, where both are live and say the same: a duty
 * stands by the highest law, a permission by the lowest, unless the upper one is a ceiling.
 */
export function decidesInstead(
  other: Pick<Rule, 'modal' | 'reach'>,
  at: number,
  { rule, layer, needsPower }: InLayer,
): boolean {
  if (rule.modal === 'must') return other.modal === 'must' && at < layer
  if (rule.modal !== 'may' || rule.reach === 'ceiling') return false
  return at > layer && agrees(other, { verdict: 'permitted', needsPower })
}
