/**
 * Reads the encoded law from disk: the whole library, or what binds one place.
 *
 * The law is a list of folders, written like a search path: a file of a later folder is added to the law,
 * or takes the place of the file of the same path in an earlier one.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  closeSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLibrary, type Diagnostic, type Reading, type TextFile } from '@brightline/language'
import { placesAbove } from '@brightline/engine'
import { UsageError } from './output.ts'

/** Longer policy files are refused; the longest real one is a hundredth of this. */
const longestBytes = 4 * 1024 * 1024

/** The law that ships with the command. */
export const shippedLaw: string = fileURLToPath(new URL('../../../law', import.meta.url))

/** What was read, with the findings about files that could not be. */
export type LawReading = Reading

/** Reads every file of the law, with some files in place of those of the law. */
export async function readAllLaw(law: string, working: readonly TextFile[] = []): Promise<LawReading> {
  return readLaw(law, others(law, working), working)
}

/** Reads what binds a place: the vocabulary and the folders on its path, with some files in place of those of the law. */
export async function readLawFor(law: string, place: string, working: readonly TextFile[] = []): Promise<LawReading> {
  const folders = new Set(placesAbove(place))
  const paths = others(law, working).filter((path) => path.startsWith('vocabulary/') || folders.has(dirname(path)))
  return readLaw(law, paths, working)
}

/** The files of the law that no working file replaces. */
function others(law: string, working: readonly TextFile[]): readonly string[] {
  const replaced = new Set(working.map(({ path }) => path))
  return lawPaths(law).filter((path) => !replaced.has(path))
}

/** The place ids of the law, without parsing it: every folder that has a `place.policy`. */
export function placeIds(law: string): readonly string[] {
  return lawPaths(law).flatMap((path) => (path.endsWith('/place.policy') ? [dirname(path)] : []))
}

/** The policy and table files of the law, as paths with `/`, sorted. */
export function lawPaths(law: string): readonly string[] {
  return [...filesByPath(law).keys()].sort()
}

/** The folders of the law, as absolute paths. */
export function lawFolders(law: string): readonly string[] {
  return law.split(delimiter).map((folder) => resolve(folder))
}

function filesByPath(law: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const folder of lawFolders(law)) {
    if (!existsSync(folder)) throw new UsageError(`there is no folder \`${folder}\``, 'name a law folder with --law')
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = name.split(sep).join('/')
      if (/(\.policy|\/offences\.csv|\/holidays\.csv)$/.test(path)) files.set(path, join(folder, name))
    }
  }
  return files
}

/** Reads one text, or says why it is not one. Looks at the size and the first bytes before reading the rest. */
export function readText(file: string, path: string): { readonly text: string } | { readonly diagnostic: Diagnostic } {
  const { size } = statSync(file)
  if (size > longestBytes) {
    const message = `the file has ${Math.round(size / 1024 / 1024)} MB, and a policy has at most ${longestBytes / 1024 / 1024} MB`
    return { diagnostic: refused('POL-0601', path, message, 'split it into one file an instrument') }
  }
  if (startsBinary(file)) {
    return { diagnostic: refused('POL-0602', path, 'the file is not text', 'save it as plain UTF-8 text') }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) }
  } catch {
    return { diagnostic: refused('POL-0602', path, 'the file is not UTF-8 text', 'save it as plain UTF-8 text') }
  }
}

function startsBinary(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(4096)
    const length = readSync(handle, start, 0, start.length, 0)
    return start.subarray(0, length).includes(0)
  } finally {
    closeSync(handle)
  }
}

function refused(code: string, file: string, message: string, help: string): Diagnostic {
  return { code, severity: 'error', file, line: 1, column: 1, message, help }
}

async function readLaw(law: string, paths: readonly string[], working: readonly TextFile[] = []): Promise<LawReading> {
  const fileOf = filesByPath(law)
  const files: TextFile[] = [...working]
  const diagnostics: Diagnostic[] = []
  for (const path of paths) {
    const read = readText(fileOf.get(path) ?? path, path)
    if ('text' in read) files.push({ path, text: read.text })
    else diagnostics.push(read.diagnostic)
  }
  const reading = await cached(files)
  return { library: reading.library, diagnostics: [...diagnostics, ...reading.diagnostics] }
}

/**
 * Parsing costs a few hundred milliseconds, a cached reading a few. The key holds every byte that was read and
 * the language itself, so a stale answer cannot be served; the cache may be deleted at any time.
 */
async function cached(files: readonly TextFile[]): Promise<Reading> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../node_modules/.cache/brightline')
  const file = join(folder, `${cacheKey(files)}.json`)
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below, under a key of its whole input
    return JSON.parse(readFileSync(file, 'utf8')) as Reading
  } catch {
    const reading = await readLibrary(files)
    try {
      mkdirSync(folder, { recursive: true })
      const temporary = `${file}.${process.pid}`
      writeFileSync(temporary, JSON.stringify(reading))
      renameSync(temporary, file)
    } catch {
      // A read-only installation works without the cache.
    }
    return reading
  }
}

function cacheKey(files: readonly TextFile[]): string {
  const hash = createHash('sha256')
  const language = fileURLToPath(new URL('../../language/src', import.meta.url))
  for (const path of readdirSync(language, { recursive: true, encoding: 'utf8' }).sort()) {
    const { size, mtimeMs } = statSync(join(language, path))
    hash.update(`${relative(language, path)} ${size} ${mtimeMs}\n`)
  }
  for (const { path, text } of files) hash.update(JSON.stringify([path, text]))
  return hash.digest('hex')
}
