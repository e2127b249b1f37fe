/** Which role at this agency stands for whoever the law lets decide. */
import type { Work } from '../database/transaction.ts'
import type { DeciderRoles } from './second-person.ts'

/** Reads the table of the agency. Whoever is not in it is a supervisor. */
export async function readDeciderRoles(work: Work): Promise<DeciderRoles> {
  const rows = await work.selectFrom('decider_roles').select(['decider', 'role']).execute()
  return new Map(rows.map(({ decider, role }) => [decider, role]))
}
