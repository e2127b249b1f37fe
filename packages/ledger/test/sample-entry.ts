/** Entries for the tests. */
import { randomBytes as nodeRandomBytes } from 'node:crypto'
import { sha256 } from '../src/bytes/sha256.ts'
import { toUtf8 } from '../src/bytes/bytes.ts'
import type { DecisionEntry, NilDayEntry } from '../src/entry/entry.ts'
import { newNonce } from '../src/entry/entry.ts'

export const randomBytes = (length: number): Uint8Array => new Uint8Array(nodeRandomBytes(length))

export function decisionOf(serial: number, place = 'us/ca/springfield', commitment = randomBytes(32)): DecisionEntry {
  const policy = sha256(toUtf8('policy'))
  const rules = ['us.ca.seven-k', 'springfield.notice']
  const common = { place, day: '2026-03-02', serial, nonce: newNonce(randomBytes) }
  return { kind: 'decision', ...common, policy, rules, verdict: 'decline', commitment }
}

export function nilDayOf(serial: number, place = 'us/ca/springfield'): NilDayEntry {
  return { kind: 'nil-day', place, day: '2026-03-03', serial, nonce: newNonce(randomBytes) }
}
