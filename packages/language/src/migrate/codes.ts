/** Every code that the migration of a text can carry, once. docs/errors.md explains each, and a test keeps the two together. */
import type { PolicyCode } from '../errors.ts'
import type { FileProblem } from '../problem.ts'

/** The codes with what they stand for: first what is refused, then what a person must look at. */
export const migrationProblems = {
  'POL-0701': 'a file that is of this version already',
  'POL-0702': 'a file of a version that cannot be migrated',

  'POL-0711': 'a section without an outline',
  'POL-0712': 'a label of ours that is marked read',
  'POL-0713': 'a rule that now gives a power',
  'POL-0714': 'a ceiling that may be a bar',
  'POL-0715': 'languages of which one was enough',
  'POL-0716': 'a contest that may be a suit',
} as const

/** A code of the migration. */
export type MigrationCode = keyof typeof migrationProblems

/** Something that keeps a text from being migrated, or that a person must look at: also what the checks find in it. */
export type MigrationProblem = FileProblem<PolicyCode | MigrationCode>
