/** The form of a request in SQL. */
import { sql, type RawBuilder } from 'kysely'

/** Gives the form that was written down, or what was chosen of the pictures where the arrival is not written down yet. */
export function formOf(written: 'r.form' | 'requests.form', caseId: 'c.id' | 'cases.id'): RawBuilder<string | null> {
  return sql`coalesce(${sql.ref(written)}, (select value #>> '{}' from desk.answers
    where case_id = ${sql.ref(caseId)} and fact = 'request.form'))`
}
