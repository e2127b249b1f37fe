/** Ed25519 by `node:crypto`. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { joinBytes } from '../bytes/bytes.ts'
import type { SignatureAlgorithm } from './signature.ts'

// The fixed beginnings of RFC 8410 keys; the 32 bytes of the key follow.
const secretPrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** Ed25519 (RFC 8032) by Node. */
export const nodeEd25519: SignatureAlgorithm = {
  publicKey: async (seed) =>
    new Uint8Array(createPublicKey(secretKey(seed)).export({ format: 'der', type: 'spki' }).subarray(-32)),
  sign: async (seed, message) => new Uint8Array(sign(null, message, secretKey(seed))),
  verify: async (publicKey, message, signature) => {
    const key = openPublicKey(publicKey)
    return key !== undefined && verify(null, message, key, signature)
  },
}

function secretKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(joinBytes(secretPrefix, seed)), format: 'der', type: 'pkcs8' })
}

function openPublicKey(publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(joinBytes(publicPrefix, publicKey)), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}
