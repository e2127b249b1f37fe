/**
 * Finds where records of CSV begin and end (RFC 4180): a quote opens only at the beginning of a field, and inside quotes a
 * line break is text.
 */

export const quote = 34
export const lineFeed = 10
export const carriageReturn = 13

/** Finds the end of the last whole record in bytes that begin with a record, or 0; and whether a quote is open there. */
export function lastRecordEnd(
  bytes: Buffer,
  delimiter: number,
): { readonly end: number; readonly isQuoteOpen: boolean } {
  if (bytes.indexOf(quote) < 0) return { end: bytes.lastIndexOf(lineFeed) + 1, isQuoteOpen: false }
  let end = 0
  let at = 0
  const { length } = bytes
  while (at < length) {
    if (bytes[at] === quote) {
      at = closingQuote(bytes, at + 1, length)
      if (at < 0) return { end, isQuoteOpen: true }
      at += 1
    }
    while (at < length && bytes[at] !== delimiter && bytes[at] !== lineFeed) at += 1
    if (bytes[at] === lineFeed) end = at + 1
    at += 1
  }
  return { end, isQuoteOpen: false }
}

/** Finds the quote that closes a field, or -1. A doubled quote is text. */
export function closingQuote(bytes: Uint8Array, from: number, length: number): number {
  for (let at = from; at < length; at++) {
    if (bytes[at] !== quote) continue
    if (bytes[at + 1] !== quote) return at
    at += 1
  }
  return -1
}

/** Finds the end of the record that begins at `from`, behind its line break; -1 where the bytes end before it. */
export function recordEnd(bytes: Buffer, from: number, delimiter: number): number {
  const { length } = bytes
  let at = from
  while (at < length) {
    if (bytes[at] === quote) {
      const close = closingQuote(bytes, at + 1, length)
      if (close < 0) return -1
      at = close + 1
    }
    while (at < length && bytes[at] !== delimiter && bytes[at] !== lineFeed) at += 1
    if (bytes[at] === lineFeed) return at + 1
    at += 1
  }
  return -1
}

/** Splits one record into its fields, for the header. */
export function fieldsOf(record: string, delimiter: string): readonly string[] {
  const fields: string[] = []
  let at = 0
  for (;;) {
    let field = ''
    if (record[at] === '"') {
      const match = /^"((?:[^"]|"")*)"?/.exec(record.slice(at))
      field = (match?.[1] ?? '').replaceAll('""', '"')
      at += match?.[0].length ?? 1
    }
    const stop = record.indexOf(delimiter, at)
    field += record.slice(at, stop < 0 ? undefined : stop)
    fields.push(field.trim())
    if (stop < 0) return fields
    at = stop + 1
  }
}
