/** Puts a filed report in line for the log of the agency, in the transaction that files it. */
import { commit, newCaseKey, newNonce, systemRandom, valueOf } from '@brightline/ledger'
import { enqueue } from '@brightline/ledger/postgres'
import { sql } from 'kysely'
import type { Work } from '../database/transaction.ts'
import { dayFor } from '../record/log-day.ts'
import { statementsIn } from '../record/statements.ts'
import type { FiledDocument } from './filed-document.ts'

/** Where the entry stands, and the key that opens it. */
export interface LoggedReport {
  readonly serial: number
  readonly ticket: number
  readonly key: Uint8Array
}

/** What an entry says of a report. */
export interface ReportEntry {
  readonly document: FiledDocument
  readonly hash: Buffer
  /** The duty by which the report is owed. */
  readonly duty: string
  readonly policyHash: string
}

/** What names a filed report. */
export type ReportNamed = Pick<FiledDocument, 'report' | 'startsOn' | 'endsOn' | 'version'>

/** The statement that the log commits to. Whoever has report and key checks it. */
export function reportStatement(
  { report, startsOn, endsOn, version }: ReportNamed,
  hash: Buffer,
): Readonly<Record<string, string | number>> {
  return { report, startsOn, endsOn, version, sha256: hash.toString('hex') }
}

/** Puts the entry in line. Reports of an agency have a desk of their own in the log, so that none can be left out. */
export async function logReport(work: Work, { document, hash, duty, policyHash }: ReportEntry): Promise<LoggedReport> {
  const schema = await makeLog(work)
  const place = `${document.place}/reports`
  const key = newCaseKey(systemRandom)
  const { ticket, entry } = valueOf(
    await enqueue(statementsIn(work), schema, {
      kind: 'decision',
      place,
      day: await dayFor(work, schema, { place, timeZone: document.timeZone }),
      policy: new Uint8Array(Buffer.from(policyHash, 'hex')),
      rules: [duty],
      verdict: 'report-filed',
      commitment: valueOf(commit(key, reportStatement(document, hash))),
      nonce: newNonce(systemRandom),
    }),
  )
  return { serial: entry.serial, ticket: Number(ticket), key }
}

async function makeLog(work: Work): Promise<string> {
  const { rows } = await sql<{ name: string }>`select desk.make_log() as name`.execute(work)
  const [row] = rows
  if (row === undefined) throw new Error('the log has no name')
  return row.name
}
