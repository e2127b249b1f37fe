/** What a browser is asked once. It is kept by its hash, for that browser alone, and for some minutes. */
import { sql } from 'kysely'
import type { Json } from '../database/tables.ts'
import type { Database } from '../database/transaction.ts'
import { tokenHash } from './token.ts'

/** What a challenge is for. */
type ChallengeKind = 'passkey' | 'new-passkey' | 'provider'

/** A challenge, and what only the cookie of the browser that is asked holds. */
export interface Challenge {
  readonly kind: ChallengeKind
  readonly word: string
  readonly browser: string
}

/** What was kept with a challenge. */
export interface TakenChallenge {
  readonly user_id: string | null
  readonly payload: unknown
}

/** Keeps a challenge. */
export async function keepChallenge(
  database: Database,
  { kind, word, browser }: Challenge,
  user: string | null,
  payload: { readonly [name: string]: Json } = {},
): Promise<void> {
  await sql`select desk.keep_challenge(${tokenHash(word)}, ${kind}, ${tokenHash(browser)}, ${user},
    ${JSON.stringify(payload)}::jsonb)`.execute(database)
}

/** Takes a challenge, once; null where it was taken, is too old, or another browser was asked. */
export async function takeChallenge(
  database: Database,
  { kind, word, browser }: Challenge,
): Promise<TakenChallenge | null> {
  const { rows } = await sql<TakenChallenge>`select user_id, payload
    from desk.take_challenge(${tokenHash(word)}, ${kind}, ${tokenHash(browser)})`.execute(database)
  return rows[0] ?? null
}
