/** What is said of policy texts and the tables of law. */
import type { PolicyCode } from '@brightline/language'
import type { Room } from '../template.ts'
import { authority } from './authority.ts'
import { effect } from './effect.ts'
import { meaning } from './meaning.ts'
import { names } from './names.ts'
import { outline } from './outline.ts'
import { reading } from './reading.ts'
import { signs } from './signs.ts'
import { tables } from './tables.ts'
import { policyWords } from './words.ts'

/** The sentences about policy texts and tables. */
export const policy: Room<PolicyCode> = {
  sentences: { ...reading, ...names, ...meaning, ...outline, ...effect, ...authority, ...signs, ...tables },
  words: policyWords,
}
