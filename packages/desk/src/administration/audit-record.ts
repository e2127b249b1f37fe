/** The record as rows for a file: one for each thing that was recorded and has its entry in the log, with ids that stay. */
import type { Stack } from '@brightline/engine'
import { namesOf, type CsvCell } from '@brightline/wording'
import { sql, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { formWords } from '../case/form-words.ts'
import { eventWords } from '../clock/event-names.ts'
import { sayClock } from '../clock/words.ts'
import { sayCase } from '../case/words.ts'
import { closingReasonWords, closingWords } from '../closing/words.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import type { Json } from '../database/tables.ts'
import { reasonWords } from '../decision/reason-words.ts'
import { decidingRules } from '../decision/same-decision.ts'
import { verdictName } from '../decision/verdict.ts'
import { sayDecision } from '../decision/words.ts'
import { readProof, waysDone } from '../duty/discharge.ts'
import { noticeName } from '../notice/docket.ts'
import { outcomeWords } from '../outcome/words.ts'
import { bookOfKind, type ClaimKind } from '../record/book.ts'
import { rowKinds, type RowKind } from '../record/claim.ts'
import { logSchema } from '../record/line.ts'
import { sayRecord } from '../record/words.ts'
import { codeWords } from '../screen/code-words.ts'
import { sayFrame } from '../screen/words.ts'
import type { Role } from '../people/role.ts'
import type { AuditColumn, RecordState } from './audit-columns.ts'
import type { AuditFilter } from './audit.ts'
import { sayAudit } from './audit-words.ts'

/** A row of the file, by its columns. */
export type RecordCells = Readonly<Record<AuditColumn<'record'>, CsvCell>>

/** What is on record, as the database gives it. */
interface RecordRow {
  readonly entry: Exclude<ClaimKind, 'report' | 'clock'>
  readonly id: string
  readonly of: string | null
  readonly reference: string | null
  readonly receivedAt: Temporal.Instant | null
  readonly form: string | null
  readonly act: string | null
  readonly verdict: string | null
  readonly chosen: string | null
  /** The agency that received somebody, or the request as which one was closed. */
  readonly receiver: string | null
  readonly happenedAt: Temporal.Instant | null
  readonly document: { readonly [key: string]: Json } | null
  readonly rule: string | null
  readonly proof: Json
  readonly reason: string | null
  readonly at: Temporal.Instant
  readonly account: string | null
  readonly role: Role | null
  readonly state: RecordState
  readonly dueAt: Temporal.Instant | null
  readonly missedAt: Temporal.Instant | null
  readonly supersedes: string | null
  readonly policy: Buffer | null
  readonly place: string
  readonly serial: number | null
  readonly ticket: number | null
}

const requestOf = sql`select r.received_at, r.form from desk.requests as r where r.case_id = c.id order by r.entered_at desc limit 1`
const stateOf = sql`case when exists (select from desk.decisions as later where later.supersedes = d.id) then 'superseded'
  when s.outcome = 'sent-back' then 'sent-back' when d.needs_role is not null and s.outcome is null
  then 'waits-' || d.needs_role else 'stands' end`

interface OfKind {
  readonly chosen: RawBuilder<unknown>
  readonly receiver?: RawBuilder<unknown>
  readonly happened?: RawBuilder<unknown>
  readonly reason?: RawBuilder<unknown>
  readonly role?: RawBuilder<unknown>
  /** The column that says who did it. */
  readonly by: string
  /** True where one of them can take the place of another. */
  readonly corrects?: boolean
}

/** Gives the rows of a kind that hangs on a case and that no law decides. */
function ofKind(
  kind: RowKind,
  { chosen, receiver, happened, reason, role, by, corrects = false }: OfKind,
): RawBuilder<unknown> {
  const [table, at] = [sql.table(`desk.${rowKinds[kind].table}`), sql.ref(`t.${rowKinds[kind].at}`)]
  const nothing = sql`null`
  const state = corrects
    ? sql`case when exists (select from ${table} as later where later.supersedes = t.id) then 'superseded' else 'stands' end`
    : sql`'stands'`
  return sql`select ${sql.lit(kind)}, t.id::text, null, c.reference, q.received_at, q.form, null, null, ${chosen}, ${receiver ?? nothing},
      ${happened ?? nothing}, null, null, null, ${reason ?? nothing}, ${at}, u.sign_in_name, ${role ?? nothing}, ${state}, null, null,
      ${corrects ? sql`t.supersedes::text` : nothing}, null, a.place || ${sql.lit(`/${bookOfKind[kind]}`)}, t.log_serial, t.log_ticket
    from ${table} as t join desk.cases as c on c.id = t.case_id join desk.agencies as a on a.id = t.agency_id
      left join desk.users as u on u.id = ${sql.ref(`t.${by}`)} left join lateral (${requestOf}) as q on true
    where ${at} is not null`
}

const ofDecisions = sql`
  select 'decision' as entry, d.id::text, null::text as of, c.reference, q.received_at as "receivedAt", q.form, d.act, d.verdict,
    d.choice as chosen, null::text as receiver, null::timestamptz as "happenedAt", d.document, null::text as rule,
    null::jsonb as proof, d.reason_code as reason, d.decided_at as at, u.sign_in_name as account, d.decided_as as role,
    ${stateOf} as state, null::timestamptz as "dueAt", null::timestamptz as "missedAt", d.supersedes::text,
    d.policy_hash as policy, a.place || '/' || lower(k.prefix) as place, d.log_serial as serial, d.log_ticket as ticket
  from desk.decisions as d join desk.cases as c on c.id = d.case_id join desk.desks as k on k.id = d.desk_id
    join desk.agencies as a on a.id = d.agency_id left join desk.users as u on u.id = d.decided_by
    left join desk.decision_confirmations as s on s.decision_id = d.id left join lateral (${requestOf}) as q on true`

const ofConfirmations = sql`
  select 'confirmation', d.id || '/confirmation', d.id::text, c.reference, q.received_at, q.form, d.act, d.verdict, s.outcome,
    null, null, null, null, null, s.reason_code, s.confirmed_at, u.sign_in_name, s.confirmed_as, ${stateOf}, null, null, null,
    d.policy_hash, a.place || ${sql.lit(`/${bookOfKind.confirmation}`)}, s.log_serial, s.log_ticket
  from desk.decision_confirmations as s join desk.decisions as d on d.id = s.decision_id
    join desk.cases as c on c.id = d.case_id join desk.agencies as a on a.id = d.agency_id
    left join desk.users as u on u.id = s.confirmed_by left join lateral (${requestOf}) as q on true`

const ofDischarges = sql`
  select 'discharge', y.id::text, y.decision_id::text, c.reference, q.received_at, q.form, null, null, null, null, null, null,
    y.rule, y.proof, null, y.discharged_at, u.sign_in_name, null, 'stands', y.due_at, y.escalated_at, null, d.policy_hash,
    a.place || ${sql.lit(`/${bookOfKind.discharge}`)}, y.log_serial, y.log_ticket
  from desk.duties as y join desk.agencies as a on a.id = y.agency_id left join desk.cases as c on c.id = y.case_id
    left join desk.decisions as d on d.id = y.decision_id left join desk.users as u on u.id = y.discharged_by
    left join lateral (${requestOf}) as q on true
  where y.state = 'discharged'`

/** Reads the rows of some days, the newest first. */
export async function readRecord(
  database: Database,
  who: Who,
  { from, until }: Pick<AuditFilter, 'from' | 'until'>,
  most: number,
): Promise<readonly RecordRow[]> {
  const [first, before] = [from?.toString() ?? '-infinity', until?.toString() ?? 'infinity']
  const parts = [
    ...[ofDecisions, ofConfirmations, ofDischarges, ofKind('request', { chosen: sql`null`, by: 'entered_by' })],
    ofKind('time', { chosen: sql`t.event`, happened: sql`t.happened_at`, by: 'recorded_by', corrects: true }),
    ofKind('paper', { chosen: sql`t.kind`, happened: sql`t.given_at`, by: 'given_by' }),
    ofKind('outcome', {
      ...{ chosen: sql`t.kind`, receiver: sql`t.receiving_agency`, happened: sql`t.happened_at` },
      ...{ by: 'recorded_by', corrects: true },
    }),
    ofKind('closing', {
      ...{ chosen: sql`t.step`, receiver: sql`t.twin`, reason: sql`t.reason` },
      ...{ by: 'recorded_by', role: sql`t.recorded_as` },
    }),
  ]
  return await transaction(database, who, async (work) => {
    const { rows } = await sql<RecordRow>`select * from (${sql.join(parts, sql` union all `)}) as row
      where at >= ${first}::timestamptz and at < ${before}::timestamptz order by at desc, id limit ${most}`.execute(
      work,
    )
    return rows
  })
}

/** Finds the places in the log of entries, by their tickets. */
export async function readIndices(
  work: Database | Work,
  agency: string,
  rows: readonly RecordRow[],
): Promise<ReadonlyMap<number, number>> {
  const schema = logSchema(agency)
  const tickets = rows.flatMap(({ ticket }) => ticket ?? [])
  const { rows: there } = await sql<{ is: boolean }>`
    select to_regclass(${`${schema}.sequenced`}) is not null as is`.execute(work)
  if (there[0]?.is !== true || tickets.length === 0) return new Map()
  const { rows: placed } = await sql<{ ticket: number; index: number }>`
    select ticket, index from ${sql.id(schema, 'sequenced')} where ticket = any (${tickets})`.execute(work)
  return new Map(placed.map(({ ticket, index }) => [ticket, index]))
}

/** In which words cells are said. */
export interface RecordWords {
  readonly lang: string
  readonly stack: Stack
  readonly indexByTicket: ReadonlyMap<number, number>
}

/** Says a row, codes and words side by side. What is not there is empty. */
export function recordCells(row: RecordRow, words: RecordWords): RecordCells {
  const { lang } = words
  return {
    ...{ id: row.id, entry: row.entry, 'entry-words': sayRecord(lang)(`kind-${row.entry}`), of: row.of ?? '' },
    ...requestCells(row, words),
    ...decidedCells(row, words),
    ...chosenCells(row, words),
    'happened-at': row.happenedAt?.toString() ?? '',
    ...whoCells(row, lang),
    ...{ 'due-at': row.dueAt?.toString() ?? '', 'missed-at': row.missedAt?.toString() ?? '' },
    ...logCells(row, words),
  }
}

type Cells<Column extends AuditColumn<'record'>> = Pick<RecordCells, Column>

function requestCells(
  { reference, receivedAt, form }: RecordRow,
  { stack, lang }: RecordWords,
): Cells<'request' | 'received-at' | 'form' | 'form-words'> {
  const came = { request: reference ?? '', 'received-at': receivedAt?.toString() ?? '' }
  return { ...came, form: form ?? '', 'form-words': formWords(form, stack, lang) }
}

function decidedCells(
  { act, verdict, document, rule, supersedes }: RecordRow,
  { stack, lang }: RecordWords,
): Cells<'act' | 'act-words' | 'verdict' | 'verdict-words' | 'rules' | 'supersedes'> {
  const rules = document === null ? [rule ?? ''] : decidingRules(document)
  return {
    ...{ act: act ?? '', 'act-words': act === null ? '' : namesOf(stack, lang).act(act) },
    ...{ verdict: verdict ?? '', 'verdict-words': verdict === null ? '' : verdictName(verdict, lang) },
    ...{ rules: rules.filter((one) => one !== '').join(' | '), supersedes: supersedes ?? '' },
  }
}

function whoCells(
  { entry, reason, at, account, role, state }: RecordRow,
  lang: string,
): Cells<'reason' | 'reason-words' | 'at' | 'account' | 'role' | 'role-words' | 'state' | 'state-words'> {
  const why = entry === 'closing' && reason !== null ? closingReasonWords(reason, lang) : reasonWords(reason, lang)
  return {
    ...{ reason: reason ?? '', 'reason-words': why, at: at.toString() },
    ...{ account: account ?? '', role: role ?? '', 'role-words': role === null ? '' : sayFrame(lang)(role) },
    ...{ state, 'state-words': sayAudit(lang)(`state-${state}`) },
  }
}

function logCells(
  { policy, place, serial, ticket }: RecordRow,
  { indexByTicket }: RecordWords,
): Cells<'policy' | 'log-desk' | 'log-serial' | 'log-index'> {
  const index = ticket === null ? '' : (indexByTicket.get(ticket) ?? '')
  return { policy: policy?.toString('hex') ?? '', 'log-desk': place, 'log-serial': serial ?? '', 'log-index': index }
}

/** Gives what was chosen: of a decision if it is done, of a confirmation what was said, of a duty how it was met, of the rest what it was. */
function chosenCells(
  { entry, chosen, proof, receiver, reason }: RecordRow,
  { lang, stack }: RecordWords,
): Pick<RecordCells, 'choice' | 'choice-words'> {
  if (entry === 'discharge') {
    const how = readProof(proof)?.how ?? ''
    return { choice: how, 'choice-words': how === '' ? '' : codeWords(waysDone, how, sayClock(lang), lang) }
  }
  if (chosen === null) return { choice: '', 'choice-words': '' }
  const wordsOf = {
    decision: () => codeWords(['do', 'do-not'], chosen, sayDecision(lang), lang),
    confirmation: () =>
      codeWords(['confirmed', 'sent-back'], chosen, (one) => sayCase(lang)(one, { act: '' }).trim(), lang),
    time: () => eventWords(chosen, stack, lang),
    paper: () => noticeName(chosen, lang),
    outcome: () => outcomeWords({ kind: chosen, receiver }, lang),
    closing: () => closingWords({ step: chosen, reason, twin: receiver }, lang),
    request: () => '',
  }
  return { choice: chosen, 'choice-words': wordsOf[entry]() }
}
