/** The type of a question, apart from the code that chooses one. */
import type { Texts } from '@brightline/language'
import type { FactValue } from '../fact/condition.ts'

/** An answer that can be chosen; its label is null for `yes`, `no` and `never`, which every law has. */
export interface Answer {
  readonly value: FactValue
  readonly label: Texts | null
}

/** A fact that can still change an answer, and the answers that may be given. */
export interface Question {
  readonly fact: string
  /** As the vocabulary asks it; null for the agency, which every law asks alike. */
  readonly question: Texts | null
  /** The answers that can be chosen; empty where a number or a date is typed. */
  readonly answers: readonly Answer[]
  readonly knownBy: Texts | null
  /** The citation that forces a protected fact to be asked, or null. */
  readonly forcedBy: string | null
}
