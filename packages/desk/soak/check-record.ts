/** What must hold after every crash, asked of the database itself. */
import { fsck, standardAlgorithms, trustKeys, valueOf } from '@brightline/ledger'
import { postgresSource } from '@brightline/ledger/postgres'
import type pg from 'pg'
import { setTimeout as wait } from 'node:timers/promises'
import { readCase } from '../src/case/read-case.ts'
import { databaseOn, transaction, type Who } from '../src/database/transaction.ts'
import { readOpeningKey } from '../src/record/opening-key.ts'
import { verifyCase } from '../src/record/verify-case.ts'
import type { Inside } from './soak-desk.ts'

/** The acts that each request of a soak asks for. */
export const soakActs: readonly string[] = ['hold', 'notify-release']

interface Broken {
  readonly what: string
  readonly example: string
}

/** Holds the whole record against what was acknowledged; throws at the first broken promise. */
export async function checkRecord(
  { superuser }: Pick<Inside, 'superuser'>,
  schema: string,
  acknowledged: readonly string[],
): Promise<void> {
  const { rows } = await superuser.query<Broken>(
    `with line as (select ticket, entry from ${schema}.pending union all select ticket, entry from ${schema}.sequenced),
      logged as (select desk_id as book, case_id, log_serial, log_ticket from desk.decisions
        union all select agency_id, case_id, log_serial, log_ticket from desk.requests),
      byCase as (select c.id, c.reference, draft.step, array_agg(d.act order by d.act) filter (where d.id is not null) as acts
        from desk.cases as c left join desk.drafts as draft on draft.case_id = c.id
          left join desk.decisions as d on d.case_id = c.id group by c.id, c.reference, draft.step),
      duties as (select case_id, string_agg(rule, ' ' order by rule) as rules from desk.duties
        where state = 'open' and case_id is not null group by case_id)
    select * from (
      select 'an acknowledged decision is lost' as what, a as example from unnest($1::text[]) as a
        where not exists (select from byCase as b where b.reference = a and b.acts = $2::text[])
      union all select 'a request is decided by half', reference from byCase where acts is not null and acts <> $2::text[]
      union all select 'a draft and its decisions differ', reference from byCase
        where (step = 'decided') <> (acts is not null)
      union all select 'a row has no entry in the log', d.case_id::text from logged as d
        left join line as l on l.ticket = d.log_ticket group by d.case_id, d.log_ticket having count(l.ticket) <> 1
      union all select 'an entry of the log has no row', l.ticket::text from line as l
        left join logged as d on d.log_ticket = l.ticket group by l.ticket having count(d.log_ticket) <> 1
      union all select 'an entry says another serial than its row', d.case_id::text from logged as d
        join line as l on l.ticket = d.log_ticket
        where (convert_from(l.entry, 'UTF8')::jsonb ->> 'serial')::bigint <> d.log_serial
      union all select 'the serials of a book have a gap', book::text from logged group by book
        having min(log_serial) <> 1 or max(log_serial) <> count(*) or count(distinct log_serial) <> count(*)
      union all select 'the duties of a decision are not complete', b.reference from byCase as b
        left join duties as u on u.case_id = b.id
        where b.acts is not null and u.rules is distinct from (select rules from duties order by length(rules) desc limit 1)
      union all select 'duties without a decision', b.reference from byCase as b
        join duties as u on u.case_id = b.id where b.acts is null
    ) as broken limit 5`,
    [acknowledged, soakActs],
  )
  if (rows.length > 0) throw new Error(rows.map(({ what, example }) => `${what}: ${example}`).join('; '))
}

/** Waits until every entry in line has its place under a signature. */
export async function waitForPublished(superuser: pg.Pool, schema: string, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds
  for (;;) {
    const { rows } = await superuser.query<{ left: string }>(
      `select (select count(*) from ${schema}.pending) + (select size from ${schema}.writer)
        - coalesce((select split_part(convert_from(note, 'UTF8'), E'\\n', 2)::bigint
          from ${schema}.checkpoint order by number desc limit 1), 0) as left`,
    )
    if (Number(rows[0]?.left) === 0) return
    if (performance.now() > end) throw new Error(`${rows[0]?.left} entries were not published in time`)
    await wait(100)
  }
}

/** Proves the place of everything that is on record of some requests in the log, from its row. Gives how many were proved. */
export async function proveAll({ application }: Inside, who: Who, references: readonly string[]): Promise<number> {
  const database = databaseOn(application)
  let proved = 0
  for (const reference of references) {
    const [record, key] = await transaction(database, who, async (work) => {
      const found = await readCase(work, reference)
      return [found, await readOpeningKey(work, found.id)] as const
    })
    for (const { claim, checked } of await verifyCase(database, record, key)) {
      if (checked.kind !== 'proved') throw new Error(`a ${claim.kind} of ${reference} is ${checked.kind}`)
      proved += 1
    }
  }
  return proved
}

/** Checks the whole log as a stranger would, and gives its size. */
export async function checkLog({ superuser }: Inside, schema: string): Promise<number> {
  const { rows } = await superuser.query<{ key: string }>(`select key from ${schema}.trust`)
  const { logs } = valueOf(trustKeys(rows.map(({ key }) => key)))
  const source = postgresSource(superuser, schema)
  const origin = logs[0]?.key.name ?? ''
  const keys = logs.map(({ key }) => key)
  const report = valueOf(
    await fsck({ source, list: () => source.list(), origin, keys, algorithms: standardAlgorithms }),
  )
  if (report.findings.length > 0) throw new Error(JSON.stringify(report.findings[0]))
  return report.size
}
