/** Reading policy files, with the parser loaded only when something is parsed: a cached law is decided without it. */
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

/**
 * Parses, links and checks policy files (`.policy`) and tables (`offences.csv`, `holidays.csv`).
 *
 * @example
 * const { problems } = await readLibrary([{ path: 'us/place.policy', text: 'place us "United States"' }])
 * problems[0].code // => 'POL-0106'
 */
export async function readLibrary(files: readonly TextFile[]): Promise<Reading> {
  const { readFiles } = await import('./read-files.ts')
  return readFiles(files)
}
