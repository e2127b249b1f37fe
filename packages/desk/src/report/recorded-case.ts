/** What the record says of each case, as reports count it: no name, no number, no paper. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Work } from '../database/transaction.ts'

/** A request of a case. */
export interface RecordedRequest {
  readonly form: string | null
  readonly asking: string | null
  /** The form of the warrant that came, where one did. */
  readonly warrant: string | null
  readonly acts: readonly string[]
  readonly boxOne: readonly string[]
  readonly receivedAt: Temporal.Instant
}

/** A decision that stands. */
interface RecordedDecision {
  readonly act: string
  readonly verdict: string
  readonly choice: string | null
  readonly at: Temporal.Instant
  /** The citations of the rules that decide. */
  readonly cites: readonly string[]
}

/** An outcome that stands. */
export interface RecordedOutcome {
  readonly kind: string
  readonly at: Temporal.Instant
  readonly receiver: string | null
}

/** A notice that was given. */
interface RecordedNotice {
  readonly recipient: string
  readonly language: string
  readonly givenAt: Temporal.Instant | null
}

/** Everything of a case that a report may count. */
export interface RecordedCase {
  readonly reference: string
  readonly desk: string
  readonly requests: readonly RecordedRequest[]
  readonly decisions: readonly RecordedDecision[]
  readonly outcomes: readonly RecordedOutcome[]
  readonly notices: readonly RecordedNotice[]
  /** The answers that the last decision was made on: its entry in the log commits to them. Other answers count nowhere. */
  readonly facts: ReadonlyMap<string, string | number | boolean | null>
  /** Something was answered that neither the request nor a decision that stands holds. */
  readonly isOpen: boolean
  /** Why it was closed, and as which other request; null where it was not. */
  readonly closed: { readonly reason: string; readonly twin: string | null } | null
}

/** The moments between which a report counts: from the first, and before the last. */
export interface Stretch {
  readonly from: Temporal.Instant
  readonly before: Temporal.Instant
}

interface Row {
  readonly reference: string
  readonly desk: string
  readonly requests: readonly (Omit<RecordedRequest, 'receivedAt'> & { readonly receivedAt: string })[]
  readonly decisions: readonly (Omit<RecordedDecision, 'at' | 'cites'> & {
    readonly at: string
    readonly document: unknown
  })[]
  readonly outcomes: readonly (Omit<RecordedOutcome, 'at'> & { readonly at: string })[]
  readonly notices: readonly (Omit<RecordedNotice, 'givenAt'> & { readonly givenAt: string | null })[]
  readonly facts: Readonly<Record<string, unknown>> | null
  readonly hasAnswers: boolean
  readonly closed: RecordedCase['closed']
}

/** Reads the cases of which something happened in a stretch of time: a request, a decision or an outcome; and those closed. */
export async function readRecordedCases(work: Work, { from, before }: Stretch): Promise<readonly RecordedCase[]> {
  const [first, last] = [from.toString(), before.toString()]
  const { rows } = await sql<Row>`
    select c.reference, k.name as desk,
      coalesce((select jsonb_agg(jsonb_build_object('form', r.form, 'asking', r.asking_agency,
        'warrant', r.warrant, 'acts', r.acts,
        'boxOne', r.box_one_items, 'receivedAt', r.received_at) order by r.received_at, r.id)
        from desk.requests as r where r.case_id = c.id), '[]') as requests,
      coalesce((select jsonb_agg(jsonb_build_object('act', d.act, 'verdict', d.verdict, 'choice', d.choice,
        'at', d.decided_at, 'document', jsonb_path_query_array(d.document, 'lax $.**.reasons[*]')) order by d.act)
        from desk.decisions as d where d.case_id = c.id
          and not exists (select from desk.decisions as later where later.supersedes = d.id)
          and not exists (select from desk.decision_confirmations as f
            where f.decision_id = d.id and f.outcome = 'sent-back')), '[]') as decisions,
      coalesce((select jsonb_agg(jsonb_build_object('kind', o.kind, 'at', o.happened_at,
        'receiver', o.receiving_agency) order by o.happened_at, o.id)
        from desk.outcomes as o where o.case_id = c.id
          and not exists (select from desk.outcomes as later where later.supersedes = o.id)), '[]') as outcomes,
      coalesce((select jsonb_agg(jsonb_build_object('recipient', n.recipient, 'language', n.language,
        'givenAt', n.given_at) order by n.made_at, n.id)
        from desk.notices as n where n.case_id = c.id), '[]') as notices,
      (select d.answers from desk.decisions as d where d.case_id = c.id and d.answers is not null
          and not exists (select from desk.decisions as later where later.supersedes = d.id)
          and not exists (select from desk.decision_confirmations as f
            where f.decision_id = d.id and f.outcome = 'sent-back')
        order by d.log_ticket desc, d.decided_at desc limit 1) as facts,
      exists (select from desk.answers as a where a.case_id = c.id
        and a.fact not in ('request.form', 'warrant.form', 'time:receipt')) as "hasAnswers",
      (select jsonb_build_object('reason', z.reason, 'twin', z.twin) from desk.case_closings as z where z.case_id = c.id
        and z.step = 'confirmed' and not exists (select from desk.case_closings as later where later.follows = z.id)) as closed
    from desk.cases as c join desk.desks as k on k.id = c.desk_id
    where c.copy_of is null and (exists (select from desk.requests as r where r.case_id = c.id and r.received_at >= ${first} and r.received_at < ${last})
      or exists (select from desk.decisions as d where d.case_id = c.id and d.decided_at >= ${first} and d.decided_at < ${last})
      or exists (select from desk.outcomes as o where o.case_id = c.id and o.happened_at >= ${first} and o.happened_at < ${last})
      or (c.closed_at is not null and c.opened_at >= ${first} and c.opened_at < ${last}))
    order by c.reference`.execute(work)
  return rows.map(recordedCase)
}

function recordedCase({ requests, decisions, outcomes, notices, facts, hasAnswers, ...head }: Row): RecordedCase {
  const known = new Map(Object.entries(facts ?? {}).flatMap(([fact, value]) => (isPlain(value) ? [[fact, value]] : [])))
  const answered = known.get('request.form')
  const decided = decisions.map(({ act }) => act)
  return {
    ...head,
    requests: requests.map(({ receivedAt, form, acts, ...rest }) => ({
      ...rest,
      // What the request itself does not say, the decisions and their answers say.
      form: (form ?? (typeof answered === 'string' ? answered : null))?.toLowerCase() ?? null,
      acts: acts.length > 0 ? acts : decided,
      receivedAt: instant(receivedAt),
    })),
    decisions: decisions.map(({ at, document, ...rest }) => ({ ...rest, at: instant(at), cites: citesIn(document) })),
    outcomes: outcomes.map(({ at, ...rest }) => ({ ...rest, at: instant(at) })),
    notices: notices.map(({ givenAt, ...rest }) => ({ ...rest, givenAt: givenAt === null ? null : instant(givenAt) })),
    facts: known,
    isOpen: hasAnswers && facts === null,
  }
}

function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text)
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function citesIn(reasons: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(reasons) ? reasons.flat(1) : []
  const found = all.flatMap((reason) => {
    const fields = new Map<string, unknown>(typeof reason === 'object' && reason !== null ? Object.entries(reason) : [])
    const cite = fields.get('cite')
    return fields.get('effect') === 'decides' && typeof cite === 'string' ? [cite] : []
  })
  return [...new Set(found)].toSorted()
}
