/** Law as it was read. */
import type { FileProblem, Library } from '@brightline/language'

/** Law as it was read. The library lacks what could not be: look at the problems before you rely on it. */
export interface LawReading {
  readonly library: Library
  /** About files and folders that cannot be read, and about what the texts say. */
  readonly problems: readonly FileProblem[]
}
