/**
 * Entries: what the log says in public about one decision, and that a desk decided nothing on a day.
 *
 * The fields are an allow-list, and each has a shape that a name, a birth date, a number of a person or free text does
 * not have by mistake; nothing stops a program that spells a name as the id of a rule. Time is the day. The nonce keeps
 * an entry from being guessed out of its leaf hash.
 */
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Failure, Result } from '../problem/problem.ts'
import type { Canonical } from './canonical.ts'
import { parseCanonical, printCanonical } from './canonical.ts'
import { caseKeyLength } from './commitment.ts'
import type { RandomBytes } from './commitment.ts'
import { isDay } from './day.ts'

/** Bytes of a nonce. */
const nonceLength = 16

/** The fields of all entries. Serials of a desk begin at 1 and leave no gap. */
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

/** An entry to be logged. Without a serial it gets the next one of its desk. */
export type NewEntry = Entry | Omit<DecisionEntry, 'serial'> | Omit<NilDayEntry, 'serial'>

// A map, because every object has a `constructor`, and `kind` may be any word.
const fieldsByKind: ReadonlyMap<string, readonly string[]> = new Map([
  ['decision', ['commitment', 'day', 'kind', 'nonce', 'place', 'policy', 'rules', 'serial', 'v', 'verdict']],
  ['nil-day', ['day', 'kind', 'nonce', 'place', 'serial', 'v']],
])

const shapes = {
  // Levels of places are words; none is long, and no level is a number.
  place: /^(?=.{2,80}$)[a-z][a-z-]{0,31}(?:\/[a-z][a-z-]{0,31}){0,5}$/,
  // As `us/ca/values-act section 7284.6(a)(1)-notice`: sections have numbers, and none has six digits in a row.
  rule: /^(?=.{1,96}$)(?!.*[0-9]{6})[a-z][a-z-]*(?:[./][a-z0-9][a-z0-9-]*)*(?: section [A-Za-z0-9]+(?:[./:-][A-Za-z0-9]+)*(?:\([A-Za-z0-9]{1,4}\))*(?:-[a-z0-9-]+)?)?$/,
  verdict: /^[a-z][a-z-]{0,31}$/,
} as const

const maximumRules = 64

/** Makes a fresh nonce. */
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
  // Reading refuses every shape that is not allowed; writing must refuse the same.
  const shape = checkShape(entry)
  if (!shape.ok) return shape
  const { kind, place, day, serial, nonce } = entry
  const common = { v: 1, kind, place, day, serial, nonce: toBase64(nonce) }
  return printCanonical(kind === 'nil-day' ? common : { ...common, ...decisionFields(entry) })
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
  const entry = fields['kind'] === 'nil-day' ? readNilDay(fields) : readDecision(fields)
  return entry.ok ? checkShape(entry.value) : entry
}

/** Reads the fields by their types; their shapes are checked afterwards. */
function readCommon({ place, day, serial, nonce }: Fields): Result<Common> {
  const nonceBytes = bytesOf(nonce)
  if (typeof place !== 'string') return malformed('place')
  if (typeof day !== 'string') return malformed('day')
  if (typeof serial !== 'number') return malformed('serial')
  if (nonceBytes === undefined) return malformed('nonce')
  return succeed({ place, day, serial, nonce: nonceBytes })
}

function readNilDay(fields: Fields): Result<Entry> {
  const common = readCommon(fields)
  return common.ok ? succeed({ kind: 'nil-day', ...common.value }) : common
}

function readDecision(fields: Fields): Result<Entry> {
  const common = readCommon(fields)
  if (!common.ok) return common
  const { policy, rules, verdict, commitment } = fields
  const [policyBytes, commitmentBytes] = [bytesOf(policy), bytesOf(commitment)]
  if (policyBytes === undefined) return malformed('policy')
  if (!isTexts(rules)) return malformed('rules')
  if (typeof verdict !== 'string') return malformed('verdict')
  if (commitmentBytes === undefined) return malformed('commitment')
  const rest = { policy: policyBytes, rules, verdict, commitment: commitmentBytes }
  return succeed({ kind: 'decision', ...common.value, ...rest })
}

function checkShape(entry: Entry): Result<Entry> {
  const { place, day, serial, nonce } = entry
  if (!shapes.place.test(place)) return malformed('place')
  if (!isDay(day)) return malformed('day')
  if (!Number.isSafeInteger(serial) || serial < 1) return malformed('serial')
  if (nonce.length !== nonceLength) return malformed('nonce')
  return entry.kind === 'nil-day' ? succeed(entry) : checkDecision(entry)
}

function checkDecision(entry: DecisionEntry): Result<Entry> {
  const { policy, rules, verdict, commitment } = entry
  if (policy.length !== 32) return malformed('policy')
  const isList = rules.length <= maximumRules && rules.every((rule) => shapes.rule.test(rule))
  if (!isList || new Set(rules).size !== rules.length) return malformed('rules')
  if (!shapes.verdict.test(verdict)) return malformed('verdict')
  return commitment.length === caseKeyLength ? succeed(entry) : malformed('commitment')
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

function isTexts(value: Canonical | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item: Canonical) => typeof item === 'string')
}

function bytesOf(value: Canonical | undefined): Uint8Array | undefined {
  return typeof value === 'string' ? fromBase64(value) : undefined
}

function malformed(field: string): Failure {
  return fail('LOG-0701', { field })
}
