/** The modals of rules, and which of them cannot stand together. */
import type { Modal } from './policy.ts'

/** Each modal as the grammar reads it, without spaces. */
const modalByWords: Readonly<Record<string, Modal>> = {
  must: 'must',
  mustnot: 'must-not',
  may: 'may',
  neednot: 'need-not',
  nobodymayforbid: 'nobody-may-forbid',
  nothinghereforbids: 'not-forbidden',
}

/**
 * Gives the modal that a rule's words say.
 *
 * @example
 * modalOf('neednot') // => 'need-not'
 */
export function modalOf(words: string): Modal {
  return modalByWords[words] ?? 'must-not'
}

/** By modal, the modals of one instrument that say the opposite of it. */
const opposites: Readonly<Record<Modal, readonly Modal[]>> = {
  must: ['must-not', 'may', 'need-not'],
  'must-not': ['must', 'may', 'nobody-may-forbid', 'not-forbidden'],
  may: ['must', 'must-not'],
  'need-not': ['must'],
  'nobody-may-forbid': ['must-not'],
  'not-forbidden': ['must-not'],
}

/** Tells whether two rules of one instrument cannot both be followed, or one takes back what the other says. */
export function isOpposite(one: Modal, other: Modal): boolean {
  return opposites[one].includes(other)
}
