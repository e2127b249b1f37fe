/** Puts on record that somebody did something. */
import type { Who, Work } from '../database/transaction.ts'

/** Writes an event in the name of whoever works. */
export async function noteEvent(work: Work, who: Who, kind: string, subject: string | null = null): Promise<void> {
  const event = { agency_id: who.agency, user_id: who.user, role: who.role, kind, subject_id: subject }
  await work.insertInto('audit_events').values(event).execute()
}
