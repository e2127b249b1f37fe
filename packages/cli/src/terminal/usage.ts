/** Every code of wrong use of the command line, once: 00 words and numbers, 01 flags, 02 the log, 03 the parser. docs/errors.md explains each. */
import type { ProblemValue } from '@brightline/language'
import { Refusal } from '../refusal.ts'

/** The codes with what they stand for. */
export const usageProblems = {
  'USE-0001': 'an unknown word',
  'USE-0002': 'an unknown language',
  'USE-0003': 'a language that the law does not speak',
  'USE-0004': 'not a number',
  'USE-0005': 'not the index of an entry',
  'USE-0006': 'a name that SQL cannot take',

  'USE-0101': 'a flag that is given twice',
  'USE-0102': 'flags that exclude each other',
  'USE-0103': 'flags that belong together',
  'USE-0104': 'a flag without its subject',
  'USE-0105': 'a pair without its sign',
  'USE-0106': 'only one side',
  'USE-0107': 'no data set',
  'USE-0108': 'a public report about several acts',
  'USE-0109': 'a window that ends before it begins',
  'USE-0110': 'too few or too many policies',
  'USE-0111': 'nothing to prove',
  'USE-0112': 'no terminal',
  'USE-0113': 'a terminal in place of data',
  'USE-0114': 'more than one file',
  'USE-0115': 'no such file or folder',
  'USE-0116': 'not a policy file',
  'USE-0117': 'a name to search and a place to look around',

  'USE-0201': 'the record of another decision',
  'USE-0202': 'no key there',
  'USE-0203': 'the key of a log in place of that of a witness',
  'USE-0204': 'a port that cannot be listened on',
  'USE-0205': 'not a case key',
  'USE-0206': 'too much at once',
  'USE-0207': 'input that is not text',
  'USE-0208': 'not an act of a decision',
  'USE-0209': 'no trusted key',
  'USE-0210': 'a malformed web address',
  'USE-0211': 'a web address with more than a place',
  'USE-0212': 'a malformed address of a database',
  'USE-0213': 'a secret receipt without a file',
  'USE-0214': 'a file that is there already',
  'USE-0215': 'a receipt that cannot be written',
  'USE-0216': 'a proof without its entry',
  'USE-0217': 'a request that was not decided',
  'USE-0218': 'an old decision document',
  'USE-0219': 'not a decision document',
  'USE-0220': 'a document without a decision',
  'USE-0221': 'not one document',
  'USE-0222': 'a part of another kind',

  'USE-0301': 'an unknown flag',
  'USE-0302': 'an unknown command',
  'USE-0303': 'a flag without its value',
  'USE-0304': 'a missing argument',
  'USE-0305': 'too many arguments',
  'USE-0306': 'a missing flag',
  'USE-0307': 'wrong use',
} as const

/** A code of this room. */
export type UsageCode = keyof typeof usageProblems

/** Makes the end of a command that was used wrongly. Values that are undefined or null are left out. */
export function wrongUse(
  code: UsageCode,
  values: Readonly<Record<string, ProblemValue | null | undefined>> = {},
): Refusal {
  const known = Object.entries(values).filter(
    (entry): entry is [string, ProblemValue] => entry[1] !== null && entry[1] !== undefined,
  )
  return new Refusal([{ code, severity: 'error', where: { kind: 'whole' }, values: Object.fromEntries(known) }])
}
