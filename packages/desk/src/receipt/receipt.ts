/** The proof behind the address on a receipt: where the decision stands in the log, proved against the keys of the log. */
import { makeReceiptFile, verifyFile, type DecisionEntry } from '@brightline/ledger'
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import { logSchema } from '../record/line.ts'
import { isOfDesk } from '../record/book.ts'
import { findTicket, notLost, readTrust, tilesOf } from '../record/verify-entry.ts'

/** What the log proves. Nothing of it is taken from the row, which SQL can alter. */
interface ProvedReceipt {
  readonly kind: 'proved'
  readonly index: number
  readonly size: number
  readonly bytes: Uint8Array
  readonly entry: DecisionEntry
}

/** What an address shows. */
export interface ReceiptShown {
  readonly agencyName: string
  readonly proof:
    /** The entry is in the log, at this place of so many; the bytes are the proof, which can be checked elsewhere. */
    | ProvedReceipt
    /** It is in line. */
    | { readonly kind: 'waiting' }
    /** The log does not prove it. */
    | { readonly kind: 'missing' }
}

interface FoundRow {
  readonly agency_id: string
  readonly agency_name: string
  readonly log_serial: number
  readonly log_ticket: number
}

/** Finds a receipt by the id in its address; null where there is none. What was decided is not told here. */
export async function findReceipt(database: Database, id: string): Promise<ReceiptShown | null> {
  const { rows } = await sql<FoundRow>`select * from desk.find_receipt(${id})`.execute(database)
  const [row] = rows
  if (row === undefined) return null
  return { agencyName: row.agency_name, proof: await prove(database, row) }
}

async function prove(
  database: Database,
  { agency_id: agency, log_ticket: ticket, log_serial: serial }: FoundRow,
): Promise<ReceiptShown['proof']> {
  const schema = logSchema(agency)
  const place = await findTicket(database, schema, ticket)
  if (place === null) return { kind: 'missing' }
  if (place.index === null) return { kind: 'waiting' }
  const policy = await readTrust(database, schema)
  if (policy === null) return { kind: 'missing' }
  const made = notLost(await makeReceiptFile(tilesOf(database, schema), place.index, policy))
  const proved = made.ok ? await verifyFile(made.value.bytes, policy) : null
  if (!made.ok || proved === null || !proved.ok) return { kind: 'missing' }
  const { entry, log } = proved.value
  // A row that names the entry of another decision, or of no decision, proves nothing of this one.
  if (entry?.kind !== 'decision' || entry.serial !== serial || !isOfDesk(entry)) return { kind: 'missing' }
  return { kind: 'proved', index: place.index, size: log.checkpoint.size, bytes: made.value.bytes, entry }
}
