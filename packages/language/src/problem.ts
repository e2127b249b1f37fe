/**
 * One shape for whatever is wrong with something given from outside: a policy text, a request, a table, a file.
 *
 * A problem says what and where, and with which values. It holds no sentence: `@brightline/wording` makes one from it in any language.
 */

import type { Texts } from './policy/texts.ts'

/** A place in a file. Lines and columns count from 1. */
export interface FilePlace {
  readonly kind: 'file'
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A place in what was given. Rows count from 1; a pointer is an RFC 6901 JSON pointer. */
export type Where =
  | FilePlace
  | { readonly kind: 'pointer'; readonly pointer: string }
  | { readonly kind: 'cell'; readonly row: number | null; readonly column: string | null }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'whole' }

/** A value that a sentence may name, or a text of the law in its languages. It never holds what may be personal. */
export type ProblemValue = string | number | readonly string[] | Texts

/** Something wrong with something given. Each code stands for one situation and has one sentence a language. */
export interface Problem<Code extends string = string> {
  readonly code: Code
  readonly severity: 'error' | 'warning'
  readonly where: Where
  readonly values: Readonly<Record<string, ProblemValue>>
}

/** A problem at a place in a policy text or a table. */
export interface FileProblem<Code extends string = string> extends Problem<Code> {
  readonly where: FilePlace
}

/** A value, or the problems that leave none. */
export type Result<Value, Found = Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Found[] }
