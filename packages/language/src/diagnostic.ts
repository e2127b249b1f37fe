/** What is wrong with a text, as a value. Every code has a section in docs/errors.md. */

/** A finding about a policy text or a table. */
export interface Diagnostic {
  /** Stable code, such as `POL-0102`. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 1-based. */
  readonly column: number
  readonly message: string
  /** How to repair it. */
  readonly help: string | null
}

/**
 * One line for people: place, code, message and repair.
 *
 * @example
 * printDiagnostic({ code: 'POL-0201', severity: 'error', file: 'a.policy', line: 3, column: 7,
 *   message: 'unknown act `hodl`', help: 'did you mean `hold`?' })
 * // => 'a.policy:3:7: error POL-0201: unknown act `hodl`; did you mean `hold`?'
 */
export function printDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message, help } = diagnostic
  return `${file}:${line}:${column}: ${severity} ${code}: ${message}${help === null ? '' : `; ${help}`}`
}
