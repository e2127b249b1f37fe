/** Reading policy files, with the parser loaded only when something is parsed: a cached law is decided without it. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Library } from '../policy/policy.ts'

/** A text and the path it is known by, such as `us/ca/values-act.policy`. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** What reading found. `library` lacks the files with syntax errors, so look at `diagnostics` before you rely on it. */
export interface Reading {
  readonly library: Library
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Parses, links and checks policy files (`.policy`) and tables (`offences.csv`, `holidays.csv`).
 *
 * @example
 * const { diagnostics } = await readLibrary([{ path: 'us/place.policy', text: 'place us "United States"' }])
 * diagnostics[0].code // => 'POL-0101'
 */
export async function readLibrary(files: readonly TextFile[]): Promise<Reading> {
  const { readFiles } = await import('./library.ts')
  return readFiles(files)
}
