/**
 * Parsed law kept in a folder. Parsing costs a few hundred milliseconds, reading it back a few.
 *
 * INVARIANT: what is read back is what was written for the same bytes by the same program. The key holds every byte that
 * was read and the versions; the file holds its key and the digest of its content. A file that is damaged, cut short or
 * foreign is passed over and written anew.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading, TextFile } from '@brightline/language'
import { programVersion } from './version.ts'
import { readRegularFile, textOfBytes } from './regular-file.ts'

const longestEntry = 64 * 1024 * 1024

/** So many readings are kept; the oldest goes first. */
const mostEntries = 64

/** Gives the kept reading of some files, or reads them and keeps what was found. */
export async function cached(
  folder: string | null,
  files: readonly TextFile[],
  read: (files: readonly TextFile[]) => Promise<Reading>,
): Promise<Reading> {
  if (folder === null) return read(files)
  const key = keyOf(files)
  const file = join(folder, `${key}.json`)
  const kept = readEntry(file, key)
  if (kept !== null) return kept
  const reading = await read(files)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeEntry(file, key, reading)
    dropOldest(folder)
  } catch {
    // An installation that nobody may write to works without the cache.
  }
  return reading
}

function keyOf(files: readonly TextFile[]): string {
  const hash = createHash('sha256').update(programVersion)
  for (const { path, text } of files) hash.update(JSON.stringify([path, text]))
  return hash.digest('hex')
}

function readEntry(file: string, key: string): Reading | null {
  const read = readRegularFile(file, longestEntry)
  const text = read.ok && isOwn(file) ? textOfBytes(read.bytes) : null
  if (text === null) return null
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (text.slice(0, end) !== headOf(key, body)) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the digest says that `writeEntry` wrote it, for this key
  return JSON.parse(body) as Reading
}

function writeEntry(file: string, key: string, reading: Reading): void {
  const body = JSON.stringify(reading)
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, `${headOf(key, body)}\n${body}`, { mode: 0o600 })
  renameSync(temporary, file)
}

function headOf(key: string, body: string): string {
  return `brightline-law ${key} ${createHash('sha256').update(body).digest('hex')}`
}

/** A file that somebody else may write could hold any law, with a digest that fits. */
function isOwn(file: string): boolean {
  const user = process.geteuid?.()
  if (user === undefined) return true
  const { uid, mode } = statSync(file)
  return uid === user && (mode & 0o022) === 0
}

function dropOldest(folder: string): void {
  const entries = readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.json/.test(name))
  if (entries.length <= mostEntries) return
  const byAge = entries
    .map((name) => ({ file: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => a.time - b.time)
  for (const { file } of byAge.slice(0, entries.length - mostEntries)) rmSync(file, { force: true })
}
