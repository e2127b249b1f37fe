/** Tables of cells between commas, as the sources of the atlas have them. */
import { readFileSync } from 'node:fs'

/** Reads a table as one record a line. */
export function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...body] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/).map(cellsOf)
  return body.map((cells) => Object.fromEntries(head.map((column, at) => [column, cells[at] ?? ''])))
}

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )
}
