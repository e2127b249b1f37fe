/** Policy files that people name, by themselves or by their folders. */
import { dirname, join } from 'node:path'
import { lawPaths, openLaw, unreadable, type OpenLaw } from '@brightline/law-files'
import type { Problem } from '@brightline/language'
import { printProblem } from '@brightline/wording'
import { problemLine } from '../refusal.ts'
import { wrongUse } from '../terminal/usage.ts'

/** A policy file, and the folder that it may not leave by a link. */
export interface Policy {
  readonly file: string
  readonly folder: string
}

/** Things that were found, and the problems of the rest. */
export interface Found<Thing> {
  readonly found: readonly Thing[]
  readonly told: readonly Problem[]
}

/** Puts together what was found in several places. */
export function joined<Thing>(parts: readonly Found<Thing>[]): Found<Thing> {
  return { found: parts.flatMap(({ found }) => found), told: parts.flatMap(({ told }) => told) }
}

/** Finds the policy file that is named, or those of the folder that is named. */
export function policiesIn(target: string): Found<Policy> {
  const unread = unreadable(target, Infinity)
  if (unread?.why === 'missing') throw wrongUse('USE-0115', { file: target })
  if (unread?.why === 'folder' && !isPolicy(target)) return policiesBelow(target)
  if (!isPolicy(target)) throw wrongUse('USE-0116', { file: target })
  return { found: [{ file: target, folder: dirname(target) }], told: [] }
}

/** Tells a finding in a file as `check` tells it, and everything else as a refusal. */
export function toldLine(problem: Problem, lang: string): string {
  return problem.where.kind === 'file' ? printProblem(problem, lang) : problemLine(problem, lang)
}

function policiesBelow(folder: string): Found<Policy> {
  const law = openLaw([folder], null)
  if (!law.ok) return { found: [], told: law.problems }
  const paths = lawPaths(law.value).filter(isPolicy)
  return {
    found: paths.map((path) => ({ file: join(folder, path), folder })),
    told: law.value.problems.map((problem) => below(folder, problem)),
  }
}

/** Names a problem of a path by where the path lies on disk. */
function below(folder: string, problem: OpenLaw['problems'][number]): Problem {
  const file = join(folder, problem.where.file)
  return { ...problem, where: { ...problem.where, file } }
}

function isPolicy(path: string): boolean {
  return path.endsWith('.policy')
}
