/** The roles that people have at an agency. */

/** Every role, in the order in which they are offered. */
export const roles = ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor', 'administrator'] as const

/** One role. */
export type Role = (typeof roles)[number]

/** Tells if a word is a role. */
export function isRole(word: string): word is Role {
  return roles.some((role) => role === word)
}
