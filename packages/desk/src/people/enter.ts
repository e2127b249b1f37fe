/** The last step of every way to sign in: a new session, and what waited for it. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { href, ownPath } from '../screen/href.ts'
import { endedSession, keepSession } from '../server/frame.ts'
import type { Room } from '../server/room.ts'
import { openKept } from './kept-form.ts'
import { changeSession, endSession, findRoleOf, findSession, listRoles, startSession, type Way } from './session.ts'
import { sendKept, sendSignIn } from './sign-in-page.ts'

/** A request to sign in, and what answers it. */
export interface Asked {
  readonly room: Room
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Where to go then, and a form that waits, sealed. */
export interface Waiting {
  readonly next?: string | undefined
  readonly kept?: string | undefined
}

/** Lets in somebody who was proved to be a user. The session that this browser had before ends. */
export async function enter(asked: Asked, user: string, way: Way, { next, kept = '' }: Waiting): Promise<FastifyReply> {
  const { room, request, reply } = asked
  const [first] = await listRoles(room.database, user)
  const begun = first === undefined ? null : await startSession(room.database, user, first, way)
  if (begun === null) return await sendSignIn(request, reply, { fault: 'no-role' })
  if (request.signedIn !== null) await endSession(room.database, request.signedIn)
  const token = await asBefore(asked, begun)
  keepSession(reply, token, room.isSecure)
  const given = kept === '' ? null : await giveBack(asked, token, kept)
  return given ?? (await reply.redirect(href(ownPath(next)), 303))
}

/** Goes on in the role of the session that ended in this browser, where it is hers and she still holds it. */
async function asBefore({ room: { database }, request }: Asked, token: string): Promise<string> {
  const ended = endedSession(request)
  const signedIn = ended === null ? null : await findSession(database, token)
  if (ended === null || signedIn === null) return token
  const before = await findRoleOf(database, signedIn.who, ended)
  if (before === null || (before.role === signedIn.who.role && before.desk === signedIn.who.desk)) return token
  return (await changeSession(database, signedIn, before)) ?? token
}

/** Gives back what was typed when the session ended, to the one who typed it; null for everybody else. */
async function giveBack({ room, request, reply }: Asked, token: string, kept: string): Promise<FastifyReply | null> {
  const ended = endedSession(request)
  const signedIn = await findSession(room.database, token)
  if (ended === null || signedIn === null) return null
  const form = await openKept(room.database, signedIn.who, ended, kept)
  if (form === null) return null
  request.signedIn = signedIn
  request.cookieSecret = token
  return await sendKept(request, reply, form)
}
