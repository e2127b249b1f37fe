/** Every code that a law folder, a working text or the name of a place can carry, once. docs/errors.md explains each. */
import { fileProblem, type FileProblem, type Problem, type ProblemValue } from '@brightline/language'

/** The codes with what they stand for: POL-06 files of law, LAW-01 folders and places, LAW-02 working texts and claims, LAW-03 standard cases. */
export const lawFileProblems = {
  'POL-0601': 'a file is too large',
  'POL-0602': 'a file is not text',
  'POL-0603': 'a link that leads nowhere',
  'POL-0604': 'a folder with the name of a file',
  'POL-0605': 'a file or folder that may not be read',
  'POL-0606': 'something that is no file',
  'POL-0607': 'a file that the disk refuses',
  'POL-0608': 'a link that leads back to the law',

  'LAW-0101': 'a place that is not encoded',
  'LAW-0102': 'a name of several places',
  'LAW-0103': 'law with errors',
  'LAW-0104': 'no such law folder',
  'LAW-0105': 'a law folder that is no folder',
  'LAW-0106': 'a file or folder that is not there',
  'LAW-0107': 'a file or folder outside the law',
  'LAW-0108': 'a law folder without a place',
  'LAW-0109': 'a folder too large to be law',
  'LAW-0110': 'a law where a place is named',
  'LAW-0111': 'a name of several places that are not encoded',
  'LAW-0112': 'a ZIP code where a place is named',
  'LAW-0113': 'a tribe where a place is named',

  'LAW-0201': 'a working text that names no instrument',
  'LAW-0202': 'a working text that names no place',
  'LAW-0203': 'a working text that does not bind the place',
  'LAW-0204': 'not a claim',

  'LAW-0301': 'law without standard cases',
  'LAW-0302': 'situations that cannot be read',
  'LAW-0303': 'an answer to a situation that nobody wrote',
  'LAW-0304': 'a situation without an answer',
  'LAW-0305': 'a situation with two answers on one date',
  'LAW-0306': 'an end that is no time',

  'REQ-0008': 'unknown place in a request',
} as const

/** A code of this room. */
export type LawFileCode = keyof typeof lawFileProblems

/** Something wrong with a file of law. */
export type LawFileProblem = FileProblem<LawFileCode>

/** Makes an error about a whole file of law. The path of a folder ends with `/`. */
export function problemWithFile(
  code: LawFileCode,
  file: string,
  values: Readonly<Record<string, ProblemValue>> = {},
): LawFileProblem {
  return problemOnLine(code, { file, line: 1 }, values)
}

/** Makes an error about a line of a file of law. */
export function problemOnLine(
  code: LawFileCode,
  place: { readonly file: string; readonly line: number },
  values: Readonly<Record<string, ProblemValue>> = {},
): LawFileProblem {
  return fileProblem(code, { ...place, column: 1 }, values)
}

/** Makes an error about what was given as a whole. Values that are null are left out. */
export function problem(
  code: LawFileCode,
  values: Readonly<Record<string, ProblemValue | null>> = {},
): Problem<LawFileCode> {
  const known = Object.entries(values).filter((entry): entry is [string, ProblemValue] => entry[1] !== null)
  return { code, severity: 'error', where: { kind: 'whole' }, values: Object.fromEntries(known) }
}
