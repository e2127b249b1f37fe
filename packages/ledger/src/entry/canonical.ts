/**
 * Canonical JSON (RFC 8785), strict: one text for one value.
 *
 * Beside what the RFC leaves out, refused are numbers that are not safe integers, strings that are not in normal form C,
 * unpaired surrogates, and duplicate keys, because each lets two records look the same and hash differently.
 */
import { fromUtf8, toUtf8 } from '../bytes/bytes.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'

/** A value that can be written canonically. */
export type Canonical = null | boolean | number | string | readonly Canonical[] | { readonly [key: string]: Canonical }

const maximumDepth = 16

/**
 * Writes a value as canonical JSON.
 *
 * @example
 * const text = printCanonical({ b: 1, a: ['é'] })
 * text.ok && new TextDecoder().decode(text.value) // '{"a":["é"],"b":1}'
 */
export function printCanonical(value: Canonical): Result<Uint8Array> {
  const text = printValue(value, 0)
  return text.ok ? succeed(toUtf8(text.value)) : text
}

/** Reads canonical JSON; a text that is not exactly what `printCanonical` writes is refused. */
export function parseCanonical(bytes: Uint8Array): Result<Canonical> {
  const text = fromUtf8(bytes)
  if (text === undefined) return fail('LOG-0703')
  if (nestsTooDeep(text)) return fail('LOG-0708')
  const value = parseJson(text)
  if (value === undefined) return fail('LOG-0703')
  const again = printValue(value, 0)
  if (!again.ok) return again
  // A duplicate key, a space, or another order of keys does not come back the same.
  return again.value === text ? succeed(value) : fail('LOG-0709')
}

function printValue(value: Canonical, depth: number): Result<string> {
  if (depth > maximumDepth) return fail('LOG-0708')
  if (value === null || typeof value === 'boolean') return succeed(String(value))
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return fail('LOG-0710')
    return succeed(String(value))
  }
  if (typeof value === 'string') return printString(value)
  if (isList(value)) {
    const items = printAll(value.map((item) => printValue(item, depth + 1)))
    return items.ok ? succeed(`[${items.value.join(',')}]`) : items
  }
  // RFC 8785 sorts keys by UTF-16 code units, as comparing strings does.
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  const members = printAll(pairs.map(([key, item]) => printMember(key, item, depth)))
  return members.ok ? succeed(`{${members.value.join(',')}}`) : members
}

function printMember(key: string, item: Canonical, depth: number): Result<string> {
  const name = printString(key)
  if (!name.ok) return name
  const value = printValue(item, depth + 1)
  return value.ok ? succeed(`${name.value}:${value.value}`) : value
}

/** Printable ASCII without what is escaped: most keys and many texts are, and are in normal form C. */
const plain = /^[ !#-[\]-~]*$/

function printString(text: string): Result<string> {
  if (plain.test(text)) return succeed(`"${text}"`)
  if (!text.isWellFormed()) return fail('LOG-0711')
  if (text.normalize('NFC') !== text) return fail('LOG-0711')
  return succeed(JSON.stringify(text))
}

function printAll(parts: readonly Result<string>[]): Result<readonly string[]> {
  const texts: string[] = []
  for (const part of parts) {
    if (!part.ok) return part
    texts.push(part.value)
  }
  return succeed(texts)
}

function isList(value: readonly Canonical[] | { readonly [key: string]: Canonical }): value is readonly Canonical[] {
  return Array.isArray(value)
}

function parseJson(text: string): Canonical | undefined {
  try {
    // JSON holds exactly the values of `Canonical`; duplicate keys are found by writing it again.
    const value: Canonical = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** Counts brackets, also those in strings: such a record is refused as well, long before any stack is full. */
function nestsTooDeep(text: string): boolean {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth)
    else if (letter === ']' || letter === '}') depth -= 1
  }
  return deepest > maximumDepth * 4
}
