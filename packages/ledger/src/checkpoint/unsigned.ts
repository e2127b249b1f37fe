/** Reading a checkpoint without asking who signed it, for those who only pass it on. */
import type { Result } from '../problem/problem.ts'
import { parseNote } from '../note/note.ts'
import type { Checkpoint } from './checkpoint.ts'
import { parseCheckpointText } from './checkpoint.ts'

/** Reads the checkpoint in a note, whoever signed it. */
export function readUnsignedCheckpoint(bytes: Uint8Array): Result<Checkpoint> {
  const note = parseNote(bytes)
  return note.ok ? parseCheckpointText(note.value.text) : note
}
