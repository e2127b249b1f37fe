/**
 * The code of every situation in which a note, a proof, a log or a witness can fail, with the names of its values.
 *
 * Codes are stable: one that is no longer given is not used again. The sentences are in `wording/english.ts`.
 */
export const codes = {
  // note/, signature/
  'LOG-0101': [],
  'LOG-0102': [],
  'LOG-0103': [],
  'LOG-0104': ['name'],
  'LOG-0105': [],
  'LOG-0106': [],
  'LOG-0107': [],
  'LOG-0108': [],
  'LOG-0109': ['name'],
  // checkpoint/
  'LOG-0201': [],
  'LOG-0202': ['origin', 'expected'],
  'LOG-0203': ['size', 'seen'],
  'LOG-0204': ['size', 'seen'],
  'LOG-0205': ['size'],
  'LOG-0206': [],
  'LOG-0207': ['origin'],
  'LOG-0209': [],
  // merkle/
  'LOG-0301': [],
  'LOG-0302': [],
  'LOG-0303': ['index', 'size'],
  'LOG-0304': [],
  // tiles/, fsck/, mirror/
  'LOG-0401': ['width', 'length'],
  'LOG-0402': [],
  'LOG-0403': [],
  'LOG-0404': ['entry', 'hash', 'tile'],
  'LOG-0405': ['entry'],
  'LOG-0406': ['found', 'width'],
  'LOG-0407': ['hash', 'tile'],
  'LOG-0408': [],
  'LOG-0409': ['wide'],
  'LOG-0410': ['entry', 'bundle'],
  'LOG-0411': ['first', 'last'],
  // policy/
  'LOG-0501': [],
  'LOG-0502': ['count'],
  'LOG-0503': [],
  'LOG-0504': [],
  'LOG-0505': [],
  'LOG-0506': [],
  'LOG-0507': [],
  'LOG-0508': [],
  'LOG-0509': [],
  'LOG-0510': [],
  'LOG-0511': [],
  'LOG-0512': [],
  'LOG-0513': [],
  'LOG-0514': [],
  'LOG-0515': [],
  'LOG-0516': [],
  // proof/
  'LOG-0601': [],
  // entry/, receipt/
  'LOG-0701': ['field'],
  'LOG-0702': [],
  'LOG-0703': [],
  'LOG-0704': ['entry', 'place', 'serial', 'last'],
  'LOG-0705': [],
  'LOG-0706': [],
  'LOG-0707': [],
  'LOG-0708': [],
  'LOG-0709': [],
  'LOG-0710': [],
  'LOG-0711': [],
  'LOG-0712': [],
  'LOG-0713': ['entry', 'place'],
  'LOG-0714': [],
  'LOG-0715': [],
  'LOG-0716': [],
  // log/, files/, postgres/
  'LOG-0801': ['reason'],
  'LOG-0802': [],
  'LOG-0803': [],
  'LOG-0804': [],
  'LOG-0805': [],
  'LOG-0806': ['seconds'],
  'LOG-0807': ['at'],
  'LOG-0808': [],
  'LOG-0809': ['first', 'last'],
  'LOG-0810': ['entry'],
  'LOG-0811': [],
  // witness/
  'LOG-0901': ['name', 'status'],
  'LOG-0902': ['name'],
  'LOG-0903': [],
  'LOG-0904': ['name'],
  'LOG-0905': ['name', 'size', 'known'],
  'LOG-0906': ['name', 'size'],
} as const

/** One of the stable codes. */
export type LedgerCode = keyof typeof codes

/** Codes of what does not keep the log from going on. */
export const warnings: ReadonlySet<LedgerCode> = new Set(['LOG-0806', 'LOG-0902'])
