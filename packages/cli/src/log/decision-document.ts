/** Reads what the log says of a decision out of what `brightline decide --json` printed. */
import type { Canonical } from '@brightline/ledger'
import { UsageError } from '../terminal/output.ts'

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
  if ('error' in document) throw new UsageError('this request was not decided', 'decide it first')
  const version = document['version']
  if (version === 1) {
    throw new UsageError(
      'this is version 1 of the decision document, and the log takes version 2',
      'decide again with this command; docs/decision.md says what changed',
    )
  }
  if (version !== readVersion) throw new UsageError('this is no decision document of version 2', hint)
  const decisions = listOf(document['decisions'], 'decisions').map((decision) => readDecision(document, decision))
  if (decisions.length === 0) throw new UsageError('the document holds no decision', hint)
  return { place: textOf(document['place'], 'place'), asOf: textOf(document['asOf'], 'asOf'), decisions }
}

const hint = 'pipe what `brightline decide … --json` prints'

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
    throw new UsageError('standard input is not one JSON document', hint)
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

function malformed(name: string): UsageError {
  return new UsageError(`\`${name}\` of the decision document is not what it should be`, hint)
}
