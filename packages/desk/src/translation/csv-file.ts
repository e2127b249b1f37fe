/** A translation as a table: the key, the English, and the language, whose code is the name of its column. */
import { csvText } from '@brightline/wording'
import { CsvError, parse } from 'csv-parse/sync'
import { unreadable, type FilePhrase, type Place, type RawFile } from './file-phrase.ts'

/** Writes the table. The mark at its beginning tells spreadsheets that it is Unicode. */
export function printCsv(lang: string, phrases: readonly Omit<FilePhrase, 'place'>[]): string {
  const rows = phrases.map(({ key, english, text }) => [key, english, text])
  return `\uFEFF${csvText([['key', 'english', lang], ...rows])}`
}

/** Reads the table, whichever of three signs a spreadsheet put between its cells. */
export function readCsv(text: string): RawFile {
  const delimiter = /^\uFEFF?"?key"?([,;\t])/.exec(text)?.[1]
  if (delimiter === undefined) return unreadable('malformed', rowAt(0), text.slice(0, 60))
  const rows = rowsOf(text, delimiter)
  if ('line' in rows) return unreadable('malformed', { unit: 'line', at: rows.line })
  const [head = [], ...body] = rows
  const [, english, lang = '', ...more] = head
  if (english !== 'english' || more.some((cell) => cell !== ''))
    return unreadable('malformed', rowAt(0), head.join(','))
  const phrases: FilePhrase[] = []
  for (const [at, cells] of body.entries()) {
    const [key = '', source = '', target = '', ...rest] = cells
    if (cells.every((cell) => cell.trim() === '')) continue
    if (cells.length < 3 || rest.some((cell) => cell.trim() !== ''))
      return unreadable('malformed', rowAt(at + 1), cells.join(delimiter))
    phrases.push({ key, english: source, text: target, place: rowAt(at + 1) })
  }
  return { kind: 'phrases', lang, end: rowAt(rows.length - 1), phrases }
}

function rowAt(index: number): Place {
  return { unit: 'row', at: index + 1 }
}

function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] | { readonly line: number } {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line: unknown = 'lines' in error ? error.lines : 1
    return { line: typeof line === 'number' ? line : 1 }
  }
}
