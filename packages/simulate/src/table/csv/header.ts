/** Finds the header of CSV, and what stands between its fields. */
import { headerAmong, mostTitleRows, type HeaderRow } from '../header.ts'
import { fieldsOf, lineFeed, recordEnd } from './records.ts'

/** The demands on a table before it is read. */
export interface CsvWanted {
  /** The columns that will be read. */
  readonly columns: readonly string[]
  /** The expected delimiter; null where the file has to say. */
  readonly delimiter: string | null
}

/** A header of CSV. */
export interface CsvHeader extends HeaderRow {
  readonly delimiter: string
  /** The beginning of the records, in bytes. */
  readonly end: number
}

const delimiters = [',', ';', '\t', '|'] as const

/** Finds the header in the first bytes; null where they hold no whole line. `isEnd` where there are no more bytes. */
export function findHeader(bytes: Buffer, wanted: CsvWanted, isEnd: boolean): CsvHeader | null {
  const hint = wanted.delimiter === null ? [] : [wanted.delimiter]
  const candidates = [...hint, ...delimiters.filter((one) => one !== wanted.delimiter)].flatMap((delimiter) => {
    const header = headerBy(bytes, wanted.columns, delimiter, isEnd)
    return header === null ? [] : [header]
  })
  return candidates.reduce<CsvHeader | null>((best, one) => (best === null || isBetter(one, best) ? one : best), null)
}

/** Prefers more wanted columns; where none was found, more fields, so that a wrong mapping shows a true header. */
function isBetter(one: CsvHeader, best: CsvHeader): boolean {
  if (one.found !== best.found) return one.found > best.found
  return one.found === 0 && one.columns.length > best.columns.length
}

function headerBy(bytes: Buffer, columns: readonly string[], delimiter: string, isEnd: boolean): CsvHeader | null {
  const rows: (readonly string[])[] = []
  const ends: number[] = []
  let from = 0
  // Each line may begin the header: a quote in a title must not swallow what stands below it.
  while (from < bytes.length && rows.length < mostTitleRows) {
    const end = recordEnd(bytes, from, delimiter.charCodeAt(0))
    if (end < 0 && !isEnd) break
    const record = bytes.subarray(from, end < 0 ? bytes.length : end).toString()
    rows.push(fieldsOf(record.replace(/\r?\n$/, ''), delimiter))
    ends.push(end < 0 ? bytes.length : end)
    const stop = bytes.indexOf(lineFeed, from)
    from = stop < 0 ? bytes.length : stop + 1
  }
  const header = headerAmong(rows, columns)
  return header === null ? null : { ...header, delimiter, end: ends[header.row] ?? bytes.length }
}
