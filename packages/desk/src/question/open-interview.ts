/** Opens the interview of a case for somebody who works on it, and names its pages. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyRequest } from 'fastify'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import { refuseClosed } from '../closing/closing.ts'
import { transaction } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import type { Role } from '../people/role.ts'
import type { Room } from '../server/room.ts'
import { interviewOf, type CaseInterview } from './case-interview.ts'
import { sayQuestion } from './words.ts'

/** The roles that work on cases. */
export const workingRoles: readonly Role[] = ['clerk', 'supervisor', 'counsel']

/** A case with its interview. */
export interface Opened {
  readonly record: CaseRecord
  readonly interview: CaseInterview
}

/** Opens a case. For whoever does not work on cases, or not on this one, it is refused. */
export async function openInterview(room: Room, request: FastifyRequest, reference: string): Promise<Opened> {
  const { who } = requireSignedIn(request, workingRoles)
  const record = await transaction(room.database, who, async (work) => await readCase(work, reference))
  return { record, interview: await interviewOf(room.law, record) }
}

/** Opens a case that goes on. One that is closed, or is about to be, is refused. */
export async function openToEnter(room: Room, request: FastifyRequest, reference: string): Promise<Opened> {
  const opened = await openInterview(room, request, reference)
  refuseClosed(opened.record)
  return opened
}

/**
 * Gives the address of a page of a case.
 *
 * @example
 * casePath('SJ-26-0417', 'questions', 'warrant.signer') // => '/cases/SJ-26-0417/questions/warrant.signer'
 */
export function casePath(reference: string, ...parts: readonly string[]): string {
  return ['/cases', reference, ...parts.map(encodeURIComponent)].join('/').replaceAll('%3A', ':')
}

/** Gives the page on which a case goes on: the question that is open, or the answer. */
export function wayOn({ record: { reference }, interview }: Opened): string {
  const { next } = interview.now
  return next.kind === 'check' ? casePath(reference, 'answer') : casePath(reference, 'questions', next.address)
}

/** Names a page of a case: what it is about, and the reference. */
export function titleWith({ reference }: Pick<CaseRecord, 'reference'>, title: string): string {
  return `${title} · ${reference}`
}

/** Says that somebody else was first, and when. */
export function staleNotice(request: FastifyRequest, { draft, timeZone }: CaseRecord): Markup {
  const say = sayQuestion(request.lang)
  const when = draft === null ? '' : clockTime(draft.changed_at, timeZone, request.lang)
  return markup`<div class="faults" role="alert" tabindex="-1"><h2>${say('stale-title')}</h2><p>${say('stale', { when })}</p></div>`
}
