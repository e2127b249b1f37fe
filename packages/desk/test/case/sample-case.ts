/** A case with its request, as the pages of arrival make it, for the pages that come after. */
import { keepAnswers, type NewAnswers } from '../../src/case/keep-answers.ts'
import { keepRequest } from '../../src/case/keep-request.ts'
import { openCase } from '../../src/case/open-case.ts'
import { Temporal } from 'temporal-polyfill'
import { transaction, type Who } from '../../src/database/transaction.ts'
import type { Role } from '../../src/people/role.ts'
import type { TestDatabase } from '../test-database.ts'
import { testLaw } from '../test-law.ts'

export interface SampleRequest {
  readonly form?: string
  readonly acts?: readonly string[]
  readonly answers?: NewAnswers
}

/** Finds for whom somebody with this sign-in name works, in one of the roles that the name holds. */
export async function whoOf({ superuser }: Pick<TestDatabase, 'superuser'>, name: string, role: Role): Promise<Who> {
  const { rows } = await superuser.query(
    `select r.agency_id, r.user_id, r.desk_id from desk.user_roles as r join desk.users as u on u.id = r.user_id
     where u.sign_in_name = $1 and r.role = $2`,
    [name, role],
  )
  const [row] = rows
  return { agency: String(row.agency_id), user: String(row.user_id), desk: row.desk_id, role }
}

/** Opens a case at the desk of a clerk, and gives its reference. */
export async function openSampleCase(
  test: Pick<TestDatabase, 'superuser' | 'database'>,
  who: Who,
  { form = 'i-247a', acts = ['hold', 'notify-release'], answers = {} }: SampleRequest = {},
): Promise<string> {
  const { stackOn } = await testLaw.of('us/ex/springfield')
  const stack = stackOn('2026-11-29')
  return await transaction(test.database, who, async (work) => {
    const opened = await openCase(work, who)
    const received_at = Temporal.Instant.from('2026-11-24T22:42-06:00')
    await keepRequest(work, who, opened, { form, channel: 'fax', received_at, acts: [...acts] })
    await keepAnswers({ work, who, stack }, opened, answers)
    return opened.reference
  })
}
