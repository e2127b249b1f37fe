/** Invented agencies with a row in every table. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Who } from '../src/database/transaction.ts'
import { roles, type Role } from '../src/people/role.ts'

export interface SampleAgency {
  readonly agency: string
  readonly desk: string
  readonly otherDesk: string
  readonly caseId: string
  readonly decision: string
  /** Somebody of each role; the clerk works at the first desk. */
  readonly who: Readonly<Record<Role, Who>>
}

let made = 0

/** Makes an agency as the superuser, whom no policy holds. */
export async function makeSample(superuser: pg.Pool): Promise<SampleAgency> {
  made += 1
  const [agency, desk, otherDesk, caseId, decision] = Array.from({ length: 5 }, () => randomUUID())
  if (!agency || !desk || !otherDesk || !caseId || !decision) throw new Error('no ids')
  const run = async (text: string, values: unknown[] = []): Promise<unknown> => await superuser.query(text, values)
  await run(
    `insert into desk.agencies (id, place, kind, name, time_zone) values ($1, 'us/ex/springfield', 'jail', 'Springfield', 'America/Chicago')`,
    [agency],
  )
  await run(
    `insert into desk.desks (id, agency_id, name, prefix) values ($1, $3, 'Records', 'SJ'), ($2, $3, 'Booking', 'SB')`,
    [desk, otherDesk, agency],
  )
  const who = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => {
        const user = randomUUID()
        const at = role === 'clerk' ? desk : null
        await run(`insert into desk.users (id, agency_id, sign_in_name) values ($1, $2, $3)`, [
          user,
          agency,
          `${role}-${made}`,
        ])
        await run(`insert into desk.user_roles values ($1, $2, $3, $4)`, [agency, user, role, at])
        return [role, { agency, desk: at, role, user }]
      }),
    ),
  ) as Record<Role, Who>
  await fill({ agency, desk, caseId, decision, clerk: who.clerk.user }, run)
  // A database of an older release has no such table.
  const { rowCount } = await superuser.query(`select where to_regclass('desk.clock_corrections') is not null`)
  if (rowCount === 1)
    await run(
      `insert into desk.clock_corrections (agency_id, place, ahead_day, right_day, corrected_by, log_serial, log_ticket, log_key) values ($1, 'us/ex/springfield/sj', '2026-12-09', '2026-11-29', $2, 9, 9, $3)`,
      [agency, who.administrator.user, Buffer.alloc(32, made)],
    )
  const { rowCount: hasClosings } = await superuser.query(`select where to_regclass('desk.case_closings') is not null`)
  if (hasClosings === 1)
    await run(
      `insert into desk.case_closings (id, case_id, agency_id, desk_id, step, reason, resumes, recorded_by, recorded_as, log_serial, log_ticket)
       values (gen_random_uuid(), $1, $2, $3, 'proposed', 'test', 'evidence', $4, 'clerk', 8, 8)`,
      [caseId, agency, desk, who.clerk.user],
    )
  return { agency, desk, otherDesk, caseId, decision, who }
}

interface Filled {
  readonly agency: string
  readonly desk: string
  readonly caseId: string
  readonly decision: string
  readonly clerk: string
}

