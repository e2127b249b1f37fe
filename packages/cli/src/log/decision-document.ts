/** Reads what the log says of a decision out of what `brightline decide --json` printed. */
import type { Canonical } from '@brightline/ledger'
import type { Refusal } from '../refusal.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The version of the document that is read. */
const readVersion = 2

/** One decision: what the log says of it in public, and the record that it commits to. */
interface LoggedDecision {
  readonly act: string
  readonly verdict: string
  /** Ids of the rules that decide. */
  readonly rules: readonly string[]
  /** SHA-256 of the law that was used. */
  readonly policy: Uint8Array
  /** The document with this decision alone. */
  readonly record: Canonical
}

/** A document as far as the log needs it. */
export interface LoggedDocument {
  readonly place: string
  readonly asOf: string
  readonly decisions: readonly LoggedDecision[]
}

/** Reads the document. Version 1 and all that is no document are refused. */
export function readDecisionDocument(text: string): LoggedDocument {
  const document = objectOf(parseJson(text), 'the document')
  if ('error' in document) throw wrongUse('USE-0217')
  const version = document['version']
  if (version === 1) {
    throw wrongUse('USE-0218', { version: readVersion })
  }
  if (version !== readVersion) throw wrongUse('USE-0219', { version: readVersion, command: decideCommand })
  const decisions = listOf(document['decisions'], 'decisions').map((decision) => readDecision(document, decision))
  if (decisions.length === 0) throw wrongUse('USE-0220', { command: decideCommand })
  return { place: textOf(document['place'], 'place'), asOf: textOf(document['asOf'], 'asOf'), decisions }
}

/** Prints what the log takes. */
export const decideCommand = 'brightline decide … --json'

interface Fields {
  readonly [key: string]: Canonical
}

function readDecision(document: Fields, value: Canonical): LoggedDecision {
  const decision = objectOf(value, 'decisions')
  const reasons = listOf(decision['reasons'], 'reasons').map((reason) => objectOf(reason, 'reasons'))
  const deciding = reasons.filter(({ effect }) => effect === 'decides').map(({ rule }) => textOf(rule, 'rule'))
  const hash = textOf(decision['policyHash'], 'policyHash')
  if (!/^[0-9a-f]{64}$/.test(hash)) throw malformed('policyHash')
  return {
    act: textOf(decision['act'], 'act'),
    verdict: textOf(decision['verdict'], 'verdict'),
    rules: [...new Set(deciding)],
    policy: new Uint8Array(Buffer.from(hash, 'hex')),
    record: { ...document, decisions: [decision] },
  }
}

function parseJson(text: string): Canonical {
  try {
    // JSON holds exactly the values of `Canonical`.
    const value: Canonical = JSON.parse(text)
    return value
  } catch {
    throw wrongUse('USE-0221', { command: decideCommand })
  }
}

function objectOf(value: Canonical | undefined, name: string): Fields {
  if (typeof value !== 'object' || value === null || isList(value)) throw malformed(name)
  return value
}

function listOf(value: Canonical | undefined, name: string): readonly Canonical[] {
  if (typeof value !== 'object' || value === null || !isList(value)) throw malformed(name)
  return value
}

function isList(value: readonly Canonical[] | Fields): value is readonly Canonical[] {
  return Array.isArray(value)
}

function textOf(value: Canonical | undefined, name: string): string {
  if (typeof value !== 'string') throw malformed(name)
  return value
}

function malformed(name: string): Refusal {
  return wrongUse('USE-0222', { part: name, command: decideCommand })
}
