/** Ed25519 by WebCrypto, for browsers and for Node. */
import { concatBytes } from '@noble/hashes/utils.js'
import type { SignatureAlgorithm } from './signature.ts'

// The fixed beginning of an RFC 8410 secret key; the 32 bytes of the seed follow.
const secretPrefix = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)

/** Ed25519 (RFC 8032) by the browser. */
export const ed25519: SignatureAlgorithm = {
  publicKey: async (seed) => {
    const { x } = await crypto.subtle.exportKey('jwk', await secretKey(seed))
    const letters = (x ?? '').replaceAll('-', '+').replaceAll('_', '/')
    return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
  },
  sign: async (seed, message) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', await secretKey(seed), new Uint8Array(message))),
  verify: async (publicKey, message, signature) => {
    const key = await openPublicKey(publicKey)
    if (key === undefined) return false
    return await crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message))
  },
}

async function secretKey(seed: Uint8Array): Promise<CryptoKey> {
  const bytes = new Uint8Array(concatBytes(secretPrefix, seed))
  return await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', true, ['sign'])
}

async function openPublicKey(publicKey: Uint8Array): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify'])
  } catch (error) {
    // Only of the key itself: a browser without Ed25519 must not call a good signature a bad one.
    if (error instanceof DOMException && error.name === 'DataError') return undefined
    throw error
  }
}
