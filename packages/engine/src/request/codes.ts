/** Every code that a request can carry, once. docs/errors.md explains each. */

/** The codes with what they stand for: FACT is what a request says of the case, REQ the rest. */
export const requestProblems = {
  'FACT-0001': 'unknown fact in a case',
  'FACT-0002': 'wrong value in a case',
  'FACT-0003': 'a protected fact in a case',
  'FACT-0004': 'facts that cannot be true together',

  'REQ-0001': 'no date',
  'REQ-0002': 'unknown agency in a request',
  'REQ-0003': 'unknown act in a request',
  'REQ-0004': 'nothing is asked',
  'REQ-0005': 'unknown form',
  'REQ-0006': 'convictions that cannot be read',
  'REQ-0007': 'times that cannot be read',
  'REQ-0009': 'a line that is no request',
  'REQ-0010': 'unknown section or instrument',
} as const

/** A code of a request. */
export type RequestCode = keyof typeof requestProblems
