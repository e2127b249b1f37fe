/** The roles in which a visitor of the demonstration can go on. */
import type { Role } from '../people/role.ts'

/** The roles in which a visitor can go on. */
export const visitorRoles: readonly Role[] = ['clerk', 'supervisor', 'counsel', 'auditor', 'administrator']
