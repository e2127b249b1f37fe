/** Files that people name to be read piece by piece, of any length. */
import { createReadStream } from 'node:fs'
import { unreadable, unreadOf } from '@brightline/law-files'
import type { Result } from '@brightline/language'
import { Refusal } from '../refusal.ts'
import { standardInput, unreadProblem } from './read-given.ts'

/** Opens a file, or standard input where it is named `-`. What cannot be read to its end ends the command. */
export function openGivenFile(file: string): Result<AsyncIterable<Buffer | string>> {
  if (file === standardInput) return { ok: true, value: process.stdin }
  const unread = unreadable(file, Infinity)
  return unread === null
    ? { ok: true, value: pieces(file) }
    : { ok: false, problems: [unreadProblem(file, unread, Infinity)] }
}

async function* pieces(file: string): AsyncGenerator<Buffer | string> {
  try {
    yield* createReadStream(file)
  } catch (error) {
    throw new Refusal([unreadProblem(file, unreadOf(file, error), Infinity)])
  }
}
