/** A data set and its mapping as they are named on the command line. */
import { existsSync } from 'node:fs'
import { unreadable } from '@brightline/law-files'
import type { Library, Problem } from '@brightline/language'
import {
  makePlan,
  readCases,
  readMapping,
  readyMapping,
  readyMappings,
  type CaseSet,
  type DataInput,
  type LawStacks,
  type Mapping,
  type PlannedMapping,
  type Window,
} from '@brightline/simulate'
import { printProblem } from '@brightline/wording'
import { readWorkers, type DataFlags } from '../flag/data.ts'
import { Refusal } from '../refusal.ts'
import { exitCode, ToldError, tell } from '../terminal/output.ts'
import { progressBar } from '../terminal/progress.ts'
import { readGivenText, standardInput, unreadProblem } from '../file/read-given.ts'
import { unknownWord } from '../terminal/unknown.ts'
import { wrongUse } from '../terminal/usage.ts'

/** What a data set is read for. */
export interface DataNeeds {
  readonly library: Library
  readonly policies: readonly LawStacks[]
  readonly window: Window
  readonly lang: string
}

/** A policy file, a mapping and the like are short. */
const longestMapping = 4 * 1024 * 1024

/** Problems are told one by one up to here. */
const mostTold = 20

/** Reads the data set of `--data` by the mapping of `--mapping`. */
export async function readDataSet(
  flags: Pick<DataFlags, 'data' | 'mapping' | 'workers'>,
  { library, policies, window, lang }: DataNeeds,
): Promise<{ readonly planned: PlannedMapping; readonly cases: CaseSet }> {
  const { data, mapping } = flags
  if (data === undefined || mapping === undefined) {
    throw wrongUse('USE-0107', { flags: ['--data FILE', '--mapping FILE'], sample: 'ice-detainers-fy2015' })
  }
  const stacks = policies.flatMap(({ place, state }) => [place, state])
  const result = makePlan(await mappingOf(mapping, lang), library, stacks, window)
  if (!result.ok) throw findings(result.problems, lang)
  const workers = readWorkers(flags)
  const bar = progressBar()
  const options = { ...(workers === null ? {} : { workers }), onProgress: bar.show }
  const cases = await readCases(inputOf(data), result.value.plan, options)
  bar.clear()
  return { planned: result.value, cases }
}

/** The files that a command reads where it has these flags: nothing is written over them. */
export function dataFiles({ data, mapping }: Pick<DataFlags, 'data' | 'mapping'>): readonly string[] {
  return [data, mapping].flatMap((file) => (file === undefined || file === standardInput ? [] : [file]))
}

/** Tells what was wrong with the data; exit 1 where something was. `isPrinted` where the text itself lists it. */
export function exitForData(problems: readonly Problem[], isPrinted: boolean, lang: string): number {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (!isPrinted) {
    for (const one of errors.slice(0, mostTold)) tell(printProblem(one, lang))
    if (errors.length > mostTold) tell(`… ${errors.length - mostTold}`)
  }
  return errors.length > 0 ? exitCode.findings : exitCode.fine
}

function inputOf(data: string): DataInput {
  if (data !== standardInput) {
    // However long it is: it is read in pieces.
    const unread = unreadable(data, Infinity)
    if (unread !== null) throw new Refusal([unreadProblem(data, unread, Infinity)])
    return { kind: 'file', path: data }
  }
  if (process.stdin.isTTY) throw wrongUse('USE-0113')
  return { kind: 'stream', stream: process.stdin }
}

async function mappingOf(name: string, lang: string): Promise<Mapping> {
  const file = existsSync(name) ? name : readyMapping(name)
  if (file === null && /^[a-z0-9-]+$/.test(name)) throw unknownWord('mapping', name, readyMappings())
  const text = await readGivenText(file ?? name, longestMapping)
  if (!text.ok) throw new Refusal(text.problems)
  const read = readMapping(text.value)
  if (!read.ok) throw findings(read.problems, lang)
  return read.value
}

function findings(problems: readonly Problem[], lang: string): ToldError {
  return new ToldError(problems.map((one) => printProblem(one, lang)))
}
