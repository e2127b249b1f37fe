/** What tests of rows need of the agency that a test desk was set up with. */
import type pg from 'pg'
import { isRole } from '../../src/people/role.ts'
import type { SampleAgency } from '../sample.ts'

export async function sampleOf(superuser: pg.Pool): Promise<SampleAgency> {
  const { rows } = await superuser.query(
    `select r.role, r.user_id, r.desk_id, r.agency_id, (select id from desk.desks order by created_at limit 1) as desk
     from desk.user_roles as r`,
  )
  const [first] = rows
  const whoOf = (wanted: string): SampleAgency['who']['clerk'] => {
    const row = rows.find(({ role }) => role === wanted)
    const role = String(row?.role)
    if (!isRole(role)) throw new Error(`nobody is ${wanted}`)
    const at = row?.desk_id === null ? null : String(row?.desk_id)
    return { agency: String(row?.agency_id), desk: at, role, user: String(row?.user_id) }
  }
  return {
    agency: String(first?.agency_id),
    desk: String(first?.desk),
    otherDesk: '',
    caseId: '',
    decision: '',
    // Somebody of a role is looked up when a test asks for that role.
    who: {
      get clerk() {
        return whoOf('clerk')
      },
      get supervisor() {
        return whoOf('supervisor')
      },
      get counsel() {
        return whoOf('counsel')
      },
      get 'records-officer'() {
        return whoOf('records-officer')
      },
      get auditor() {
        return whoOf('auditor')
      },
      get administrator() {
        return whoOf('administrator')
      },
    },
  }
}
