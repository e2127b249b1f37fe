/**
 * Every way a note, a proof, a log or a witness can fail, as values.
 *
 * What a partner, a disk or a forger can cause is never an exception: functions return a `Result`. Each code has a
 * section in `docs/ledger/errors.md`; a test fails when list and page differ.
 */

/** The stable codes, each with what it means in one line. */
export const codes = {
  'LOG-0101': 'the note is malformed',
  'LOG-0102': 'the key is malformed',
  'LOG-0103': 'no trusted key signed the note',
  'LOG-0104': 'a signature by a trusted key does not fit the text',
  'LOG-0201': 'the checkpoint is malformed',
  'LOG-0202': 'the checkpoint is of another log',
  'LOG-0203': 'the checkpoint is older than one already seen',
  'LOG-0204': 'the log was rolled back',
  'LOG-0205': 'the log was forked',
  'LOG-0301': 'the inclusion proof does not lead to the root',
  'LOG-0302': 'the consistency proof does not join the two roots',
  'LOG-0303': 'the index or size is outside the tree',
  'LOG-0401': 'the tile or bundle is malformed',
  'LOG-0402': 'the tile path is malformed',
  'LOG-0403': 'a tile or bundle is missing',
  'LOG-0404': 'a stored hash differs from the one computed',
  'LOG-0501': 'the policy is malformed',
  'LOG-0502': 'the quorum of witnesses is not reached',
  'LOG-0601': 'the proof file is malformed',
  'LOG-0701': 'the entry is malformed',
  'LOG-0702': 'the entry has a field that the list does not allow',
  'LOG-0703': 'the record is not canonical',
  'LOG-0704': 'the serials of a desk are not contiguous',
  'LOG-0705': 'the receipt is malformed',
  'LOG-0706': 'the record does not fit the commitment',
  'LOG-0707': 'the entry is too large',
  'LOG-0801': 'the storage failed',
  'LOG-0802': 'another writer took over',
  'LOG-0803': 'the checkpoint changed meanwhile',
  'LOG-0804': 'what was written reads back differently',
  'LOG-0805': 'the log is closed',
  'LOG-0806': 'the clock went backwards',
  'LOG-0901': 'the witness refused',
  'LOG-0902': 'the witness did not answer in time',
  'LOG-0903': 'the witness request is malformed',
} as const

/** One of the stable codes. */
export type LedgerCode = keyof typeof codes

/** What went wrong, where, and what to do. */
export interface LedgerError {
  readonly code: LedgerCode
  readonly message: string
  readonly help?: string
}

/** A value, or the reason there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: LedgerError }

/**
 * A result that holds a value.
 *
 * @example
 * succeed(3) // { ok: true, value: 3 }
 */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}

/**
 * A result that holds a reason. Without a message, the meaning of the code is the message.
 *
 * @example
 * fail('LOG-0103') // { ok: false, error: { code: 'LOG-0103', message: 'no trusted key signed the note' } }
 */
export function fail(
  code: LedgerCode,
  message?: string,
  help?: string,
): { readonly ok: false; readonly error: LedgerError } {
  const text = message === undefined ? codes[code] : message
  return { ok: false, error: help === undefined ? { code, message: text } : { code, message: text, help } }
}

/** Thrown only where a lost resource leaves no value to return, and by `expect`. */
export class LedgerFailure extends Error {
  readonly error: LedgerError

  constructor(error: LedgerError) {
    super(`${error.code}: ${error.message}`)
    this.name = 'LedgerFailure'
    this.error = error
  }
}

/**
 * The value of a result that is known to be good; anything else is a bug or a lost resource, and throws.
 *
 * @example
 * valueOf(succeed(3)) // 3
 */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new LedgerFailure(result.error)
}
