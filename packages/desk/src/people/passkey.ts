/** Passkeys: what a browser is asked, and what of its answer is believed. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Database } from '../database/transaction.ts'

/** For whom passkeys are: the address that the browser sees, and its host. */
export interface RelyingParty {
  readonly origin: string
  readonly host: string
}

/** A passkey that was made. */
export interface NewPasskey {
  readonly credential: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

/** Ed25519, ECDSA with P-256, and RSA: what browsers make and nothing that is still tried out. */
const algorithms = [-8, -7, -257]
const milliseconds = 120_000

const word = Type.String({ maxLength: 20_000, pattern: '^[A-Za-z0-9_-]+$' })
const shared = { id: word, rawId: word, type: Type.Literal('public-key'), clientExtensionResults: Type.Object({}) }
const Made = Type.Object({
  ...shared,
  response: Type.Object({
    clientDataJSON: word,
    attestationObject: word,
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 30, pattern: '^[a-z-]+$' }), { maxItems: 10 })),
  }),
})
const Used = Type.Object({
  ...shared,
  response: Type.Object({ clientDataJSON: word, authenticatorData: word, signature: word, userHandle: word }),
})

/** Tells for whom passkeys are; null where the address is none for which browsers have passkeys. */
export function relyingParty(host: string, origin: string | undefined): RelyingParty | null {
  const address = origin ?? (/^localhost(?::\d+)?$/.test(host) ? `http://${host}` : null)
  return address === null ? null : { origin: address, host: new URL(address).hostname }
}

/** What a browser is asked to make a passkey. The device must check who holds it. */
export async function askForNew(
  { host }: RelyingParty,
  user: { readonly id: string; readonly name: string },
  known: readonly Buffer[],
): Promise<{ readonly challenge: string }> {
  return await generateRegistrationOptions({
    rpName: 'Brightline',
    rpID: host,
    userName: user.name,
    userID: new Uint8Array(Buffer.from(user.id)),
    timeout: milliseconds,
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id: id.toString('base64url') })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
}

/** What a browser is asked to sign in. No name is asked, and none can be guessed. */
export async function askForOne({ host }: RelyingParty): Promise<{ readonly challenge: string }> {
  return await generateAuthenticationOptions({ rpID: host, timeout: milliseconds, userVerification: 'required' })
}

/** Reads a passkey that was made; null where anything about it is wrong. */
export async function readNew(
  { origin, host }: RelyingParty,
  challenge: string,
  answer: string,
): Promise<NewPasskey | null> {
  const response = parsed(answer)
  if (!Value.Check(Made, response)) return null
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    const transports = response.response.transports ?? []
    return { credential: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), counter, transports }
  } catch {
    // The library throws whatever it finds wrong; none of it is told to whoever asks.
    return null
  }
}

interface Known {
  readonly id: string
  readonly user_id: string
  readonly public_key: Buffer
  readonly counter: number
}

/** Gives the user whose passkey answered; null where anything is wrong, also a counter that went back. */
export async function readUsed(
  database: Database,
  { origin, host }: RelyingParty,
  challenge: string,
  answer: string,
): Promise<string | null> {
  const response = parsed(answer)
  if (!Value.Check(Used, response)) return null
  const { rows } = await sql<Known>`select id, user_id, public_key, counter
    from desk.find_passkey(${Buffer.from(response.id, 'base64url')})`.execute(database)
  const [known] = rows
  if (known === undefined || Buffer.from(response.response.userHandle, 'base64url').toString() !== known.user_id)
    return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: { id: response.id, publicKey: new Uint8Array(known.public_key), counter: known.counter },
    })
    return verified && (await isUsed(database, known, authenticationInfo.newCounter)) ? known.user_id : null
  } catch (error) {
    if (error instanceof Error && 'severity' in error) throw error
    return null
  }
}

async function isUsed(database: Database, { id, counter }: Known, after: number): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select desk.use_passkey(${id}, ${counter}, ${after}) as used`.execute(database)
  return rows[0]?.used === true
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer)
  } catch {
    return null
  }
}
