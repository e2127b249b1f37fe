/**
 * What was made of law, kept in a folder: parsing costs a few hundred milliseconds and checking seconds, reading back a few.
 *
 * INVARIANT: what is read back is what was written for the same bytes by the same program. The key holds every byte that
 * it was made of and the versions; the file holds its key and the digest of its content. A file that is damaged, cut
 * short or foreign is passed over and written anew.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading, TextFile } from '@brightline/language'
import { programVersion } from './version.ts'
import { readRegularFile, textOfBytes } from './regular-file.ts'

const longestEntry = 64 * 1024 * 1024

/** So many readings are kept; the oldest goes first. */
const mostReadings = 64

/** Gives the kept reading of some files, or reads them and keeps what was found. */
export async function cached(
  folder: string | null,
  files: readonly TextFile[],
  read: (files: readonly TextFile[]) => Promise<Reading>,
): Promise<Reading> {
  const key = keyOf(files.map(({ path, text }) => JSON.stringify([path, text])))
  const kept = readKept(folder, key)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the digest says that it was kept here, for this key
  if (kept !== null) return kept as Reading
  const reading = await read(files)
  keep(folder, [[key, reading]], mostReadings)
  return reading
}

/** Makes a key of everything that a value is made of; the versions of the program are in it. */
export function keyOf(parts: readonly string[]): string {
  const hash = createHash('sha256').update(programVersion)
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Reads back what is kept under a key; null where nothing is, or where it cannot be believed. */
export function readKept(folder: string | null, key: string): unknown {
  if (folder === null) return null
  const file = join(folder, `${key}.json`)
  const read = readRegularFile(file, longestEntry)
  const text = read.ok && isOwn(file) ? textOfBytes(read.bytes) : null
  if (text === null) return null
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (text.slice(0, end) !== headOf(key, body)) return null
  return JSON.parse(body)
}

/** Keeps values under their keys, and no more than `most` in the folder. */
export function keep(
  folder: string | null,
  entries: readonly (readonly [key: string, value: unknown])[],
  most: number,
): void {
  if (folder === null || entries.length === 0) return
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const [key, value] of entries) writeEntry(join(folder, `${key}.json`), key, value)
    dropOldest(folder, most)
  } catch {
    // An installation that nobody may write to works without the cache.
  }
}

function writeEntry(file: string, key: string, value: unknown): void {
  const body = JSON.stringify(value)
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

function dropOldest(folder: string, most: number): void {
  const entries = readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.json/.test(name))
  if (entries.length <= most) return
  const byAge = entries
    .map((name) => ({ file: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => a.time - b.time)
  for (const { file } of byAge.slice(0, entries.length - most)) rmSync(file, { force: true })
}
