/** The type of a question, apart from the code that chooses one. */
import type { Texts } from '@brightline/language'
import type { FactValue } from '../fact/condition.ts'

/** A fact that can still change an answer, and the answers that may be given. */
export interface Question {
  readonly fact: string
  readonly question: Texts
  readonly answers: readonly { readonly value: FactValue | null; readonly label: Texts }[]
  readonly knownBy: string | null
  /** The citation that forces a protected fact to be asked, or null. */
  readonly forcedBy: string | null
}
