/** The law and the data that the tests use: what ships, and small tables written for a test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLibrary, type Library } from '@brightline/language'
import { afterAll } from 'vitest'
import { makePlan, readMapping, type DataProblem, type Mapping, type PlannedMapping, type LawOn } from '../src/index.ts'

/** A file of the repository. */
export function inRoot(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url))
}

const words = `language 2 vocabulary vocabulary/words "Words of the tests"

agency police "police" / "policía"
agency sheriff "sheriff" / "alguacil"
agency state-prison "state prison" / "prisión estatal"

act hold "hold" / "retener" about custody
act share "share" / "compartir" about custody

fact request.form "Form?" / "¿Formulario?"
  one of
  - i-247a "I-247A" / "I-247A" asks hold or share
  - i-247g "I-247G" / "I-247G" asks share
fact warrant.shown "Warrant?" / "¿Orden?"
  yes or no
fact person.crime "Crime?" / "¿Delito?"
  one of
  - petty "petty" / "ninguno"
  - listed "listed" / "de la lista"
fact crime.years "Years?" / "¿Años?"
  number 0 to 99 years or never
fact letter.seen "Seen on?" / "¿Visto el?"
  date
protected fact person.status "Status" / "Estatus"
  yes or no

event receipt "receipt" / "la recepción"
event release "release" / "la salida"

impossible "a listed crime has a date" / "un delito de la lista tiene fecha":
  person.crime is listed and crime.years is never
`

const places = [
  ['us', 'ocd-division/country:us'],
  ['us/ex', 'ocd-division/country:us/state:ex'],
  ['us/ex/sample', 'ocd-division/country:us/state:ex/county:sample'],
] as const

const head = (id: string, rank: string, place: string): string => `language 2 instrument ${id} "Test law"
  cite "Code 1"
  pin "Code §"
  rank ${rank}
  place ${place}
  binds every agency
  reach floor
  source code "Code" "https://example.gov/code" read 2026-11-22
  effective 2018-01-01 "Laws 2017"

section 1 "All"
`

/** The state law of the tests. */
export const stateRules = `
  (a) staff must not hold
      whoever asks
      read in code

  (b) despite (a), staff must hold
      when warrant.shown
      read in code

  (c) staff may share
      when person.crime is listed and crime.years is at most 15 years
      read in code

  (d) police or sheriff must not share
      when person.crime is petty
      whoever asks
      read in code

  (e) duty on request to hold or share:
      staff must "give the person a copy"
      within 24 hours of receipt
      read in code
`

const countyRules = `
  (a) staff must not share
      whoever asks
      read in code
`

/** Reads the test law, with these rules as the law of the state and of the county. */
export async function testLaw(rules: string = stateRules, ofCounty: string = countyRules): Promise<Library> {
  const { library, problems } = await readLibrary([
    { path: 'vocabulary/words.policy', text: words },
    ...places.map(([id, division]) => ({
      path: `${id}/place.policy`,
      text: `language 2 place ${id} "${id}"\n  division "${division}"\n  geoid "99"\n  time-zone "America/Chicago"\n`,
    })),
    { path: 'us/ex/law.policy', text: head('us/ex/law', 'state', 'us/ex') + rules },
    { path: 'us/ex/sample/law.policy', text: head('us/ex/sample/law', 'county', 'us/ex/sample') + ofCounty },
  ])
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1))
  return library
}

/** Writes a table for a test, and removes it afterwards. */
export function tableFile(text: string | Uint8Array, name: string = 'table.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'brightline-simulate-'))
  folders.push(folder)
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A mapping that must be right. */
export function mappingOf(json: object): Mapping {
  const result = readMapping(JSON.stringify({ version: 1, name: 'test', ...json }))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** A plan that must be right. */
export function planOf(json: object, library: Library): PlannedMapping {
  const result = makePlan(mappingOf(json), library, [], { from: null, through: null })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** A policy of the test law. */
export function lawOn(library: Library, placeId: string = 'us/ex'): LawOn {
  return { library, place: placeId, asOf: '2026-01-01' }
}

/** A problem in short: its code, its first row, its column, how many rows, and its value. */
export function brief({ code, where, values }: DataProblem): Brief {
  const { row, column } = where.kind === 'cell' ? where : { row: null, column: null }
  return [code, row, column, values['rows'] ?? null, values['value'] ?? null]
}

type Brief = readonly [code: string, row: number | null, column: string | null, rows: unknown, value: unknown]
