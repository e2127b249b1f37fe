/** Every code that a request can carry, once, each for one situation. docs/errors.md explains each. */

/** The codes with what they stand for: FACT is what a request says of the case, REQ the rest. An unknown place is a code of law files. */
export const requestProblems = {
  'FACT-0001': 'unknown fact in a case',
  'FACT-0002': 'a choice that a fact does not have',
  'FACT-0003': 'a protected fact in a case',
  'FACT-0004': 'facts that cannot be true together',
  'FACT-0005': 'facts that leave no case',
  'FACT-0006': 'neither yes nor no',
  'FACT-0007': 'a number that a fact cannot have',
  'FACT-0008': 'a fact that is no date',

  'REQ-0001': 'a date of the law that is no date',
  'REQ-0002': 'unknown agency in a request',
  'REQ-0003': 'unknown act in a request',
  'REQ-0004': 'nothing is asked',
  'REQ-0005': 'unknown form',
  'REQ-0006': 'a conviction without its offence or date',
  'REQ-0007': 'unknown event',
  'REQ-0009': 'text that is no JSON',
  'REQ-0011': 'unknown key of a request',
  'REQ-0012': 'a part of a request of the wrong type',
  'REQ-0013': 'something said twice, and differently',
  'REQ-0014': 'another version of the request',
  'REQ-0015': 'a line that is too long',
  'REQ-0017': 'no place',
  'REQ-0018': 'a date of another age',
  'REQ-0019': 'law that is too large to be decided',
  'REQ-0020': 'a part of a conviction that cannot be read',
  'REQ-0021': 'a conviction after the date of the law',
  'REQ-0022': 'a fact that the convictions rule out',
  'REQ-0023': 'a time that cannot be read',
  'REQ-0024': 'a time of another age',
  'REQ-0025': 'a time that did not exist',
  'REQ-0026': 'a time that came twice',
  'REQ-0027': 'an offset of another zone',
  'REQ-0028': 'a key given twice',
  'REQ-0029': 'a fact beside the parts of a request',
  'REQ-0030': 'a date without a time',
  'REQ-0031': 'no date of the law',
} as const

/** A code of a request. */
export type RequestCode = keyof typeof requestProblems
