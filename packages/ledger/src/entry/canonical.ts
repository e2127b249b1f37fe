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
  const text = textOf(value, depth)
  return typeof text === 'string' ? succeed(text) : fail(text.code)
}

/** Why a value has no text. One object for each reason: nothing is made for each part of a record. */
interface Unprintable {
  readonly code: 'LOG-0708' | 'LOG-0710' | 'LOG-0711'
}

const tooDeep: Unprintable = { code: 'LOG-0708' }
const noSafeInteger: Unprintable = { code: 'LOG-0710' }
const notNormal: Unprintable = { code: 'LOG-0711' }

function textOf(value: Canonical, depth: number): string | Unprintable {
  if (depth > maximumDepth) return tooDeep
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : noSafeInteger
  if (typeof value === 'string') return textOfString(value)
  return isList(value) ? textOfList(value, depth) : textOfMap(value, depth)
}

function textOfList(items: readonly Canonical[], depth: number): string | Unprintable {
  let all = ''
  for (const item of items) {
    const text = textOf(item, depth + 1)
    if (typeof text !== 'string') return text
    all += all === '' ? text : `,${text}`
  }
  return `[${all}]`
}

function textOfMap(map: { readonly [key: string]: Canonical }, depth: number): string | Unprintable {
  let all = ''
  // RFC 8785 sorts keys by UTF-16 code units, as sorting strings does.
  for (const key of Object.keys(map).sort()) {
    const name = textOfString(key)
    if (typeof name !== 'string') return name
    const text = textOf(map[key] ?? null, depth + 1)
    if (typeof text !== 'string') return text
    all += all === '' ? `${name}:${text}` : `,${name}:${text}`
  }
  return `{${all}}`
}

/** Printable ASCII without what is escaped: most keys and many texts are, and are in normal form C. */
const plain = /^[ !#-[\]-~]*$/

function textOfString(text: string): string | Unprintable {
  if (plain.test(text)) return `"${text}"`
  if (!text.isWellFormed() || text.normalize('NFC') !== text) return notNormal
  return JSON.stringify(text)
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
