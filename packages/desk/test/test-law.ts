/** The law that tests decide by: the invented town on top of the shipped law, read once. */
import { join } from 'node:path'
import { shippedLaw } from '@brightline/law-files'
import { lawInUse, type LawInUse } from '../src/case/law-in-use.ts'

export const springfield = join(import.meta.dirname, '../../../examples/springfield')

export const testLaw: LawInUse = lawInUse([shippedLaw(), springfield], null)
