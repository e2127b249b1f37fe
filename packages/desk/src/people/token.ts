/** Random words that only one browser or one reader has. The database knows their hashes. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Makes a token of 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Tells if a text has the shape of a token. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text)
}

/** Hashes a token, or whatever is counted without being kept. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Makes the word that a form carries, of what only the cookie holds. */
export function formWord(secret: string): string {
  return createHash('sha256').update('form word\n').update(secret).digest('base64url')
}

/** Compares two words in a time that tells nothing. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(tokenHash(one), tokenHash(other))
}
