/** Duties as decisions give them, and what tests write into cases. */
import type { DutyDue } from '@brightline/engine'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { SampleAgency } from '../sample.ts'

export function duty(id: string, due: DutyDue['due'], more: Partial<DutyDue> = {}): DutyDue {
  return {
    duty: id,
    cite: 'Springfield Mun. Code § 12.40(b)',
    isPart: false,
    mark: 'read',
    who: null,
    office: null,
    action: { en: 'give the person a copy', es: 'dar a la persona una copia' },
    recipient: null,
    languages: ['en', 'es'],
    inEveryLanguage: false,
    trigger: 'on-request',
    arises: 'now',
    due,
    at: null,
    waitsFor: null,
    ifMissed: null,
    certain: true,
    ...more,
  }
}

export const within = (
  amount: number,
  unit: 'minutes' | 'hours' | 'days',
  event: string,
  calendar: string | null = null,
): DutyDue['due'] => ({
  kind: 'within',
  span: { amount, unit, event, excludesWeekends: calendar !== null, calendar },
})

export interface OpenedCase {
  readonly id: string
  readonly reference: string
}

let opened = 1000

/** Opens a case with a request, as the superuser. */
export async function openCase(
  superuser: pg.Pool,
  { agency, desk, who }: SampleAgency,
  receivedAt: string,
  request: Readonly<Record<string, unknown>> = {},
): Promise<OpenedCase> {
  opened += 1
  const [id, reference] = [randomUUID(), `SJ-26-${opened}`]
  await superuser.query(
    `insert into desk.cases (id, agency_id, desk_id, opened_by, reference, opened_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, agency, desk, who.clerk.user, reference, receivedAt],
  )
  await superuser.query(
    `insert into desk.requests (case_id, agency_id, desk_id, entered_by, channel, received_at, form, box_one_items, acts, asking_agency, warrant)
     values ($1, $2, $3, $4, 'fax', $5, $6, $7, $8, $9, $10)`,
    [
      id,
      agency,
      desk,
      who.clerk.user,
      receivedAt,
      request['form'] ?? null,
      request['boxOne'] ?? [],
      request['acts'] ?? [],
      request['asking'] ?? null,
      request['warrant'] ?? null,
    ],
  )
  return { id, reference }
}

/** Decides an act of a case, as the superuser; gives the id of the decision. */
export async function decide(
  superuser: pg.Pool,
  { agency, desk, who }: SampleAgency,
  caseId: string,
  decision: {
    readonly act: string
    readonly duties?: readonly DutyDue[]
    readonly verdict?: string
    readonly choice?: string
    readonly supersedes?: string
    readonly at?: string
    readonly document?: Readonly<Record<string, unknown>>
    readonly answers?: Readonly<Record<string, unknown>>
  },
): Promise<string> {
  const id = randomUUID()
  const { act, duties = [], verdict = 'prohibited', choice = null, supersedes = null, at = null } = decision
  const document = { act, verdict, duties, reasons: [], ...decision.document }
  await superuser.query(
    `insert into desk.decisions (id, agency_id, desk_id, case_id, act, verdict, document, policy_hash, choice, supersedes,
      decided_by, decided_as, log_serial, log_ticket, decided_at, answers)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'clerk', 1, 1, coalesce($12, now()), $13)`,
    [
      id,
      agency,
      desk,
      caseId,
      act,
      verdict,
      JSON.stringify(document),
      Buffer.alloc(32),
      choice,
      supersedes,
      who.clerk.user,
      at,
      decision.answers === undefined ? null : JSON.stringify(decision.answers),
    ],
  )
  return id
}
