/** The standard situations and the answers of places, as they lie beside the law: `cases/situations.json`, `cases/us/ca.csv`. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseJsonText, parseSituations, type Situations } from '@brightline/engine'
import { readCases, type ExpectedCase, type FileProblem, type Result } from '@brightline/language'
import type { OpenLaw } from './folders.ts'
import { problem, problemWithFile } from './problems.ts'
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
  if (parsed.ok) return parsed
  return {
    ok: false,
    problems: parsed.problems.map((one) => problemWithFile('LAW-0302', situationsPath, { pointer: one.pointer })),
  }
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
  const known = situations.ok ? situations.value.situations.map(({ id }) => id) : rows.map((row) => row.situation)
  const unknown = rows
    .filter((row) => !known.includes(row.situation))
    .map((row) => problemWithFile('LAW-0303', path, { situation: row.situation, line: row.line }))
  const missing = known.filter((id) => !rows.some((row) => row.situation === id))
  const found = [
    ...problems,
    ...unknown,
    ...(missing.length === 0 ? [] : [problemWithFile('LAW-0304', path, { situations: missing })]),
  ]
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, value: [place, rows] }
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
  return [...new Map(tables)].toSorted(([a], [b]) => a.localeCompare(b))
}
