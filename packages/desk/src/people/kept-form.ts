/**
 * What was typed into a form while the session ended. It waits sealed in the page where its writer signs in again, and
 * opens for nobody else: the key is made of the ended session, which only that browser has, and the user is compared.
 */
import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { ownPath } from '../screen/href.ts'
import { open, seal } from '../vault/seal.ts'
import { tokenHash } from './token.ts'

/** A form that was not taken: where it was sent, and its fields as they were typed. */
export interface KeptForm {
  readonly path: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const KeptFormSchema = Type.Object({
  path: Type.String(),
  fields: Type.Array(Type.Tuple([Type.String(), Type.String()])),
})

/** The longest sealed form. A longer one is not kept, and its writer is told to go back. */
export const longestKept = 150_000

const purpose = 'kept form'

/** Seals a form under what is left of the session that ended; null where it is too long. */
export function keepForm(endedToken: string, path: string, body: unknown): string | null {
  const form: KeptForm = { path, fields: fieldsIn(body) }
  const kept = seal(keyOf(endedToken), Buffer.from(JSON.stringify(form)), purpose).toString('base64url')
  return kept.length > longestKept ? null : kept
}

/** Lists the fields of a form as they were typed. */
export function fieldsIn(body: unknown): KeptForm['fields'] {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(
    typeof body === 'object' && body !== null ? body : {},
  )
  return entries.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : [])),
  )
}

/** Opens a kept form for whoever signed in, if it is the one whose session ended. */
export async function openKept(
  database: Database,
  who: Who,
  endedToken: string,
  kept: string,
): Promise<KeptForm | null> {
  const plain = open(keyOf(endedToken), Buffer.from(kept, 'base64url'), purpose)
  if (plain === null) return null
  // Nobody sees a session of somebody else.
  const ended = await transaction(
    database,
    who,
    async (work) =>
      await work
        .selectFrom('sessions')
        .select('user_id')
        .where('id_hash', '=', tokenHash(endedToken))
        .where('user_id', '=', who.user)
        .executeTakeFirst(),
  )
  const value: unknown = JSON.parse(plain.toString('utf8'))
  if (ended === undefined || !Value.Check(KeptFormSchema, value)) return null
  return { path: ownPath(value.path), fields: value.fields }
}

function keyOf(endedToken: string): Buffer {
  return createHash('sha256').update('kept form\n').update(endedToken).digest()
}
