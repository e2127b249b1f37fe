/** The instruments that can be judged: law with holes has no meaning. */
import { dirname } from 'node:path/posix'
import { placesAbove } from '@brightline/engine'
import type { LawReading } from './law-reading.ts'

/** The problems that were found. */
type Found = Pick<LawReading, 'problems'>

/** Tells whether a problem is an error. */
export function isError({ severity }: { readonly severity: 'error' | 'warning' }): boolean {
  return severity === 'error'
}

/**
 * Tells which instruments can be judged: neither in their file nor in any other that binds their place is an error. What
 * lies beside law with holes must not be called right or wrong for it.
 */
export function judged(reading: Found): (instrument: { readonly place: string }) => boolean {
  const folders = new Set(filesWithErrors(reading).map(folderOf))
  const isEverywhere = folders.has('.') || [...folders].some((folder) => /^vocabulary(?:\/|$)/.test(folder))
  return ({ place }) => !isEverywhere && !placesAbove(place).some((above) => folders.has(above))
}

/**
 * Names the folder of a path of law. The path of a folder ends with `/`.
 *
 * @example
 * folderOf('us/ca/values-act.policy') // => 'us/ca'
 * folderOf('us/ca/') // => 'us/ca'
 */
export function folderOf(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : dirname(path)
}

/** The files with errors, each once. */
export function filesWithErrors({ problems }: Found): readonly string[] {
  return [...new Set(problems.filter(isError).map(({ where }) => where.file))]
}
