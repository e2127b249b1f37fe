/**
 * The message that a signature of each kind covers, and the small interface behind which the mathematics stands.
 *
 * Ed25519 comes from `node:crypto` or from WebCrypto, ML-DSA-44 from a library; nothing else in the package knows.
 */
import { concatBytes } from '@noble/hashes/utils.js'
import { fromUint64, sameBytes, toUint64, toUtf8 } from '../bytes/bytes.ts'
import { parseCheckpointText } from '../checkpoint/checkpoint.ts'
import type { SignatureKind, SignerKey, VerifierKey } from '../note/key.ts'
import { signatureKinds, verifierKey } from '../note/key.ts'
import type { NoteSignature } from '../note/note.ts'

/** One signature algorithm. Secret keys are the 32-byte seeds of their standards. */
export interface SignatureAlgorithm {
  readonly publicKey: (seed: Uint8Array) => Promise<Uint8Array>
  readonly sign: (seed: Uint8Array, message: Uint8Array) => Promise<Uint8Array>
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>
}

/** The algorithms at hand. Leave out `mlDsa44` where it is not wanted: its signatures then verify for nobody. */
export interface Algorithms {
  readonly ed25519: SignatureAlgorithm
  readonly mlDsa44?: SignatureAlgorithm
}

/** Signs texts under one key. `now` is seconds since 1970 and stands in timestamped kinds only. */
export interface NoteSigner {
  readonly key: VerifierKey
  readonly sign: (text: string, now: number) => Promise<NoteSignature | undefined>
}

/** Makes a signer of a secret key; undefined when the key's hash does not fit or its algorithm is not at hand. */
export async function noteSigner(key: SignerKey, algorithms: Algorithms): Promise<NoteSigner | undefined> {
  const algorithm = algorithmOf(key.kind, algorithms)
  if (algorithm === undefined) return undefined
  const publicKey = verifierKey(key.name, key.kind, await algorithm.publicKey(key.seed))
  if (!sameBytes(publicKey.id, key.id)) return undefined
  const signing = { key: publicKey, seed: key.seed, algorithm }
  return { key: publicKey, sign: async (text, now) => await signText(signing, text, now) }
}

/** Makes a new key of a name and a seed, and its signer. */
export async function newSigner(
  name: string,
  kind: SignatureKind,
  seed: Uint8Array,
  algorithms: Algorithms,
): Promise<{ readonly secret: SignerKey; readonly signer: NoteSigner } | undefined> {
  const algorithm = algorithmOf(kind, algorithms)
  if (algorithm === undefined) return undefined
  const { id } = verifierKey(name, kind, await algorithm.publicKey(seed))
  const secret = { name, kind, id, seed }
  const signer = await noteSigner(secret, algorithms)
  return signer && { secret, signer }
}

/** Tells whether the signature is by the key over the text. */
export async function verifySignature(
  key: VerifierKey,
  text: string,
  signature: Uint8Array,
  algorithms: Algorithms,
): Promise<boolean> {
  const algorithm = algorithmOf(key.kind, algorithms)
  if (algorithm === undefined || signature.length !== signatureKinds[key.kind].signatureLength) return false
  const now = signatureKinds[key.kind].timestamped ? fromUint64(signature.subarray(0, 8)) : 0
  const message = now === undefined ? undefined : signedMessage(key, text, now)
  if (message === undefined) return false
  const body = signatureKinds[key.kind].timestamped ? signature.subarray(8) : signature
  return await algorithm.verify(key.publicKey, message, body)
}

/** Both halves of a key, and what signs with them. */
interface SigningKey {
  readonly key: VerifierKey
  readonly seed: Uint8Array
  readonly algorithm: SignatureAlgorithm
}

async function signText(
  { key, seed, algorithm }: SigningKey,
  text: string,
  now: number,
): Promise<NoteSignature | undefined> {
  const message = signedMessage(key, text, now)
  if (message === undefined) return undefined
  const signature = await algorithm.sign(seed, message)
  const { timestamped } = signatureKinds[key.kind]
  return { name: key.name, keyId: key.id, signature: timestamped ? concatBytes(toUint64(now), signature) : signature }
}

/** Makes the bytes that are signed: the text itself, or for cosignatures (c2sp.org/tlog-cosignature) the text at a time. */
function signedMessage(key: VerifierKey, text: string, now: number): Uint8Array | undefined {
  switch (key.kind) {
    case 'ed25519':
      return toUtf8(text)
    case 'ed25519-cosignature':
      return parseCheckpointText(text).ok ? toUtf8(`cosignature/v1\ntime ${now}\n${text}`) : undefined
    case 'ml-dsa-44':
      return treeMessage(key.name, text, now)
  }
}

function treeMessage(cosigner: string, text: string, now: number): Uint8Array | undefined {
  const checkpoint = parseCheckpointText(text)
  if (!checkpoint.ok) return undefined
  const { origin, size, root } = checkpoint.value
  const name = toUtf8(cosigner)
  const log = toUtf8(origin)
  if (name.length > 255 || log.length > 255) return undefined
  const label = toUtf8('subtree/v1\n\0')
  const [nameLength, logLength] = [Uint8Array.of(name.length), Uint8Array.of(log.length)]
  return concatBytes(label, nameLength, name, toUint64(now), logLength, log, toUint64(0), toUint64(size), root)
}

function algorithmOf(kind: SignatureKind, { ed25519, mlDsa44 }: Algorithms): SignatureAlgorithm | undefined {
  return kind === 'ml-dsa-44' ? mlDsa44 : ed25519
}
