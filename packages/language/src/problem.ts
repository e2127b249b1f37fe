/**
 * One shape for whatever is wrong with something given from outside: a policy text, a request, a table, a file.
 *
 * A problem says what and where, and with which values. It holds no sentence: `@brightline/wording` makes one from it in any language.
 */

/** A place in what was given. Lines, columns and rows count from 1; a pointer is an RFC 6901 JSON pointer. */
export type Where =
  | { readonly kind: 'file'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: 'pointer'; readonly pointer: string }
  | { readonly kind: 'cell'; readonly row: number | null; readonly column: string | null }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'whole' }

/** A value that a sentence may name. It never holds what may be personal. */
export type ProblemValue = string | number | readonly string[]

/** Something wrong with something given. Each code stands for one situation and has one sentence a language. */
export interface Problem<Code extends string = string> {
  readonly code: Code
  readonly severity: 'error' | 'warning'
  readonly where: Where
  readonly values: Readonly<Record<string, ProblemValue>>
}

/** A value, or the problems that leave none. */
export type Result<Value, Found = Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Found[] }
