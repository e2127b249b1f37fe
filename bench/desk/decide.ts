/** Decides many requests through the code of the desk, and over HTTP, beside plain inserts of the same rows. */
import { lawInUse } from '../../packages/desk/src/case/law-in-use.ts'
import { readCase } from '../../packages/desk/src/case/read-case.ts'
import { transaction } from '../../packages/desk/src/database/transaction.ts'
import { recordDecisions, type Deciding } from '../../packages/desk/src/decision/decide.ts'
import { seenOf } from '../../packages/desk/src/decision/seen.ts'
import { townLaw } from '../../packages/desk/src/demonstration/town.ts'
import { decideNow, interviewOf } from '../../packages/desk/src/question/case-interview.ts'
import type { Room } from '../../packages/desk/src/server/room.ts'
import { openSampleCase } from '../../packages/desk/test/case/sample-case.ts'
import { testKeys } from '../../packages/desk/test/test-keys.ts'
import { shippedLaw } from '@brightline/law-files'
import type { Worker } from '../../packages/desk/test/load/workplace.ts'
import type { BenchDesk } from './bench-desk.ts'
import { copyCases } from './copy-cases.ts'
import { postForm } from '../../packages/desk/test/load/http.ts'
import { asFastAsItGoes } from './load.ts'

/** The law forbids both acts then, and one person records that. */
const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
const acts = ['hold', 'notify-release'] as const
const town = townLaw()
const law = lawInUse([shippedLaw(), ...(town === null ? [] : [town])], null)

/** A request that waits for its decision, and who decides. */
export interface Ready {
  readonly at: Worker
  readonly deciding: Deciding
}

/** Opens so many requests at each desk, ready to be decided. */
export async function openReady(desk: BenchDesk, each: number, from: number): Promise<readonly Ready[]> {
  const ready: Ready[][] = []
  for (const at of desk.clerks) {
    const of = await openSampleCase(desk, at.who, { answers, acts: [...acts] })
    const references = await copyCases(desk, { of, at, count: each, from, days: 0 })
    const [first = of] = references
    const record = await transaction(desk.database, at.who, async (work) => await readCase(work, first))
    const seen = seenOf(decideNow(await interviewOf(law, record)))
    const choices = acts.map((act) => ({ act, choice: 'do-not' as const, reason: null }))
    ready.push(references.map((reference) => ({ at, deciding: { reference, version: 1, seen, choices } })))
  }
  // Desk by desk in turn, as requests come.
  return Array.from({ length: each }).flatMap((_, nth) => ready.flatMap((ofDesk) => ofDesk[nth] ?? []))
}

/** Decides them in this process, and gives forms a second. Each has a row and an entry of the log for each act. */
export async function decideHere({ database }: BenchDesk, ready: readonly Ready[], callers: number): Promise<number> {
  const room: Room = { database, law, keys: testKeys, log: () => undefined, isSecure: false }
  return await asFastAsItGoes(
    callers,
    ready.map(({ at, deciding }) => async () => {
      const { kind } = await recordDecisions(room, at.who, deciding)
      if (kind !== 'recorded') throw new Error(`a decision on ${deciding.reference} is ${kind}`)
    }),
  )
}

/** Decides them over HTTP, as the form of the page does. */
export async function decideOver(address: string, ready: readonly Ready[], callers: number): Promise<number> {
  return await asFastAsItGoes(
    callers,
    ready.map(({ at, deciding: { reference, seen } }) => async () => {
      const { status } = await postForm(address, `/cases/${reference}/decisions`, at, { version: '1', seen })
      if (status !== 303) throw new Error(`a decision on ${reference} was answered with ${status}`)
    }),
  )
}

/** Takes the rows of so many forms, and inserts them into plain tables, a transaction for each form. */
export async function insertPlainly(desk: BenchDesk, forms: number, callers: number): Promise<number> {
  const { superuser, agency } = desk
  const line = `ledger_${agency.replaceAll('-', '')}.pending`
  await superuser.query(`create schema if not exists plain;
    drop table if exists plain.decisions, plain.duties, plain.line;
    create table plain.decisions (like desk.decisions including indexes);
    create table plain.duties (like desk.duties including indexes);
    create table plain.line (ticket bigint generated always as identity primary key, entry bytea not null)`)
  const { rows } = await superuser.query<{ id: string; decisions: string; duties: string }>(
    `select case_id as id, jsonb_agg(to_jsonb(d))::text as decisions,
       coalesce((select jsonb_agg(to_jsonb(u))::text from desk.duties as u where u.case_id = d.case_id), '[]') as duties
     from desk.decisions as d where log_ticket > 0 group by case_id limit $1`,
    [forms],
  )
  const entry = await superuser.query<{ entry: Buffer }>(`select entry from ${line} limit 1`)
  const bytes = entry.rows[0]?.entry ?? Buffer.alloc(400)
  return await asFastAsItGoes(
    callers,
    rows.map(({ decisions, duties }) => async () => {
      const client = await superuser.connect()
      const [first, second] = ['decisions', 'duties'].map(
        (name) => `insert into plain.${name} select * from jsonb_populate_recordset(null::plain.${name}, $1)`,
      )
      await client.query('begin')
      await client.query(first ?? '', [decisions])
      await client.query(second ?? '', [duties])
      await client.query('insert into plain.line (entry) values ($1), ($1)', [bytes])
      await client.query('commit')
      client.release()
    }),
  )
}
