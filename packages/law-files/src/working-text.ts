/** A working text: a draft in a file, which stands in place of the instrument that it names, or is a new one. */
import { placesAbove } from '@brightline/engine'
import type { Result, TextFile } from '@brightline/language'
import { problem } from './problems.ts'
import { readText } from './read-text.ts'
import { unreadable } from './regular-file.ts'

/** A working text and the instrument that it stands for. */
export interface Working {
  readonly instrument: string
  /** The place that it says it is law of. */
  readonly place: string
  /** The file as it was named. */
  readonly name: string
  readonly text: TextFile
}

/** Reads a working text. Its first line names the instrument that it replaces, or a new one. */
export function readWorking(file: string): Result<Working> {
  if (unreadable(file, Infinity)?.why === 'missing')
    return { ok: false, problems: [problem('LAW-0106', { path: file })] }
  const read = readText(file, file)
  if (!read.ok) return read
  const instrument = /^\s*instrument\s+([a-z0-9-]+(?:\/[a-z0-9-]+)*)(?=\s)/m.exec(read.value)?.[1]
  if (instrument === undefined) return { ok: false, problems: [problem('LAW-0201', { file })] }
  const place = /^\s*place\s+([a-z0-9-]+(?:\/[a-z0-9-]+)*)\s*$/m.exec(read.value)?.[1]
  if (place === undefined) return { ok: false, problems: [problem('LAW-0202', { file })] }
  return {
    ok: true,
    value: { instrument, place, name: file, text: { path: `${instrument}.policy`, text: read.value } },
  }
}

/** Gives a working text back where it binds a place; otherwise nothing of it would be seen there. */
export function workingFor(working: Working, place: string): Result<Working> {
  if (placesAbove(place).includes(working.place)) return { ok: true, value: working }
  return { ok: false, problems: [problem('LAW-0203', { file: working.name, of: working.place, place })] }
}
