/** Puts on record that somebody did something. */
import type { Who, Work } from '../database/transaction.ts'
import type { EventKind } from './event-kind.ts'

/** Writes an event in the name of whoever works. */
export async function noteEvent(work: Work, who: Who, kind: EventKind, subject: string | null = null): Promise<void> {
  const event = { agency_id: who.agency, user_id: who.user, role: who.role, kind, subject_id: subject }
  await work.insertInto('audit_events').values(event).execute()
}
