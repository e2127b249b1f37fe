/** Puts a filed report in line for the log of the agency, in the transaction that files it. */
import { newCaseKey, systemRandom } from '@brightline/ledger'
import type { Work } from '../database/transaction.ts'
import { bookOfKind } from '../record/book.ts'
import { logEntry, type Logged } from '../record/line.ts'
import type { FiledDocument } from './filed-document.ts'

/** Where the entry stands, and the key that opens it. */
export interface LoggedReport extends Logged {
  readonly log_key: Buffer
}

/** What an entry says of a report. */
export interface ReportEntry {
  readonly agency: string
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

/** Puts the entry in line. Reports of an agency have a book of their own in the log, so that none can be left out. */
export async function logReport(
  work: Work,
  { agency, document, hash, duty, policyHash }: ReportEntry,
): Promise<LoggedReport> {
  const key = newCaseKey(systemRandom)
  const book = { agency, place: `${document.place}/${bookOfKind.report}`, timeZone: document.timeZone }
  const logged = await logEntry(work, book, {
    ...{ verdict: 'report-filed', policy: Buffer.from(policyHash, 'hex'), rules: [duty] },
    ...{ record: reportStatement(document, hash), key },
  })
  return { ...logged, log_key: Buffer.from(key) }
}
