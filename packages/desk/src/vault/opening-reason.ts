/** Why the vault is opened. */

/** Every reason. */
export const openingReasons = [
  'print-notice',
  'serve-notice',
  'match-paper',
  'correct-identity',
  'counsel-asks',
  'court-order',
  'enter-identity',
  'keep-paper',
  'look-at-paper',
] as const

/** One reason. */
export type OpeningReason = (typeof openingReasons)[number]
