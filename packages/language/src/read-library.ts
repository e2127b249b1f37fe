/** Reading policy files, with the parser loaded only when something is parsed: a cached law is decided without it. */
import type { Reading, TextFile } from './text-file.ts'

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
