/** The log of an agency in the database: its tables, who may do what to it, and several processes that publish it. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fsck, standardAlgorithms, trustKeys, valueOf } from '@brightline/ledger'
import { postgresSource, schemaOf } from '@brightline/ledger/postgres'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/read-case.ts'
import { transaction, type Who } from '../../src/database/transaction.ts'
import { recordDecisions, type Outcome } from '../../src/decision/decide.ts'
import { seenOf } from '../../src/decision/seen.ts'
import { decideNow, interviewOf } from '../../src/question/case-interview.ts'
import { logSchema } from '../../src/record/line.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase } from '../case/sample-case.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
let test: TestDatabase
let agency: SampleAgency
let schema: string
const publishers: Publisher[] = []
const lines: string[] = []

beforeAll(async () => {
  test = await startTestDatabase()
  agency = await makeSample(test.superuser)
  schema = logSchema(agency.agency)
})
afterAll(async () => {
  for (const publisher of publishers) await publisher.stop()
  await test?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function publisherWith(keys: string): Publisher {
  const log = (event: string): void => {
    lines.push(event)
  }
  const publisher = startPublisher({ owner: test.owner, keys: join(folder, keys), log })
  publishers.push(publisher)
  return publisher
}

async function decideOn(who: Who, reference: string): Promise<Outcome> {
  const room = { database: test.database, law: testLaw, keys: testKeys, log: () => undefined, isSecure: false }
  const record = await transaction(test.database, who, async (work) => await readCase(work, reference))
  const seen = seenOf(decideNow(await interviewOf(testLaw, record)))
  const choices = (['hold', 'notify-release'] as const).map((act) => ({
    act,
    choice: 'do-not' as const,
    reason: null,
  }))
  return await recordDecisions(room, who, { reference, version: 1, seen, choices })
}

async function count(table: string): Promise<number> {
  const { rows } = await test.superuser.query(`select count(*)::int as count from ${schema}.${table}`)
  return Number(rows[0].count)
}

describe('the log of an agency', () => {
  it('takes what many clerks decide at once, contiguous and once each', async () => {
    const who = agency.who.clerk
    const references: string[] = []
    for (let at = 0; at < 12; at += 1) references.push(await openSampleCase(test, who, { answers }))
    const outcomes = await Promise.all(references.map(async (reference) => await decideOn(who, reference)))
    expect(outcomes).toEqual(references.map(() => ({ kind: 'recorded' })))
    const { rows } = await test.superuser.query(
      `select log_serial from desk.decisions where agency_id = $1 and log_ticket > 0 and verdict = 'prohibited'
       and document <> '{}' order by log_serial`,
      [agency.agency],
    )
    expect(rows.map(({ log_serial: serial }) => Number(serial))).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
    // A request, and two decisions on it.
    expect(await count('pending')).toBe(36)
  })

  it('has the tables that the ledger makes, column by column', async () => {
    await test.superuser.query(schemaOf('made_by_ledger'))
    const columns = async (name: string): Promise<readonly unknown[]> => {
      const { rows } = await test.superuser.query(
        `select table_name, column_name, data_type, is_nullable, collation_name, is_identity
         from information_schema.columns where table_schema = $1 and table_name <> 'trust'
         order by table_name, ordinal_position`,
        [name],
      )
      return rows
    }
    expect(await columns(schema)).toEqual(await columns('made_by_ledger'))
  })

  it('is published by one of two processes at a time, and is whole', async () => {
    const [one, two] = [publisherWith('keys'), publisherWith('keys')]
    await Promise.all([one.publish(), two.publish(), one.publish(), two.publish()])
    expect([await count('pending'), await count('sequenced')]).toEqual([0, 36])
    const { rows } = await test.superuser.query(`select key from ${schema}.trust`)
    const policy = valueOf(trustKeys(rows.map(({ key }) => String(key))))
    const source = postgresSource(test.superuser, schema)
    const origin = policy.logs[0]?.key.name ?? ''
    const keys = policy.logs.map(({ key }) => key)
    const report = valueOf(
      await fsck({ source, list: () => source.list(), origin, keys, algorithms: standardAlgorithms }),
    )
    expect(report).toMatchObject({ size: 36, findings: [] })
    const [file = ''] = readdirSync(join(folder, 'keys'))
    expect(statSync(join(folder, 'keys', file)).mode & 0o077).toBe(0)
  })

  it('is signed by nobody who has not its key, and waits for who has', async () => {
    const who = agency.who.clerk
    await decideOn(who, await openSampleCase(test, who, { answers }))
    await publisherWith('other-keys').publish()
    expect(lines).toContain('log-not-published')
    expect(await count('pending')).toBe(3)
    await publisherWith('keys').publish()
    expect(await count('pending')).toBe(0)
  })

  it('is neither placed, signed nor rewritten by the login of the application', async () => {
    const statements = [
      `update ${schema}.sequenced set entry = '\\x00'`,
      `delete from ${schema}.sequenced`,
      `insert into ${schema}.sequenced (index, entry) values (99, '\\x00')`,
      `delete from ${schema}.pending`,
      `update ${schema}.pending set entry = '\\x00'`,
      `insert into ${schema}.trust values ('mine')`,
      `update ${schema}.file set bytes = '\\x00'`,
      `insert into ${schema}.checkpoint values (99, '\\x00')`,
      `update ${schema}.writer set number = 0`,
      `drop schema ${schema} cascade`,
      `create table ${schema}.mine (id integer)`,
      `update desk.case_keys set key = null`,
      `insert into desk.decider_roles values ('${agency.agency}', 'the sheriff', 'supervisor')`,
    ]
    for (const statement of statements)
      await expect(
        transaction(test.database, agency.who.supervisor, async (work) => await sql.raw(statement).execute(work)),
        statement,
      ).rejects.toThrow(/permission denied|must be owner|row-level security/)
  })

  it('takes nothing with it that was rolled back', async () => {
    const who = agency.who.clerk
    const reference = await openSampleCase(test, who, { answers })
    const before = await count('pending')
    // Somebody else holds the one place of the first decision on this act.
    await test.superuser.query(
      `insert into desk.decisions (agency_id, desk_id, case_id, act, verdict, document, policy_hash, decided_by, decided_as, log_serial, log_ticket)
       select agency_id, desk_id, id, 'notify-release', 'prohibited', '{}', '\\x${'00'.repeat(32)}', opened_by, 'clerk', 0, 0
       from desk.cases where reference = $1 and agency_id = $2`,
      [reference, agency.agency],
    )
    await test.superuser.query(`create function desk.refuse() returns trigger language plpgsql as
      $$ begin raise exception 'on purpose'; end $$`)
    await test.superuser.query(
      `create trigger refuse before insert on desk.decisions for each row execute function desk.refuse()`,
    )
    await expect(decideOn(who, reference)).rejects.toThrow('on purpose')
    await test.superuser.query(`drop trigger refuse on desk.decisions`)
    expect(await count('pending')).toBe(before)
    expect((await decideOn(who, reference)).kind).toBe('recorded')
    expect(await count('pending')).toBe(before + 2)
  })
})
