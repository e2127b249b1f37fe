/**
 * Law folders, listed once.
 *
 * The law is a list of folders: a file of a later folder is added to the law, or takes the place of the file of the same
 * path in an earlier one.
 */
import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { dirname } from 'node:path/posix'
import { byCharacters, type Problem, type Result } from '@brightline/language'
import { problemWithFile, problem, type LawFileProblem } from './problems.ts'
import { unreadable, unreadOf } from './regular-file.ts'
import { longestBytes, problemOf } from './read-text.ts'

/** Law as it lies on disk. Nothing is listed again: what is added later is not seen. */
export interface OpenLaw {
  /** As absolute paths. */
  readonly folders: readonly string[]
  /** The file on disk of each path, such as `us/ca/values-act.policy`. */
  readonly fileByPath: ReadonlyMap<string, string>
  /** What is neither a file nor a folder that can be listed, as problems of their paths. A file is looked at by whoever reads it. */
  readonly problems: readonly LawFileProblem[]
  /** Where parsed law is kept; null for nowhere. */
  readonly cache: string | null
}

/** A folder with more files and folders in it is no law: it may be a whole disk. */
const mostEntries = 100_000

/** Lists law folders. `cache` is a folder for parsed law, which may be deleted at any time; a folder has fewer entries than `most`. */
export function openLaw(folders: readonly string[], cache: string | null, most: number = mostEntries): Result<OpenLaw> {
  const roots = folders.map((folder) => resolve(folder))
  const problems = roots.flatMap((root) => folderProblem(root) ?? [])
  if (problems.length > 0) return { ok: false, problems }
  const found = roots.map((root) => listFolder(root, most))
  const endless = found.filter(({ left }) => left === 0).map(({ root }) => problem('LAW-0109', { folder: root, most }))
  if (endless.length > 0) return { ok: false, problems: endless }
  const fileByPath = new Map(found.flatMap(({ files }) => files))
  const isReplaced = (path: string, at: number): boolean =>
    found.slice(at + 1).some(({ files }) => files.some(([other]) => other === path))
  return {
    ok: true,
    value: {
      folders: roots,
      fileByPath,
      // A later folder mends what an earlier one lacks.
      problems: found.flatMap((one, at) => one.problems.filter(({ where }) => !isReplaced(where.file, at))),
      cache,
    },
  }
}

/** The policy and table files of the law, as paths with `/`, sorted. */
export function lawPaths({ fileByPath }: OpenLaw): readonly string[] {
  return [...fileByPath.keys()].toSorted()
}

/** The ids of the places, without parsing: every folder that has a `place.policy`. */
export function placeIds(law: OpenLaw): readonly string[] {
  return lawPaths(law).flatMap((path) => (path.endsWith('/place.policy') ? [dirname(path)] : []))
}

/** Tells whether a path is one that law is read from. */
function isLawPath(path: string): boolean {
  return /(?:\.policy|\/offences\.csv|\/holidays\.csv)$/.test(path)
}

function folderProblem(root: string): Problem | null {
  try {
    return statSync(root).isDirectory() ? null : problem('LAW-0105', { folder: root })
  } catch (error) {
    return unreadOf(root, error).why === 'not-allowed'
      ? problemWithFile('POL-0605', `${root}/`)
      : problem('LAW-0104', { folder: root })
  }
}

interface Listing {
  readonly root: string
  readonly files: (readonly [path: string, file: string])[]
  readonly problems: LawFileProblem[]
  /** The folders that were listed, as they really are: links could lead round in circles. */
  readonly seen: Set<string>
  /** So many entries may still be looked at. */
  left: number
}

function listFolder(folder: string, most: number): Listing {
  const root = realpathSync(folder)
  const listing: Listing = { root, files: [], problems: [], seen: new Set([root]), left: most }
  walk(root, '', listing)
  return listing
}

function walk(folder: string, path: string, listing: Listing): void {
  let entries: readonly Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    listing.problems.push(problemOf(unreadOf(folder, error), path === '' ? './' : path))
    return
  }
  for (const entry of entries.toSorted((a, b) => byCharacters(a.name, b.name))) {
    if (listing.left === 0) return
    listing.left -= 1
    // Hidden folders hold the history of the files, or their working copies.
    if (entry.name.startsWith('.')) continue
    const [file, below] = [join(folder, entry.name), `${path}${entry.name}`]
    // What the folder itself calls a file is looked at when it is read: a place needs few files of many.
    if (!entry.isFile()) look(file, below, listing)
    else if (isLawPath(below)) listing.files.push([below, file])
  }
}

function look(file: string, path: string, listing: Listing): void {
  const unread = unreadable(file, longestBytes)
  if (unread?.why === 'folder') lookInto(file, path, listing)
  else if (isLawPath(path)) {
    if (unread === null) listing.files.push([path, file])
    else listing.problems.push(problemOf(unread, path))
  } else if (unread?.why === 'broken-link' && !path.slice(path.lastIndexOf('/') + 1).includes('.')) {
    // It may have been the folder of a place.
    listing.problems.push(problemOf(unread, `${path}/`))
  }
}

function lookInto(folder: string, path: string, listing: Listing): void {
  const { root, problems, seen } = listing
  if (isLawPath(path)) {
    problems.push(problemWithFile('POL-0604', path))
    return
  }
  const real = realpathSync(folder)
  const isBack = real !== folder && (real === root || real.startsWith(`${root}${sep}`))
  if (isBack || seen.has(real)) {
    problems.push(problemWithFile('POL-0608', `${path}/`))
    return
  }
  seen.add(real)
  walk(real, `${path}/`, listing)
}
