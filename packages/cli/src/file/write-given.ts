/**
 * Files that people name to be written: whole or not at all, and never over what the same command reads.
 *
 * INVARIANT: a reader sees the old file or the new one, never half of it, and a write that fails leaves everything as it was.
 */
import { randomUUID } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { unreadOf } from '@brightline/law-files'
import type { Result } from '@brightline/language'
import { problem, type FileCode } from './problems.ts'

type Written = Result<null>

/** Writes a file, new or in place of the one that is there. `inputs` are the files that the command reads. */
export function writeGivenFile(file: string, content: string | Uint8Array, inputs: readonly string[]): Written {
  const there = statOf(file, lstatSync)
  if (there === null) return replace({ file, content, stats: null })
  const stats = statOf(file, statSync)
  // A link that leads nowhere, a folder, a pipe or a device: what is written there would not be there afterwards.
  if (stats === null || !stats.isFile()) return refused('FILE-0103', file)
  const isInput = inputs.some((input) => isSame(stats, statOf(input, statSync)))
  return isInput ? refused('FILE-0104', file) : replace({ file, content, stats })
}

/**
 * Writes a text in place of the one that was read from a file, and keeps the rights of the file. A link stays: the file
 * that it leads to is written, where it lies in the folder.
 */
export function rewriteFile(file: string, folder: string, before: string, text: string): Written {
  const stats = statOf(file, statSync)
  if (stats === null) return refused('FILE-0106', file)
  return isInside(file, folder) ? replace({ file, content: text, stats, before }) : refused('FILE-0105', file)
}

/** Tells whether what a path leads to lies in a folder. */
function isInside(file: string, folder: string): boolean {
  const root = realpathSync(folder)
  return realpathSync(file).startsWith(root.endsWith(sep) ? root : `${root}${sep}`)
}

interface Writing {
  readonly file: string
  readonly content: string | Uint8Array
  /** Of the file that is there; null where there is none. */
  readonly stats: Stats | null
  /** The text that the file must still hold. */
  readonly before?: string
}

function replace({ file, content, stats, before }: Writing): Written {
  let temporary: string | null = null
  try {
    const target = stats === null ? join(realpathSync(dirname(file)), basename(file)) : realpathSync(file)
    if (stats !== null) accessSync(target, constants.W_OK)
    temporary = `${target}.${randomUUID()}.new`
    writeNew(temporary, content, stats)
    if (before !== undefined && readFileSync(target, 'utf8').replace(/^\uFEFF/, '') !== before) {
      rmSync(temporary)
      return refused('FILE-0106', file)
    }
    renameSync(temporary, target)
    return { ok: true, value: null }
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true })
    return unwritten(file, error)
  }
}

function writeNew(file: string, content: string | Uint8Array, like: Stats | null): void {
  const handle = openSync(file, 'wx', like === null ? 0o666 : 0o600)
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (like === null) return
  // Whoever writes somebody else's file leaves it to them.
  if (process.geteuid?.() !== like.uid) chownSync(file, like.uid, like.gid)
  chmodSync(file, like.mode & 0o7777)
}

function unwritten(file: string, error: unknown): Written {
  const unread = unreadOf(file, error)
  switch (unread.why) {
    case 'missing':
    case 'broken-link':
      return refused('FILE-0101', file)
    case 'not-allowed':
      return refused('FILE-0102', file)
    case 'folder':
    case 'not-a-file':
    case 'too-large':
      return refused('FILE-0103', file)
    case 'refused':
      return { ok: false, problems: [problem('FILE-0107', file, { reason: unread.reason })] }
  }
}

function refused(code: FileCode, file: string): Written {
  return { ok: false, problems: [problem(code, file)] }
}

function statOf(file: string, stat: (file: string) => Stats): Stats | null {
  try {
    return stat(file)
  } catch {
    return null
  }
}

function isSame(one: Stats, other: Stats | null): boolean {
  return other !== null && one.dev === other.dev && one.ino === other.ino
}
