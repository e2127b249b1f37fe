/**
 * One shape for whatever a partner, a disk or a forger can cause: a value, never an exception.
 *
 * A problem holds no sentence. `wording/` makes one from its code and values.
 */
import type { codes, LedgerCode } from './codes.ts'
import { warnings } from './codes.ts'

/** A place in what was given or is stored. Lines count from 1. */
export type Where =
  | { readonly kind: 'whole' }
  | { readonly kind: 'file'; readonly file: string; readonly line: number | null }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'entry'; readonly file: string; readonly entry: number }

/** The values of one code, by their names. */
export type Values<Code extends LedgerCode> = { readonly [Name in (typeof codes)[Code][number]]: string | number }

/** Something wrong. Each code stands for one situation. */
export interface Problem {
  readonly code: LedgerCode
  readonly severity: 'error' | 'warning'
  readonly where: Where
  readonly values: Readonly<Record<string, string | number>>
}

/** No value, and the problems that leave none. */
export interface Failure {
  readonly ok: false
  readonly problems: readonly [Problem, ...Problem[]]
}

/** A value, or the problems that leave none. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | Failure

/** A code without values. */
type PlainCode = { [Code in LedgerCode]: (typeof codes)[Code] extends readonly [] ? Code : never }[LedgerCode]

/**
 * Wraps a value in a result.
 *
 * @example
 * succeed(3) // { ok: true, value: 3 }
 */
export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

/**
 * Makes a problem.
 *
 * @example
 * problem('LOG-0303', { index: 9, size: 3 }).values // { index: 9, size: 3 }
 */
export function problem(code: PlainCode): Problem
export function problem<Code extends LedgerCode>(code: Code, values: Values<Code>, where?: Where): Problem
export function problem(code: LedgerCode, values: Problem['values'] = {}, where: Where = { kind: 'whole' }): Problem {
  return { code, severity: severityOf(code), where, values }
}

/**
 * Makes a result of one problem.
 *
 * @example
 * fail('LOG-0303', { index: 9, size: 3 }).problems[0].code // 'LOG-0303'
 */
export function fail(code: PlainCode): Failure
export function fail<Code extends LedgerCode>(code: Code, values: Values<Code>, where?: Where): Failure
export function fail(code: LedgerCode, values: Problem['values'] = {}, where: Where = { kind: 'whole' }): Failure {
  return { ok: false, problems: [{ code, severity: severityOf(code), where, values }] }
}

function severityOf(code: LedgerCode): Problem['severity'] {
  return warnings.has(code) ? 'warning' : 'error'
}

/** Names a file as the place of a problem. */
export function inFile(file: string): Where {
  return { kind: 'file', file, line: null }
}

/** Names an entry in a file of the log as the place of a problem. */
export function atEntry(file: string, entry: number): Where {
  return { kind: 'entry', file, entry }
}

/** Names a line as the place of a problem. */
export function onLine(line: number): Where {
  return { kind: 'line', line }
}

/** Names the file in which problems lie, where they do not name one. */
export function failIn({ problems: [first, ...others] }: Failure, file: string): Failure {
  const moved = (one: Problem): Problem => ({ ...one, where: whereIn(one.where, file) })
  return { ok: false, problems: [moved(first), ...others.map(moved)] }
}

function whereIn(where: Where, file: string): Where {
  if (where.kind === 'file' || where.kind === 'entry') return where
  return { kind: 'file', file, line: where.kind === 'line' ? where.line : null }
}

/** Thrown only where a lost resource leaves no value to return, and by `valueOf`. */
export class LedgerFailure extends Error {
  readonly problems: readonly [Problem, ...Problem[]]

  constructor({ problems }: Failure) {
    super(problems.map(({ code, values }) => `${code} ${JSON.stringify(values)}`).join('; '))
    this.name = 'LedgerFailure'
    this.problems = problems
  }
}

/**
 * Takes the value out of a result that is known to be good. Anything else is a bug or a lost resource, and throws.
 *
 * @example
 * valueOf(succeed(3)) // 3
 */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new LedgerFailure(result)
}
