/** Seals bytes under a key, and for one purpose: what was sealed for one thing does not open as another. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const cipherName = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** The bytes of a key. */
export const keyBytes = 32

/**
 * Seals bytes: a fresh nonce, the tag, and what is sealed.
 *
 * @example
 * const key = randomBytes(32)
 * const sealed = seal(key, Buffer.from('text'), 'identity 7f0c')
 * open(key, sealed, 'identity 7f0c').toString() // => 'text'
 */
export function seal(key: Buffer, plain: Buffer, purpose: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Opens what was sealed under the key for the purpose; null for everything else. */
export function open(key: Buffer, sealed: Buffer, purpose: string): Buffer | null {
  if (key.length !== keyBytes || sealed.length < nonceBytes + tagBytes) return null
  const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return null
  }
}
