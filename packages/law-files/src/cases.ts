/**
 * The side door `@brightline/law-files/cases`: the standard situations and the answers of places, as they lie beside the
 * law in `cases/situations.json` and `cases/us/ca.csv`.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseJsonText, type Situations } from '@brightline/engine'
import { parseSituations } from '@brightline/engine/request'
import { byCharacters, dateExists, type ExpectedCase, type FileProblem, type Result } from '@brightline/language'
import { readCases } from '@brightline/language/cases'
import type { OpenLaw } from './folders.ts'
import { problem, problemOnLine, problemWithFile } from './problems.ts'
import { readText } from './read-text.ts'

/** The situations, and what each place that has a table says to them. */
export interface LawCases {
  readonly situations: Situations
  readonly byPlace: ReadonlyMap<string, readonly ExpectedCase[]>
}

/** Where the situations stand in a law folder. */
const situationsPath = 'cases/situations.json'

/** Reads the standard situations and every table of answers; of two law folders the later one counts. */
export function readLawCases(law: OpenLaw): Result<LawCases> {
  const file = fileIn(law, situationsPath)
  if (file === null) return { ok: false, problems: [problem('LAW-0301')] }
  const situations = readSituations(file)
  const tables = tablesIn(law).map(([place, table]) => readTable(place, table, situations))
  const problems = [
    ...(situations.ok ? [] : situations.problems),
    ...tables.flatMap((table) => (table.ok ? [] : table.problems)),
  ]
  if (!situations.ok || problems.length > 0) return { ok: false, problems }
  const byPlace = new Map(tables.flatMap((table) => (table.ok ? [table.value] : [])))
  return { ok: true, value: { situations: situations.value, byPlace } }
}

function readSituations(file: string): Result<Situations, FileProblem> {
  const read = readText(file, situationsPath)
  if (!read.ok) return read
  const json = parseJsonText(read.value)
  if (!json.ok) return { ok: false, problems: [problemWithFile('LAW-0302', situationsPath)] }
  const parsed = parseSituations(json.value)
  const wrong = parsed.ok ? wrongPart(parsed.value) : parsed.problems[0]?.pointer
  if (parsed.ok && wrong === undefined) return parsed
  return { ok: false, problems: [problemWithFile('LAW-0302', situationsPath, { pointer: wrong ?? '' })] }
}

/** Points to what no shape shows: a date that does not exist, or a situation whose id another has. */
function wrongPart({ asOf, situations }: Situations): string | undefined {
  if (!dateExists(asOf)) return '/asOf'
  const at = situations.findIndex(({ id }, index) => situations.findIndex((other) => other.id === id) < index)
  return at === -1 ? undefined : `/situations/${at}/id`
}

type Table = readonly [place: string, rows: readonly ExpectedCase[]]

function readTable(
  place: string,
  file: string,
  situations: Result<Situations, FileProblem>,
): Result<Table, FileProblem> {
  const path = `cases/${place}.csv`
  const read = readText(file, path)
  if (!read.ok) return read
  const { rows, problems } = readCases(path, read.value)
  const found = [
    ...problems,
    ...(situations.ok ? unknownIn(path, rows, situations.value) : []),
    ...wrongIn(path, rows, situations.ok ? situations.value.asOf : null),
    // A line that could not be read may have been the one that is missing.
    ...(situations.ok && problems.length === 0 ? missingIn(path, rows, situations.value) : []),
  ]
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, value: [place, rows] }
}

function unknownIn(file: string, rows: readonly ExpectedCase[], { situations }: Situations): readonly FileProblem[] {
  const known = new Set(situations.map(({ id }) => id))
  return rows
    .filter(({ situation }) => !known.has(situation))
    .map(({ situation, line }) => problemOnLine('LAW-0303', { file, line }, { situation }))
}

/** Finds situations without an answer on the date of the situations: one of another day says nothing of it. */
function missingIn(
  file: string,
  rows: readonly ExpectedCase[],
  { asOf, situations }: Situations,
): readonly FileProblem[] {
  const answered = new Set(rows.filter((row) => (row.asOf ?? asOf) === asOf).map(({ situation }) => situation))
  const missing = situations.map(({ id }) => id).filter((id) => !answered.has(id))
  return missing.length === 0 ? [] : [problemWithFile('LAW-0304', file, { situations: missing })]
}

/** Finds second answers of one date, and ends that are no time. */
function wrongIn(file: string, rows: readonly ExpectedCase[], today: string | null): readonly FileProblem[] {
  const lineOf = new Map<string, number>()
  return rows.flatMap(({ situation, asOf, until, line }) => {
    const key = `${situation} ${asOf ?? today}`
    const first = lineOf.get(key)
    if (first === undefined) lineOf.set(key, line)
    return [
      ...(first === undefined ? [] : [problemOnLine('LAW-0305', { file, line }, { situation, line: first })]),
      ...(until === null || isTime(until) ? [] : [problemOnLine('LAW-0306', { file, line }, { until })]),
    ]
  })
}

/** Tells whether a text is a local time that exists, to the minute. */
function isTime(text: string): boolean {
  const [, date, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text) ?? []
  return date !== undefined && dateExists(date) && Number(hour) < 24 && Number(minute) < 60
}

function fileIn({ folders }: OpenLaw, path: string): string | null {
  return folders.map((folder) => join(folder, path)).findLast((file) => existsSync(file)) ?? null
}

/** Lists the tables by place; of two law folders the later one counts. */
function tablesIn({ folders }: OpenLaw): readonly (readonly [place: string, file: string])[] {
  const tables = folders.flatMap((folder) => {
    const root = join(folder, 'cases')
    if (!existsSync(root)) return []
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
    return names
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name.replace(/\.csv$/, ''), join(root, name)] as const)
  })
  return [...new Map(tables)].toSorted(([a], [b]) => byCharacters(a, b))
}
