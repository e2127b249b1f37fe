/** An invented law on disk, for the tests of this package. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Result } from '@brightline/language'
import { afterAll } from 'vitest'
import { openLaw, type OpenLaw } from '../src/index.ts'

const place = (id: string, title: string, covers: string = ''): string =>
  `language 2 place ${id} "${title}"\n  division "ocd-division/country:us"\n  geoid "01"\n  time-zone "America/Chicago"\n${covers}`

/** A small country: two states with a Springfield each, and a city and a county of one name. */
export const smallCountry: Readonly<Record<string, string>> = {
  'vocabulary/words.policy': 'language 2 vocabulary vocabulary/words "Words"\n',
  'us/place.policy': place('us', 'United States'),
  'us/ca/place.policy': place('us/ca', 'California'),
  'us/ny/place.policy': place('us/ny', 'New York'),
  'us/ny/new-york-city/place.policy': place(
    'us/ny/new-york-city',
    'New York City',
    '  covers "Richmond County" / "condado de Richmond" geoid "01"\n',
  ),
  'us/tx/place.policy': place('us/tx', 'Texas'),
  'us/tx/houston/place.policy': place('us/tx/houston', 'Houston'),
  'us/ca/springfield/place.policy': place('us/ca/springfield', 'Springfield'),
  'us/tx/springfield/place.policy': place('us/tx/springfield', 'Springfield'),
  'us/il/place.policy': place('us/il', 'Illinois'),
  'us/il/cook-county/place.policy': place('us/il/cook-county', 'Cook County'),
}

/** Writes files below a new folder, which is gone after the tests. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'brightline-law-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) write(folder, path, text)
  return folder
}

/** Writes one file below a folder. */
export function write(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Opens law that is there. */
export function opened(...folders: readonly string[]): OpenLaw {
  return valueOf(openLaw(folders, null))
}

/** The value of a result that has one. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** The codes of a result that has none. */
export function codesOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
