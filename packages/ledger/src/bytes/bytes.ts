/** The few things done to bytes everywhere: text, comparing, numbers. Joining and hexadecimal are `@noble/hashes/utils`. */

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Writes text as UTF-8. */
export function toUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Reads UTF-8 as text; undefined when the bytes are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Tells whether two arrays hold the same bytes. Not for secrets: it stops at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** Writes a whole number as eight bytes, most significant first. */
export function toUint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

/** Reads eight bytes as a whole number; undefined past 2^53 - 1. */
export function fromUint64(bytes: Uint8Array): number | undefined {
  if (bytes.length !== 8) return undefined
  const value = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0)
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined
}

/** Reads a decimal number without sign or leading zeroes, up to 2^53 - 1; anything else is undefined. */
export function fromDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : undefined
}
