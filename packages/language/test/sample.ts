/** The library of an invented state, small enough to read: every test policy stands on it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextFile } from '../src/index.ts'

/** Every policy and table under a folder, by its path there. */
export function filesUnder(folder: string): readonly TextFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(policy|csv)$/.test(path))
    .toSorted()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
}

/** Words, places, a calendar and an offence table; no instrument. */
export const sample: readonly TextFile[] = filesUnder(join(import.meta.dirname, 'sample'))

/** Where the library of real law stands. */
export const lawFolder: string = join(import.meta.dirname, '../../../law')

/** The policy texts that a page of documentation shows. */
export function policyBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```policy\n(.*?)^```$/gms)].map(([, text = '']) => text)
}

/** Data without the places where it stands in files. */
export function withoutPositions(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'position' ? undefined : inner)))
}

/** The header of an instrument of the sample; what follows it is up to the test. */
export const header = `language 2 instrument us/xx/test-act "Test Act"
  cite "Ex. Code ch. 30"
  rank state
  place us/xx
  binds police, sheriff or jail
  source code "Ex. Code ch. 30" "https://example.gov/code/30" read 2026-11-22
  effective 2018-01-01 "Laws 2017, ch. 495"
`

/** A text of a page with the characters that the page writes out, since they would not show: `\u{202e}`. */
export function withCharacters(text: string): string {
  return text.replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
