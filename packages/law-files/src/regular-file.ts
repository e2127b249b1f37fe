/**
 * Files as they really lie on a disk. A path may lead to a pipe that never ends, a folder, a device, or nowhere: each is
 * told by name, and nothing is opened that could wait or do something.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from 'node:fs'

/** Why a file was not read. */
export type Unread =
  | { readonly why: 'missing' | 'broken-link' | 'folder' | 'not-a-file' | 'not-allowed' }
  | { readonly why: 'too-large'; readonly bytes: number }
  /** The disk gives another reason, by the code of the system. */
  | { readonly why: 'refused'; readonly reason: string }

/** The bytes of a file, or why there are none. */
export type ReadBytes =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly unread: Unread }

/** Reads a file whole. Anything but a regular file is told, and so is one with more bytes than `longest`. */
export function readRegularFile(file: string, longest: number): ReadBytes {
  const unread = unreadable(file, longest)
  if (unread !== null) return { ok: false, unread }
  try {
    // The path may lead elsewhere by now: what was opened is looked at again, and opening a pipe does not wait.
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return readOpened(handle, longest)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    return { ok: false, unread: unreadOf(file, error) }
  }
}

/** Tells why a path cannot be read as a file, without opening it; null where nothing speaks against it. */
export function unreadable(file: string, longest: number): Unread | null {
  try {
    return unfit(statSync(file), longest)
  } catch (error) {
    return unreadOf(file, error)
  }
}

/** Tells why a folder cannot be listed, or a file not opened, from the error of the system. */
export function unreadOf(file: string, error: unknown): Unread {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (reason === 'ENOENT' || reason === 'ELOOP') return { why: isLink(file) ? 'broken-link' : 'missing' }
  // A part of the path is a file: what would lie in it is missing.
  if (reason === 'ENOTDIR') return { why: 'missing' }
  if (reason === 'EISDIR') return { why: 'folder' }
  return reason === 'EACCES' || reason === 'EPERM' ? { why: 'not-allowed' } : { why: 'refused', reason }
}

/** Tells whether bytes are UTF-8 text without NUL, and gives the text without its byte-order mark; null where they are not. */
export function textOfBytes(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

interface Stats {
  readonly size: number
  readonly isFile: () => boolean
  readonly isDirectory: () => boolean
}

function unfit(stats: Stats, longest: number): Unread | null {
  if (stats.isDirectory()) return { why: 'folder' }
  if (!stats.isFile()) return { why: 'not-a-file' }
  return stats.size > longest ? { why: 'too-large', bytes: stats.size } : null
}

function readOpened(handle: number, longest: number): ReadBytes {
  const stats = fstatSync(handle)
  const unread = unfit(stats, longest)
  if (unread !== null) return { ok: false, unread }
  // A file may say less than it holds, or grow meanwhile: what counts is what is read.
  const parts: Uint8Array[] = []
  let length = 0
  while (length <= longest) {
    const part = new Uint8Array(Math.max(stats.size - length, 0) + 1024)
    const got = readSync(handle, part, 0, part.length, null)
    if (got === 0) return { ok: true, bytes: Buffer.concat(parts, length) }
    parts.push(part.subarray(0, got))
    length += got
  }
  return { ok: false, unread: { why: 'too-large', bytes: length } }
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink()
  } catch {
    return false
  }
}
