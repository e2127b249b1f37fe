/**
 * The file of a backup: lines, compressed. The first says what it is, then each table follows with its rows as COPY writes
 * them, and the last holds the hash of all before it.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { Obstacle, reasonOf } from '../obstacle.ts'

const Header = Type.Object({
  format: Type.Literal('brightline-backup'),
  version: Type.Literal(1),
  madeAt: Type.String(),
  /** The number of the newest migration that the tables had. */
  migration: Type.Integer({ minimum: 1 }),
})

/** What a backup is. */
export interface BackupHeader {
  readonly format: 'brightline-backup'
  readonly version: 1
  readonly madeAt: string
  readonly migration: number
}

const Table = Type.Object({
  table: Type.String({ pattern: '^[a-z0-9_]+[.][a-z0-9_]+$' }),
  columns: Type.Array(Type.String({ pattern: '^[a-z0-9_]+$' }), { minItems: 1 }),
})

/** A table of a backup, before its rows. */
export interface BackupTable {
  readonly table: string
  readonly columns: readonly string[]
}

/** What a reader finds, in order. */
export type BackupPart =
  | { readonly kind: 'table'; readonly table: BackupTable }
  /** One row with the end of its line. */
  | { readonly kind: 'row'; readonly line: Buffer }
  | { readonly kind: 'end-of-table' }

/** The line after the rows of a table. No row looks like it: COPY doubles what is behind a backslash. */
export const endOfRows: string = String.raw`\.`

/** Writes a backup: beside its place, and there when it is whole and on disk. */
export async function writeBackup(file: string, lines: AsyncIterable<Buffer>): Promise<void> {
  const unfinished = `${file}.${process.pid}`
  try {
    await pipeline(
      Readable.from(withHash(lines)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }),
    )
    const written = await open(unfinished, 'r+')
    await written.sync()
    await written.close()
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function* withHash(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const line of lines) {
    hash.update(line)
    yield line
  }
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`)
}

/** Reads a whole backup, and throws an obstacle where it is not one, or not whole. Nothing of it is used before. */
export async function checkBackup(file: string): Promise<BackupHeader> {
  const hash = createHash('sha256')
  let first: Buffer | null = null
  let last: Buffer | null = null
  try {
    for await (const line of linesOf(file)) {
      if (last !== null) hash.update(last)
      first ??= line
      last = line
    }
  } catch (error) {
    throw new Obstacle('backup-unreadable', { file, why: reasonOf(error) })
  }
  const header = parse(first)
  const trailer = parse(last)
  if (!Value.Check(Header, header)) throw new Obstacle('backup-unreadable', { file, why: 'it is no backup of a desk' })
  const wanted = JSON.stringify({ sha256: hash.digest('hex') })
  if (JSON.stringify(trailer) !== wanted)
    throw new Obstacle('backup-unreadable', { file, why: 'it was cut or altered' })
  return header
}

/** Reads the tables and rows of a backup that was checked. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  let isInTable = false
  let at = 0
  for await (const line of linesOf(file)) {
    at += 1
    if (at === 1) continue
    if (isInTable && line.equals(endLine)) {
      isInTable = false
      yield { kind: 'end-of-table' }
    } else if (isInTable) yield { kind: 'row', line }
    else {
      const table = parse(line)
      if (!Value.Check(Table, table)) return
      isInTable = true
      yield { kind: 'table', table }
    }
  }
}

const endLine = Buffer.from(`${endOfRows}\n`)

function parse(line: Buffer | null): unknown {
  try {
    return line === null ? null : JSON.parse(line.toString('utf8'))
  } catch {
    return null
  }
}

/** Gives the lines of a compressed file, each with its end. What has no end at the end of the file is given too. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(file)
  const plain = createGunzip()
  stream.on('error', (error) => plain.destroy(error))
  let rest: Buffer[] = []
  for await (const chunk of stream.pipe(plain)) {
    let bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      yield Buffer.concat([...rest, bytes.subarray(0, end + 1)])
      rest = []
      bytes = bytes.subarray(end + 1)
    }
    if (bytes.length > 0) rest.push(bytes)
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
