/** What a file is, by its first bytes: names of files lie. */
import { openSync, readSync, closeSync } from 'node:fs'

/** The files that are read. */
export type FileKind = 'csv' | 'gzip-csv' | 'parquet' | 'arrow' | 'arrow-stream'

/** Looks at the first bytes of a file. */
export function fileKind(path: string): FileKind {
  const handle = openSync(path, 'r')
  try {
    const start = Buffer.alloc(8)
    readSync(handle, start, 0, start.length, 0)
    if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip-csv'
    if (start.toString('latin1', 0, 4) === 'PAR1') return 'parquet'
    if (start.toString('latin1', 0, 6) === 'ARROW1') return 'arrow'
    return start.readUInt32LE(0) === 0xffff_ffff ? 'arrow-stream' : 'csv'
  } finally {
    closeSync(handle)
  }
}
