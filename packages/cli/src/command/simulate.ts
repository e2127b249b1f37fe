/** `brightline simulate`: recorded requests under one policy or two. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  makePlan,
  printProblem,
  readCases,
  readMapping,
  replay,
  stacksOf,
  toCsv,
  toDocument,
  toText,
  type CaseSet,
  type Mapping,
  type PlannedMapping,
  type Policy,
  type PolicyStacks,
  type ReplayDocument,
  type Window,
} from '@brightline/simulate'
import type { Library } from '@brightline/language'
import { readAllLaw } from '../law-files.ts'
import { exitCode, tell, UsageError } from '../output.ts'
import { isDate, unknown } from '../request.ts'
import { progressBar } from '../progress.ts'
import { readLang } from './ask.ts'
import { today } from './decide-flags.ts'

/** As the command line gives them. */
export interface SimulateFlags {
  readonly data?: string
  readonly mapping?: string
  readonly act: readonly string[]
  readonly from?: string
  readonly through?: string
  readonly format: string
  readonly out?: string
  readonly public: boolean
  readonly lang: string
  readonly workers?: string
}

/** A policy file, a mapping and the like are short. */
const longestMapping = 4 * 1024 * 1024

const formats = ['text', 'csv', 'json', 'html'] as const

/** The mappings that ship with the package, by name. */
const importers = fileURLToPath(new URL('../../../simulate/importers/', import.meta.url))

/** Runs the command. */
export async function simulate(names: readonly string[], flags: SimulateFlags, law: string): Promise<number> {
  const lang = readLang(flags.lang)
  const format = formats.find((one) => one === flags.format)
  if (format === undefined)
    throw new UsageError(`unknown format \`${flags.format}\``, `write one of ${formats.join(', ')}`)
  if (flags.public && flags.act.length !== 1) {
    throw new UsageError(
      'a public report is about one act',
      'name it with --act: the counts of two acts could be subtracted from each other',
    )
  }
  const window = readWindow(flags)
  const policies = await policiesOf(names, law)
  const { library } = last(policies).policy
  for (const act of flags.act) checkAct(library, act)
  const { planned, cases } = await readData(flags, library, policies, window)
  const acts = flags.act.length === 0 ? null : flags.act
  const document = toDocument(replay({ library, policies, planned, cases, acts }), flags.public)
  write(await render(document, format, lang), flags.out)
  return told(cases, format === 'text' && flags.out === undefined)
}

/** Reads the data set of `--data` by the mapping of `--mapping`. */
export async function readData(
  flags: Pick<SimulateFlags, 'data' | 'mapping' | 'workers'>,
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
  if (result.kind === 'problems')
    throw new UsageError(`\`${mapping}\` does not fit the law`, result.problems.map(printProblem).join('\n  '))
  const bar = progressBar(process.stderr)
  const workers = flags.workers === undefined ? {} : { workers: wholeNumber(flags.workers) }
  const cases = await readCases(data, result.planned.plan, { ...workers, onProgress: bar.show })
  bar.clear()
  return { planned: result.planned, cases }
}

/** What was wrong with the data, on standard error; exit 1 where something was. */
function told({ problems }: CaseSet, isPrinted: boolean): number {
  const errors = problems.filter(({ severity }) => severity === 'error')
  // The text itself lists them.
  if (isPrinted) return errors.length > 0 ? exitCode.findings : exitCode.fine
  for (const one of errors.slice(0, 20)) tell(printProblem(one))
  if (errors.length > 20) tell(`and ${errors.length - 20} more problems`)
  return errors.length > 0 ? exitCode.findings : exitCode.fine
}

/** One policy with `--with` is compared with itself as it stands without the working files. */
async function policiesOf(names: readonly string[], law: string): Promise<readonly PolicyStacks[]> {
  const [shipped = law, ...added] = law.split(delimiter)
  const { library } = await readAllLaw(law)
  if (names.length === 0 || names.length > 2)
    throw new UsageError('one policy or two are replayed', 'write a policy such as us/ca@2026-01-01')
  const policies = names.map((name) => toPolicy(name, library))
  const [only] = policies
  if (only === undefined || policies.length === 2 || added.length === 0) return policies.map(stacksOf)
  const inForce = await readAllLaw(shipped)
  return [
    stacksOf({ ...only, library: inForce.library }),
    stacksOf({ ...only, name: `${only.name} with the working files` }),
  ]
}

function toPolicy(name: string, library: Library): Policy {
  const [place = '', asOf = today(), ...rest] = name.split('@')
  if (rest.length > 0 || !isDate(asOf))
    throw new UsageError(`\`${name}\` is no policy`, 'write a place and a date, such as us/ca@2026-01-01')
  const places = library.places.map(({ id }) => id)
  if (!places.includes(place)) {
    const { message, help } = unknown('REQ-0008', 'place', place, places)
    throw new UsageError(message, help)
  }
  return { name: `${place}@${asOf}`, library, place, asOf }
}

function mappingOf(name: string): Mapping {
  const ready = /^[a-z0-9-]+$/.test(name) ? `${importers}${name}.json` : name
  const file = existsSync(name) ? name : ready
  if (!existsSync(file))
    throw new UsageError(`there is no mapping \`${name}\``, 'docs/simulate.md lists the ready ones')
  const text = readFileSync(file, 'utf8')
  if (text.length > longestMapping) throw new UsageError(`\`${name}\` is too large for a mapping`)
  const result = readMapping(text)
  if (result.kind === 'problems')
    throw new UsageError(`\`${name}\` cannot be read`, result.problems.map(printProblem).join('\n  '))
  return result.mapping
}

async function render(document: ReplayDocument, format: (typeof formats)[number], lang: 'en' | 'es'): Promise<string> {
  switch (format) {
    case 'text':
      return toText(document, lang)
    case 'csv':
      return toCsv(document)
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`
    case 'html': {
      // The charts load slowly, and only this needs them.
      const { toHtml } = await import('@brightline/simulate/report')
      return toHtml(document)
    }
  }
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) process.stdout.write(text)
  else writeFileSync(out, text)
}

function readWindow(flags: Pick<SimulateFlags, 'from' | 'through'>): Window {
  const { from = null, through = null } = flags
  for (const day of [from, through]) {
    if (day !== null && !isDate(day))
      throw new UsageError(`\`${day}\` is not a date`, 'write year-month-day, such as 2026-11-22')
  }
  return { from, through }
}

function checkAct(library: Library, act: string): void {
  const acts = library.vocabulary.acts.map(({ name }) => name)
  if (acts.includes(act)) return
  const { message, help } = unknown('REQ-0003', 'act', act, acts)
  throw new UsageError(message, help)
}

function wholeNumber(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new UsageError(`\`${text}\` is no number of workers`, 'write 0 to 99')
  return Number(text)
}

function last<T>(list: readonly T[]): T {
  const found = list.at(-1)
  if (found === undefined) throw new Error('an empty list')
  return found
}
