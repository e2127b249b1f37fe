/** The version of the policy language, and those that it is not. */
import type { OptionalValues } from './file-problem.ts'

/** The version of the policy language; CHANGELOG.md says what each version changed. */
export const languageVersion = 2

/** Gives the values of the problem that a text is of another version: whether it is to be migrated, or is newer. */
export function otherVersion(version: number): OptionalValues {
  return { [version < languageVersion ? 'version' : 'newer']: version, current: languageVersion }
}
