/**
 * Entries: what the log says in public about one decision, and that a desk decided nothing on a day.
 *
 * The fields are an allow-list, and each has a shape that a name, a birth date, a number of a person or free text does
 * not have by mistake; nothing stops a program that spells a name as the id of a rule. Time is the day. The nonce keeps an entry from being guessed out of its leaf hash.
 */
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Failure, Result } from '../problem/problem.ts'
import type { Canonical } from './canonical.ts'
import { parseCanonical, printCanonical } from './canonical.ts'
import { caseKeyLength } from './commitment.ts'
import type { RandomBytes } from './commitment.ts'

/** Bytes of a nonce. */
const nonceLength = 16

/** What all entries have. Serials of a desk begin at 1 and leave no gap. */
interface Common {
  /** The desk, as `us/ca/springfield/front`. */
  readonly place: string
  /** As 2026-03-02. */
  readonly day: string
  readonly serial: number
  readonly nonce: Uint8Array
}

/** One decision. */
export interface DecisionEntry extends Common {
  readonly kind: 'decision'
  /** SHA-256 of the policy text that decided. */
  readonly policy: Uint8Array
  /** Ids of the rules that applied. */
  readonly rules: readonly string[]
  readonly verdict: string
  readonly commitment: Uint8Array
}

/** A desk signs that it decided nothing on a day. */
export interface NilDayEntry extends Common {
  readonly kind: 'nil-day'
}

/** An entry of the log. */
export type Entry = DecisionEntry | NilDayEntry

// A map, because every object has a `constructor`, and `kind` may be any word.
const fieldsByKind: ReadonlyMap<string, readonly string[]> = new Map([
  ['decision', ['commitment', 'day', 'kind', 'nonce', 'place', 'policy', 'rules', 'serial', 'v', 'verdict']],
  ['nil-day', ['day', 'kind', 'nonce', 'place', 'serial', 'v']],
])

const shapes = {
  // Levels of places are words; none is long, and no level is a number.
  place: /^(?=.{2,80}$)[a-z][a-z-]{0,31}(?:\/[a-z][a-z-]{0,31}){0,5}$/,
  day: /^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/,
  // As `us/ca/values-act section 7284.6(a)(1)-notice`: sections have numbers, and none has six digits in a row.
  rule: /^(?=.{1,96}$)(?!.*[0-9]{6})[a-z][a-z-]*(?:[./][a-z0-9][a-z0-9-]*)*(?: section [A-Za-z0-9]+(?:[./:-][A-Za-z0-9]+)*(?:\([A-Za-z0-9]{1,4}\))*(?:-[a-z0-9-]+)?)?$/,
  verdict: /^[a-z][a-z-]{0,31}$/,
} as const

const maximumRules = 64

/** A fresh nonce. */
export function newNonce(random: RandomBytes): Uint8Array {
  return random(nonceLength)
}

/**
 * Writes an entry as the bytes that are logged.
 *
 * @example
 * printEntry({ kind: 'nil-day', place: 'us/ca/springfield', day: '2026-03-02', serial: 7, nonce: newNonce(random) })
 */
export function printEntry(entry: Entry): Result<Uint8Array> {
  const common = { v: 1, kind: entry.kind, place: entry.place, day: entry.day, serial: entry.serial }
  const value: Canonical =
    entry.kind === 'nil-day'
      ? { ...common, nonce: toBase64(entry.nonce) }
      : { ...common, ...decisionFields(entry), nonce: toBase64(entry.nonce) }
  const bytes = printCanonical(value)
  if (!bytes.ok) return bytes
  // Reading refuses every shape that is not allowed; writing must refuse the same.
  const read = parseEntry(bytes.value)
  return read.ok ? bytes : read
}

/** Reads the bytes of an entry. */
export function parseEntry(bytes: Uint8Array): Result<Entry> {
  const value = parseCanonical(bytes)
  if (!value.ok) return value
  const fields = value.value
  if (!isObject(fields) || typeof fields['kind'] !== 'string') return fail('LOG-0712')
  const allowed = fieldsByKind.get(fields['kind'])
  if (allowed === undefined || fields['v'] !== 1) return fail('LOG-0712')
  const extra = Object.keys(fields).find((field) => !allowed.includes(field))
  if (extra !== undefined) return fail('LOG-0702')
  return readFields(fields)
}

function readFields(fields: Fields): Result<Entry> {
  const { place, day, serial, nonce } = fields
  const nonceBytes = bytesOf(nonce, nonceLength)
  if (!hasShape(place, shapes.place)) return malformed('place')
  if (!hasShape(day, shapes.day) || !isDay(day)) return malformed('day')
  if (typeof serial !== 'number' || serial < 1) return malformed('serial')
  if (nonceBytes === undefined) return malformed('nonce')
  const common = { place, day, serial, nonce: nonceBytes }
  return fields['kind'] === 'nil-day' ? succeed({ kind: 'nil-day', ...common }) : readDecision(fields, common)
}

function readDecision(fields: Fields, common: Common): Result<Entry> {
  const { policy, rules, verdict, commitment } = fields
  const policyBytes = bytesOf(policy, 32)
  const commitmentBytes = bytesOf(commitment, caseKeyLength)
  if (policyBytes === undefined) return malformed('policy')
  if (!Array.isArray(rules) || rules.length > maximumRules) return malformed('rules')
  const ids = rules.filter((rule: Canonical) => hasShape(rule, shapes.rule))
  if (ids.length !== rules.length || new Set(ids).size !== ids.length) return malformed('rules')
  if (!hasShape(verdict, shapes.verdict)) return malformed('verdict')
  if (commitmentBytes === undefined) return malformed('commitment')
  return succeed({ kind: 'decision', ...common, policy: policyBytes, rules: ids, verdict, commitment: commitmentBytes })
}

function decisionFields({ policy, rules, verdict, commitment }: DecisionEntry): { readonly [key: string]: Canonical } {
  return { policy: toBase64(policy), rules, verdict, commitment: toBase64(commitment) }
}

interface Fields {
  readonly [key: string]: Canonical
}

function isObject(value: Canonical): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasShape(value: Canonical | undefined, shape: RegExp): value is string {
  return typeof value === 'string' && shape.test(value)
}

function bytesOf(value: Canonical | undefined, length: number): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? fromBase64(value) : undefined
  return bytes?.length === length ? bytes : undefined
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= ([31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

function malformed(field: string): Failure {
  return fail('LOG-0701', { field })
}
