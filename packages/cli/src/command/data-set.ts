/** A data set and its mapping as they are named on the command line. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  makePlan,
  printProblem,
  readCases,
  readMapping,
  type CaseSet,
  type Mapping,
  type PlannedMapping,
  type PolicyStacks,
  type Problem,
  type Window,
} from '@brightline/simulate'
import type { Library } from '@brightline/language'
import { whyUnreadable } from '../json-text.ts'
import { exitCode, FindingsError, tell, UsageError } from '../output.ts'
import { progressBar } from '../progress.ts'
import { readLawDate } from '../flag/as-of.ts'

/** The flags of every command that reads a data set. */
export interface DataFlags {
  readonly data?: string
  readonly mapping?: string
  readonly from?: string
  readonly through?: string
  readonly workers?: string
}

/** A policy file, a mapping and the like are short. */
const longestMapping = 4 * 1024 * 1024

/** The mappings that ship with the package, by name. */
const importers = fileURLToPath(new URL('../../../simulate/importers/', import.meta.url))

/** Reads the data set of `--data` by the mapping of `--mapping`. */
export async function readData(
  flags: Pick<DataFlags, 'data' | 'mapping' | 'workers'>,
  library: Library,
  policies: readonly PolicyStacks[],
  window: Window,
): Promise<{ readonly planned: PlannedMapping; readonly cases: CaseSet }> {
  const { data, mapping } = flags
  if (data === undefined || mapping === undefined) {
    throw new UsageError(
      'no data set is named',
      'write --data FILE and --mapping FILE, or the name of a ready mapping such as ice-detainers-fy2015',
    )
  }
  if (!existsSync(data)) throw new UsageError(`\`${data}\` cannot be read`)
  const stacks = policies.flatMap(({ place, state }) => [place, state])
  const result = makePlan(mappingOf(mapping), library, stacks, window)
  if (result.kind === 'problems') throw new FindingsError(result.problems.map(printProblem))
  const bar = progressBar(process.stderr)
  const workers = flags.workers === undefined ? {} : { workers: wholeNumber(flags.workers) }
  const cases = await readCases(data, result.planned.plan, { ...workers, onProgress: bar.show })
  bar.clear()
  return { planned: result.planned, cases }
}

/** What was wrong with the data, on standard error; exit 1 where something was. */
export function exitForData(problems: readonly Problem[], isPrinted: boolean): number {
  const errors = problems.filter(({ severity }) => severity === 'error')
  // The text itself lists them.
  if (isPrinted) return errors.length > 0 ? exitCode.findings : exitCode.fine
  for (const one of errors.slice(0, 20)) tell(printProblem(one))
  if (errors.length > 20) tell(`and ${errors.length - 20} more problems`)
  return errors.length > 0 ? exitCode.findings : exitCode.fine
}

/** A public report is about one act. */
export function checkPublic(acts: readonly string[]): void {
  if (acts.length === 1) return
  throw new UsageError(
    'a public report is about one act',
    'name it with --act: the counts of two acts could be subtracted from each other',
  )
}

/** The days that count. */
export function readWindow(flags: Pick<DataFlags, 'from' | 'through'>): Window {
  const from = flags.from === undefined ? null : readLawDate(flags.from)
  const through = flags.through === undefined ? null : readLawDate(flags.through)
  if (from !== null && through !== null && from > through)
    throw new UsageError('the window ends before it begins', 'write --from the first day and --through the last')
  return { from, through }
}

function mappingOf(name: string): Mapping {
  const ready = /^[a-z0-9-]+$/.test(name) ? `${importers}${name}.json` : name
  const file = existsSync(name) ? name : ready
  if (!existsSync(file))
    throw new UsageError(`there is no mapping \`${name}\``, 'docs/simulate.md lists the ready ones')
  const stats = statSync(file)
  // A pipe would wait for ever.
  if (!stats.isFile()) throw new UsageError(`\`${name}\` is not a file`)
  if (stats.size > longestMapping) throw new UsageError(`\`${name}\` is too large for a mapping`)
  const result = readMapping(textOf(file, name))
  if (result.kind === 'problems') throw new FindingsError(result.problems.map(printProblem))
  return result.mapping
}

function textOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`\`${name}\` cannot be read: ${whyUnreadable(error)}`)
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new UsageError(`\`${text}\` is no number of workers`, 'write 0 to 99')
  return Number(text)
}
