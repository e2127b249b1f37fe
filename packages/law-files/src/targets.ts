/** The part of the law that somebody wants to look at: files and folders named by their paths on disk. */
import { existsSync, lstatSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Problem, Result } from '@brightline/language'
import { problem } from './problems.ts'

/** The law folders, and which of their paths are looked at. */
export interface Target {
  readonly folders: readonly string[]
  readonly isWanted: (path: string) => boolean
}

/** Narrows law folders to what is named. A folder with a vocabulary is law of its own; nothing named is everything. */
export function readTargets(targets: readonly string[], folders: readonly string[]): Result<Target> {
  const [first] = targets
  const isLaw = targets.length === 1 && first !== undefined && existsSync(join(first, 'vocabulary'))
  const roots = isLaw ? [resolve(first)] : folders.map((folder) => resolve(folder))
  const problems: Problem[] = []
  const wanted: string[] = []
  for (const target of targets) {
    const path = pathIn(roots, target)
    if (!isThere(target)) problems.push(problem('LAW-0106', { path: target }))
    else if (path === null) problems.push(problem('LAW-0107', { path: target }))
    else wanted.push(path)
  }
  if (problems.length > 0) return { ok: false, problems }
  const isEverything = wanted.length === 0 || wanted.includes('')
  const isWanted = (path: string): boolean =>
    isEverything || wanted.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
  return { ok: true, value: { folders: roots, isWanted } }
}

function pathIn(roots: readonly string[], target: string): string | null {
  const inside = roots
    .map((root) => relative(root, resolve(target)))
    .find((path) => path !== '..' && !path.startsWith(`..${sep}`))
  return inside === undefined ? null : inside.split(sep).join('/')
}

/** A link that leads nowhere is there, and is looked at. */
function isThere(target: string): boolean {
  try {
    lstatSync(target)
    return true
  } catch {
    return false
  }
}
