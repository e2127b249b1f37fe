/** What is said of policy texts and the tables of law. */
import type { PolicyCode } from '@brightline/language'
import type { Room } from '../template.ts'
import { meaning } from './meaning.ts'
import { names } from './names.ts'
import { reading } from './reading.ts'
import { tables } from './tables.ts'
import { policyWords } from './words.ts'

/** The sentences about policy texts and tables. */
export const policy: Room<PolicyCode> = {
  sentences: { ...reading, ...names, ...meaning, ...tables },
  words: policyWords,
}
