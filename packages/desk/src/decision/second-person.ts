/** What a decision needs beside the law: a choice, a reason, and a second person. */
import type { Decision } from '@brightline/engine'
import type { Role } from '../people/role.ts'

/** What is recorded that the agency does. */
export type Choice = 'do' | 'do-not'

/** The roles of a second person. */
export const secondRoles = ['supervisor', 'counsel'] as const

/** One of them. */
export type SecondRole = (typeof secondRoles)[number]

/** Tells if whoever has a role can be a second person. */
export function isSecondRole(role: Role): role is SecondRole {
  return secondRoles.some((one) => one === role)
}

/** Which role stands for whoever the law lets decide, by the English words of the law. */
export type DeciderRoles = ReadonlyMap<string, SecondRole>

type Decided = Pick<Decision, 'verdict' | 'counsel' | 'deciders'>

/** What the law itself says is done; null where somebody chooses. */
export function choiceOfLaw({ verdict, counsel }: Decided): Choice | null {
  if (counsel.length > 0) return null
  switch (verdict) {
    case 'required':
      return 'do'
    case 'prohibited':
      return 'do-not'
    case 'permitted':
    case 'no-rule':
    case 'conflict':
    case 'needs-facts':
      return null
  }
}

/** Tells whether a choice is against what the law says. */
function isOverride(decision: Decided, choice: Choice): boolean {
  const law = choiceOfLaw({ ...decision, counsel: [] })
  return law !== null && law !== choice
}

/**
 * Finds the second person whom a decision waits for; null where the law alone decides.
 *
 * Counsel is asked first where the law says so, where it is in conflict, silent or short of facts, and where something
 * is recorded against it. A permission waits for whoever stands for its decider: a supervisor, where nobody said who.
 */
export function secondPerson(decision: Decided, choice: Choice, roles: DeciderRoles): SecondRole | null {
  if (decision.counsel.length > 0 || isOverride(decision, choice)) return 'counsel'
  switch (decision.verdict) {
    case 'required':
    case 'prohibited':
      return null
    case 'permitted':
      return decision.deciders.some(({ en }) => roles.get(en) === 'counsel') ? 'counsel' : 'supervisor'
    case 'no-rule':
    case 'conflict':
    case 'needs-facts':
      return 'counsel'
  }
}
