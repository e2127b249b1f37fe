/** A decided case of the invented town with its duties and its sealed identity, made as the decision of a desk would be. */
import { randomUUID } from 'node:crypto'
import { transaction, type Who } from '../../src/database/transaction.ts'
import { sealIdentity } from '../../src/vault/vault.ts'
import type { Identity } from '../../src/vault/identity.ts'
import type { TestDesk } from '../server/test-desk.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'

const who: Identity = {
  name: 'Alex <Example> #1',
  bookingNumber: 'B-2026-0042',
  attorney: 'Sam Sample',
  designee: 'Robin Sample',
}

export interface SampleCase {
  readonly reference: string
  readonly id: string
  readonly clerk: Who
}

/** What a case is made of. */
export interface CaseMaking {
  readonly identity?: Identity
  readonly choice?: 'do' | 'do-not' | null
  /** What was answered besides. */
  readonly facts?: Readonly<Record<string, string>>
  /** Ids of duties to add to those of the decision. */
  readonly duties?: readonly string[]
}

let made = 0

export async function makeCase(
  desk: TestDesk,
  clerkName: string,
  { identity = who, choice = null, facts = {}, duties = [] }: CaseMaking = {},
): Promise<SampleCase> {
  const run = async (text: string, values: unknown[]): Promise<void> => void (await desk.superuser.query(text, values))
  const { rows } = await desk.superuser.query(
    `select u.id, u.agency_id, r.desk_id from desk.users u join desk.user_roles r on r.user_id = u.id where sign_in_name = $1`,
    [clerkName],
  )
  const clerk: Who = { agency: rows[0].agency_id, desk: rows[0].desk_id, role: 'clerk', user: rows[0].id }
  made += 1
  const [id, reference] = [randomUUID(), `SJ-26-${String(700 + made).padStart(4, '0')}`]
  const here = [id, clerk.agency, clerk.desk]
  await run(`insert into desk.cases (id, agency_id, desk_id, opened_by, reference) values ($1, $2, $3, $4, $5)`, [
    ...here,
    clerk.user,
    reference,
  ])
  await run(
    `insert into desk.requests (case_id, agency_id, desk_id, entered_by, channel, received_at, form, acts) values ($1, $2, $3, $4, 'fax', '2026-05-01T19:30Z', 'i-247a', '{hold,notify-release}')`,
    [...here, clerk.user],
  )
  const law = await testLaw.of('us/ex/springfield')
  const document = law.decide({
    place: 'us/ex/springfield',
    asOf: '2026-05-01',
    agency: 'jail',
    form: 'i-247a',
    acts: ['hold', 'notify-release'],
    events: { receipt: '2026-05-01T14:30' },
    facts: { 'warrant.form': 'i-200', 'warrant.signer': 'immigration-officer', ...facts },
  })
  for (const [at, decision] of document.decisions.entries()) {
    await run(
      `insert into desk.decisions (case_id, agency_id, desk_id, decided_by, id, act, verdict, document, policy_hash, decided_as, log_serial, log_ticket, choice) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'clerk', $10, $10, $11)`,
      [
        ...[...here, clerk.user, randomUUID(), decision.act, decision.verdict],
        ...[JSON.stringify({ ...document, decisions: [decision] }), Buffer.alloc(32), 41 + at, choice],
      ],
    )
  }
  const demanded = document.decisions.flatMap((decision) => decision.duties)
  const rules = [...new Map(demanded.map((duty) => [duty.duty, duty])).entries()]
  const extra = duties.map(
    (rule) => [rule, { cite: 'Cal. Gov. Code § 7283.1', languages: ['en', 'es', 'zh'] }] as const,
  )
  for (const [rule, duty] of [...rules, ...extra]) {
    await run(
      `insert into desk.duties (case_id, agency_id, desk_id, rule, document, calendar, time_zone, due_at) values ($1, $2, $3, $4, $5, 'hours', 'America/Chicago', '2026-05-02T19:30Z')`,
      [...here, rule, JSON.stringify(duty)],
    )
  }
  await transaction(desk.database, clerk, async (work) => {
    const of = { agency: clerk.agency, desk: clerk.desk ?? '', caseId: id }
    await sealIdentity(work, testKeys, of, { identity, destroyOn: '2099-01-01' })
  })
  return { reference, id, clerk }
}