async function fill(
  { agency, desk, caseId, decision, clerk }: Filled,
  run: (text: string, values?: unknown[]) => Promise<unknown>,
): Promise<void> {
  const hash = Buffer.alloc(32, made)
  const here = [caseId, agency, desk, clerk]
  await run(
    `insert into desk.cases (id, agency_id, desk_id, opened_by, reference) values ($1, $2, $3, $4, 'SJ-26-0001')`,
    here,
  )
  await run(
    `insert into desk.requests (case_id, agency_id, desk_id, entered_by, channel, received_at) values ($1, $2, $3, $4, 'fax', now())`,
    here,
  )
  await run(
    `insert into desk.papers (case_id, agency_id, desk_id, received_by, kind, media_type, sealed, hash) values ($1, $2, $3, $4, 'i-247a', 'image/png', '\\x00', $5)`,
    [...here, hash],
  )
  await run(
    `insert into desk.answers (case_id, agency_id, desk_id, answered_by, fact, value) values ($1, $2, $3, $4, 'request.form', '"I-247A"')`,
    here,
  )
  await run(
    `insert into desk.drafts (case_id, agency_id, desk_id, changed_by, step) values ($1, $2, $3, $4, 'evidence')`,
    here,
  )
  await run(
    `insert into desk.decisions (case_id, agency_id, desk_id, decided_by, id, act, verdict, document, policy_hash, decided_as, log_serial, log_ticket) values ($1, $2, $3, $4, $5, 'hold', 'prohibited', '{}', $6, 'clerk', 1, 1)`,
    [...here, decision, hash],
  )
  await run(
    `insert into desk.decision_confirmations (decision_id, agency_id, desk_id, confirmed_by, outcome, confirmed_as) values ($1, $2, $3, $4, 'confirmed', 'supervisor')`,
    [decision, ...here.slice(1)],
  )
  await run(
    `insert into desk.duties (case_id, agency_id, desk_id, rule, document, calendar, time_zone, due_at) values ($1, $2, $3, 'copy', '{}', 'hours', 'America/Chicago', now())`,
    here.slice(0, 3),
  )
  await run(
    `insert into desk.outcomes (case_id, agency_id, desk_id, recorded_by, kind, happened_at) values ($1, $2, $3, $4, 'released', now())`,
    here,
  )
  await run(
    `insert into desk.notices (case_id, agency_id, desk_id, made_by, kind, language, recipient, document) values ($1, $2, $3, $4, 'copy', 'es', 'person', '{}')`,
    here,
  )
  await run(
    `insert into desk.reports (agency_id, made_by, law, starts_on, ends_on, document) values ($1, $2, 'nil', '2026-01-01', '2026-12-31', '{}')`,
    [agency, clerk],
  )
  await run(
    `insert into desk.vault (case_id, agency_id, desk_id, sealed, wrapped_key, master_key_id, destroy_on) values ($1, $2, $3, '\\x00', '\\x00', 'first', current_date + 30)`,
    here.slice(0, 3),
  )
  await run(
    `insert into desk.vault_openings (case_id, agency_id, desk_id, user_id, role, reason, opened_at) values ($1, $2, $3, $4, 'clerk', 'print-notice', now() - interval '1 day')`,
    here,
  )
  await run(`insert into desk.case_keys (case_id, agency_id, desk_id, key) values ($1, $2, $3, $4)`, [
    ...here.slice(0, 3),
    hash,
  ])
  await run(
    `insert into desk.passkeys (agency_id, user_id, name, credential_id, public_key, counter) values ($1, $2, 'Phone', $3, '\\x00', 0)`,
    [agency, clerk, hash],
  )
  await run(
    `insert into desk.provider_links (agency_id, user_id, issuer, value) values ($1, $2, 'https://c', gen_random_uuid())`,
    [agency, clerk],
  )
  await run(`insert into desk.operations (kind, is_good, row_count) values ('backup', true, 1)`)
  await run(`insert into desk.decider_roles values ($1, 'the watch commander', 'supervisor')`, [agency])
  await run(
    `insert into desk.sessions (agency_id, user_id, id_hash, role, desk_id, expires_at) values ($1, $2, $3, 'clerk', $4, now() + interval '1 hour')`,
    [agency, clerk, hash, desk],
  )
  await run(
    `insert into desk.one_time_links (agency_id, user_id, token_hash, purpose, expires_at) values ($1, $2, $3, 'invitation', now() + interval '1 hour')`,
    [agency, clerk, hash],
  )
  await run(`insert into desk.audit_events (agency_id, user_id, role, kind) values ($1, $2, 'clerk', 'sign-in')`, [
    agency,
    clerk,
  ])
  await run(
    `insert into desk.translations (agency_id, brought_by, language, version, words, translator) values ($1, $2, 'vi', 1, '{}', 'An office')`,
    [agency, clerk],
  )
  await run(
    `insert into desk.case_events (case_id, agency_id, desk_id, recorded_by, event, happened_at) values ($1, $2, $3, $4, 'arrest', now())`,
    here,
  )
  await run(`insert into desk.calendar_feeds (agency_id, made_by, token_hash) values ($1, $2, $3)`, [
    agency,
    clerk,
    hash,
  ])
  await run(
    `insert into desk.evidence_checks (case_id, agency_id, desk_id, answered_by, question, answer) values ($1, $2, $3, $4, 'signed', 'no')`,
    here,
  )
  await run(`insert into desk.retentions (agency_id, years, source, set_by) values ($1, 5, 'records-schedule', $2)`, [
    agency,
    clerk,
  ])
  await run(`insert into desk.digest_keys (agency_id, wrapped_key, master_key_id) values ($1, '\\x00', 'first')`, [
    agency,
  ])
}
