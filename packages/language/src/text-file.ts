/** Texts of law, and the result of reading them. */
import type { PolicyProblem } from './file-problem.ts'
import type { Library } from './policy/policy.ts'

/** A text and the path it is known by, such as `us/ca/values-act.policy`. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** The result of reading. `library` lacks the files with syntax errors, so look at `problems` before you rely on it. */
export interface Reading {
  readonly library: Library
  readonly problems: readonly PolicyProblem[]
}
