/** Every code that a file named on the command line can carry, once: 00 reading, 01 writing. docs/errors.md explains each. */
import type { Problem, ProblemValue } from '@brightline/language'

/** The codes with what they stand for. */
export const fileProblems = {
  'FILE-0001': 'a file that is not there',
  'FILE-0002': 'a link that leads nowhere',
  'FILE-0003': 'a folder in place of a file',
  'FILE-0004': 'something that is no file',
  'FILE-0005': 'a file that may not be read',
  'FILE-0006': 'a file that is too large',
  'FILE-0007': 'a file that is not text',
  'FILE-0008': 'a file that the disk refuses to read',

  'FILE-0101': 'no folder to write to',
  'FILE-0102': 'a file that may not be written',
  'FILE-0103': 'something in the way of a file',
  'FILE-0104': 'a file that is read by the same command',
  'FILE-0105': 'a link that leaves its folder',
  'FILE-0106': 'a file that changed meanwhile',
  'FILE-0107': 'a file that the disk refuses to write',
} as const

/** A code of this room. */
export type FileCode = keyof typeof fileProblems

/** Makes an error about a file. */
export function problem(
  code: FileCode,
  file: string,
  values: Readonly<Record<string, ProblemValue>> = {},
): Problem<FileCode> {
  return { code, severity: 'error', where: { kind: 'whole' }, values: { file, ...values } }
}
