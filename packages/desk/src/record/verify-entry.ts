/** Holds a row against the log: its entry is made anew from the row, and its place in the log is proved. */
import {
  LedgerFailure,
  makeReceiptFile,
  trustKeys,
  verifyFile,
  type DecisionEntry,
  type Opening,
  type Policy,
  type Result,
  type TileSource,
} from '@brightline/ledger'
import { sql } from 'kysely'
import type { Claim } from './claim.ts'
import type { Database } from '../database/transaction.ts'
import { logSchema } from './line.ts'
import type { OpeningKey } from './opening-key.ts'

/** What was found of a row. */
export type Checked =
  /** The row is the one that was logged, and the log holds it at this place under its signature. */
  | { readonly kind: 'proved'; readonly index: number; readonly size: number }
  /** The log holds it; the key of the case was destroyed, so that nobody can tell any more what it says. */
  | { readonly kind: 'forgotten'; readonly index: number; readonly size: number }
  /** It is in line, and has no place yet. */
  | { readonly kind: 'waiting' }
  /** The row says something else than what was logged. */
  | { readonly kind: 'altered' }
  /** The log holds it, and what opens it is gone, though the case was not destroyed. */
  | { readonly kind: 'key-gone' }
  /** The log has no such entry, or does not prove it. */
  | { readonly kind: 'missing' }

/** Tells if what was found is a fault that counsel and the auditor must know of. */
export function isFault({ kind }: Checked): boolean {
  return kind === 'altered' || kind === 'key-gone' || kind === 'missing'
}

/** Checks what a row claims, with the key that opens its entry. */
export async function verifyEntry(database: Database, claim: Claim, key: OpeningKey): Promise<Checked> {
  if (claim.ticket === null) return { kind: 'missing' }
  const schema = logSchema(claim.agency)
  const there = await findTicket(database, schema, claim.ticket)
  if (there === null) return { kind: 'missing' }
  if (there.index === null) return { kind: 'waiting' }
  const policy = await readTrust(database, schema)
  if (policy === null) return { kind: 'missing' }
  const opening = key instanceof Buffer ? { caseKey: new Uint8Array(key), record: claim.record } : undefined
  const checked = await prove({ source: tilesOf(database, schema), index: there.index, policy }, claim, opening)
  return checked.kind === 'forgotten' && key === null ? { kind: 'key-gone' } : checked
}

/** A database that went away proves nothing, and tells of no fault of the record either: it is thrown. */
export function notLost<Value>(result: Result<Value>): Result<Value> {
  if (!result.ok && result.problems.some(({ code }) => code === 'LOG-0801')) throw new LedgerFailure(result)
  return result
}

interface Place {
  readonly source: TileSource
  readonly index: number
  readonly policy: Policy
}

async function prove({ source, index, policy }: Place, claim: Claim, opening?: Opening): Promise<Checked> {
  const receipt = notLost(await makeReceiptFile(source, index, policy, opening))
  if (!receipt.ok) return { kind: receipt.problems.some(({ code }) => code === 'LOG-0706') ? 'altered' : 'missing' }
  const proved = await verifyFile(receipt.value.bytes, policy)
  if (!proved.ok || proved.value.entry?.kind !== 'decision') return { kind: 'missing' }
  if (!isSaidBy(proved.value.entry, claim)) return { kind: 'altered' }
  const { size } = proved.value.log.checkpoint
  return { kind: opening === undefined ? 'forgotten' : 'proved', index, size }
}

/** Tells whether an entry says what the row says, as far as both say it in public. */
function isSaidBy({ policy, verdict, serial }: DecisionEntry, claim: Claim): boolean {
  const isSameLaw = claim.policy === null || Buffer.from(policy).equals(claim.policy)
  return verdict === claim.verdict && serial === claim.serial && isSameLaw
}

interface Found {
  /** Null where it waits in line. */
  readonly index: number | null
}

/** Finds the place of a ticket in a log; null where the log has no such ticket. */
export async function findTicket(database: Database, schema: string, ticket: number): Promise<Found | null> {
  const { rows: logs } = await sql<{ there: boolean }>`
    select to_regclass(${`${schema}.trust`}) is not null as there`.execute(database)
  if (logs[0]?.there !== true) return null
  const { rows } = await sql<Found>`
    select index from ${sql.id(schema, 'sequenced')} where ticket = ${ticket}
    union all select null from ${sql.id(schema, 'pending')} where ticket = ${ticket}`.execute(database)
  return rows[0] ?? null
}

/** Reads by which keys a log is trusted; null where nobody trusts it yet. */
export async function readTrust(database: Database, schema: string): Promise<Policy | null> {
  const { rows } = await sql<{ key: string }>`select key from ${sql.id(schema, 'trust')}`.execute(database)
  const trust = trustKeys(rows.map(({ key }) => key))
  return trust.ok ? trust.value : null
}

/** Reads the files of a log. */
export function tilesOf(database: Database, schema: string): TileSource {
  return {
    read: async (path) => {
      const { rows } = await sql<{ bytes: Buffer }>`
        select bytes from ${sql.id(schema, 'file')} where path = ${path}`.execute(database)
      return rows[0] === undefined ? undefined : new Uint8Array(rows[0].bytes)
    },
  }
}
