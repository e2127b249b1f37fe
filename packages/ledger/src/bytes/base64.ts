/** Standard base64 (RFC 4648 §4), strict: one text for one value, so that no two files say the same thing. */

/**
 * Writes bytes as base64 with padding.
 *
 * @example
 * toBase64(Uint8Array.of(0xfb, 0xff)) // '+/8='
 */
export function toBase64(bytes: Uint8Array): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters)
}

/**
 * Reads base64. Anything but the one right spelling (no line breaks, padding, unused bits zero) is undefined.
 *
 * @example
 * fromBase64('+/8=') // Uint8Array [0xfb, 0xff]
 * fromBase64('+/9=') // undefined: unused bits are not zero
 */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const letters = atob(text)
    const bytes = new Uint8Array(letters.length)
    for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
    // `atob` passes over spaces, missing padding and unused bits; what comes back differs then.
    return toBase64(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}
