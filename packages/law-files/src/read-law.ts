/** Reads the encoded law: the whole library, or what binds one place. */
import { dirname } from 'node:path/posix'
import { placesAbove } from '@brightline/engine'
import { readLibrary, type TextFile } from '@brightline/language'
import { cached } from './cache.ts'
import { lawPaths, type OpenLaw } from './folders.ts'
import { folderOf } from './judged.ts'
import type { LawReading } from './law-reading.ts'
import type { LawFileProblem } from './problems.ts'
import { readText } from './read-text.ts'

/** Reads every file of the law, with some texts in place of those of the law. */
export async function readAllLaw(law: OpenLaw, working: readonly TextFile[] = []): Promise<LawReading> {
  return readLaw(law, () => true, working)
}

/** Reads what binds a place: the vocabulary and the folders on its path, with some texts in place of those of the law. */
export async function readLawFor(law: OpenLaw, place: string, working: readonly TextFile[] = []): Promise<LawReading> {
  const folders = new Set(placesAbove(place))
  return readLaw(law, (folder) => folders.has(folder) || /^vocabulary(?:\/|$)/.test(folder), working)
}

/** Reads the places alone: their names, and where they lie. */
export async function readPlaces(law: OpenLaw): Promise<LawReading> {
  return readPaths(
    law,
    lawPaths(law).filter((path) => path.endsWith('/place.policy')),
    [],
    [],
  )
}

async function readLaw(
  law: OpenLaw,
  isWanted: (folder: string) => boolean,
  working: readonly TextFile[],
): Promise<LawReading> {
  const replaced = new Set(working.map(({ path }) => path))
  const paths = lawPaths(law).filter((path) => isWanted(dirname(path)) && !replaced.has(path))
  const isMissed = (folder: string): boolean => folder === '.' || isWanted(folder)
  const listed = law.problems.filter(({ where }) => isMissed(folderOf(where.file)) && !replaced.has(where.file))
  return readPaths(law, paths, working, listed)
}

async function readPaths(
  law: OpenLaw,
  paths: readonly string[],
  working: readonly TextFile[],
  listed: readonly LawFileProblem[],
): Promise<LawReading> {
  const files: TextFile[] = [...working]
  const problems: LawFileProblem[] = [...listed]
  for (const path of paths) {
    const read = readText(law.fileByPath.get(path) ?? path, path)
    if (read.ok) files.push({ path, text: read.value })
    else problems.push(...read.problems)
  }
  const reading = await cached(law.cache, files, readLibrary)
  return { library: reading.library, problems: [...problems, ...reading.problems] }
}
