/** Standard base64 (RFC 4648 §4), strict: one text for one value, so that no two files say the same thing. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueByCode = new Int8Array(128).fill(-1)
for (const [value, letter] of alphabet.split('').entries()) valueByCode[letter.charCodeAt(0)] = value

/**
 * Writes bytes as base64 with padding.
 *
 * @example
 * toBase64(Uint8Array.of(0xfb, 0xff)) // '+/8='
 */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 63)).join('')
    const left = bytes.length - at
    parts.push(left >= 3 ? letters : letters.slice(0, left + 1).padEnd(4, '='))
  }
  return parts.join('')
}

/**
 * Reads base64. Anything but the one right spelling (no line breaks, padding, unused bits zero) is undefined.
 *
 * @example
 * fromBase64('+/8=') // Uint8Array [0xfb, 0xff]
 * fromBase64('+/9=') // undefined: unused bits are not zero
 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const letters = text.length - padding
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let bits = 0
  let group = 0
  let at = 0
  for (let index = 0; index < letters; index++) {
    const value = valueByCode[text.charCodeAt(index)] ?? -1
    if (value < 0) return undefined
    group = ((group << 6) | value) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (group >> bits) & 0xff
    }
  }
  return (group & ((1 << bits) - 1)) === 0 ? bytes : undefined
}
