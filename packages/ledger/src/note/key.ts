/**
 * Public keys and secret keys as text: `name+hash+base64(type || key)`, secret ones with `PRIVATE+KEY+` before it.
 */
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { sameBytes, toUtf8 } from '../bytes/bytes.ts'
import { sha256 } from '../bytes/sha256.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { isKeyName } from './key-name.ts'

/** The kinds of signature, with the facts that the formats need of each. */
export const signatureKinds = {
  ed25519: { type: 0x01, publicLength: 32, seedLength: 32, signatureLength: 64, timestamped: false },
  'ed25519-cosignature': { type: 0x04, publicLength: 32, seedLength: 32, signatureLength: 72, timestamped: true },
  'ml-dsa-44': { type: 0x06, publicLength: 1312, seedLength: 32, signatureLength: 2428, timestamped: true },
} as const

/** One kind of signature. */
export type SignatureKind = keyof typeof signatureKinds

/** A public key under a name. The name and the four bytes of `id` together say which key signed. */
export interface VerifierKey {
  readonly name: string
  readonly kind: SignatureKind
  readonly id: Uint8Array
  readonly publicKey: Uint8Array
}

/** A secret key under a name; `id` is that of its public key. */
export interface SignerKey {
  readonly name: string
  readonly kind: SignatureKind
  readonly id: Uint8Array
  readonly seed: Uint8Array
}

/** Computes the id of a key: the first four bytes of a hash over its name, kind and public key. */
function keyId(name: string, kind: SignatureKind, publicKey: Uint8Array): Uint8Array {
  const type = Uint8Array.of(signatureKinds[kind].type)
  return sha256(concatBytes(toUtf8(`${name}\n`), type, publicKey)).slice(0, 4)
}

/**
 * Makes a public key of its parts.
 *
 * @example
 * verifierKey('log.example', 'ed25519', new Uint8Array(32)).kind // 'ed25519'
 */
export function verifierKey(name: string, kind: SignatureKind, publicKey: Uint8Array): VerifierKey {
  return { name, kind, id: keyId(name, kind, publicKey), publicKey }
}

/** Reads a public key; the hash in it must fit. */
export function parseVerifierKey(text: string): Result<VerifierKey> {
  const parts = keyParts(text)
  if (parts === undefined) return fail('LOG-0102')
  const { name, id, kind, body } = parts
  if (body.length !== signatureKinds[kind].publicLength) return fail('LOG-0102')
  const key = verifierKey(name, kind, body)
  if (!sameBytes(key.id, id)) return fail('LOG-0105')
  return succeed(key)
}

/** Writes a public key as text. */
export function printVerifierKey(key: VerifierKey): string {
  return printKey(key.name, key.id, key.kind, key.publicKey)
}

/** Reads a secret key. Whether its hash fits is known once the public key is made from it. */
export function parseSignerKey(text: string): Result<SignerKey> {
  const prefix = 'PRIVATE+KEY+'
  const parts = text.startsWith(prefix) ? keyParts(text.slice(prefix.length)) : undefined
  if (parts === undefined) return fail('LOG-0102')
  const { name, id, kind, body } = parts
  if (body.length !== signatureKinds[kind].seedLength) return fail('LOG-0102')
  return succeed({ name, kind, id, seed: body })
}

/** Writes a secret key as text. */
export function printSignerKey(key: SignerKey): string {
  return `PRIVATE+KEY+${printKey(key.name, key.id, key.kind, key.seed)}`
}

function printKey(name: string, id: Uint8Array, kind: SignatureKind, body: Uint8Array): string {
  return `${name}+${bytesToHex(id)}+${toBase64(concatBytes(Uint8Array.of(signatureKinds[kind].type), body))}`
}

interface KeyParts {
  readonly name: string
  readonly id: Uint8Array
  readonly kind: SignatureKind
  readonly body: Uint8Array
}

function keyParts(text: string): KeyParts | undefined {
  // The base64 part may hold plus signs; name and hash may not.
  const [, name, hash, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/su.exec(text) ?? []
  if (name === undefined || hash === undefined || encoded === undefined || !isKeyName(name)) return undefined
  const bytes = fromBase64(encoded)
  const kind = kindOfType(bytes?.[0])
  if (bytes === undefined || kind === undefined) return undefined
  return { name, id: hexToBytes(hash), kind, body: bytes.slice(1) }
}

function kindOfType(type: number | undefined): SignatureKind | undefined {
  const kinds = ['ed25519', 'ed25519-cosignature', 'ml-dsa-44'] as const
  return kinds.find((kind) => signatureKinds[kind].type === type)
}
