/** What a route asks of whoever is signed in. The database asks it again, of every row. */
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../server/refusal.ts'
import type { Role } from './role.ts'
import type { SignedIn } from './session.ts'

/** Gives who is signed in, in one of the roles where some are named. */
export function requireSignedIn({ signedIn }: FastifyRequest, roles: readonly Role[] = []): SignedIn {
  if (signedIn === null) throw new Refusal('signed-out')
  if (roles.length > 0 && !roles.includes(signedIn.who.role)) throw new Refusal('not-allowed')
  return signedIn
}
