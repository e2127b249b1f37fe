/** What is answered where nobody names an act: one rule for the interview, for programs and for whoever takes requests in. */
import type { Vocabulary } from '@brightline/language'
import { formFact } from '../fact/condition.ts'

/** The acts of a form. */
export interface FormActs {
  /** Those that it asks by itself. */
  readonly asked: readonly string[]
  /** Those that it can ask, where somebody has to say which: they are answered once they are named. */
  readonly askable: readonly string[]
}

/**
 * The forms on which it is not printed what they ask. For them the acts of the vocabulary are what they can ask.
 *
 * A fact about the forms of a vocabulary, which a test holds against ours.
 */
export const formsThatDoNotSay: ReadonlySet<string> = new Set([
  ...['warrant-only', 'court-order', 'access-request', 'agreement', 'other-paper', 'spoken'],
])

/** Gives the acts that a form has in the vocabulary; null where there is no such form. */
export function actsOfForm({ facts }: Pick<Vocabulary, 'facts'>, form: string): readonly string[] | null {
  const type = facts.find(({ name }) => name === formFact)?.type
  if (type?.kind !== 'one-of') return null
  return type.values.find(({ name }) => name === form)?.asks ?? null
}

/** Tells what a form asks by itself, and what it can ask besides. A form that can ask one act alone asks it. */
export function askedByForm(vocabulary: Pick<Vocabulary, 'facts'>, form: string): FormActs {
  const acts = actsOfForm(vocabulary, form) ?? []
  return formsThatDoNotSay.has(form) && acts.length > 1 ? { asked: [], askable: acts } : { asked: acts, askable: [] }
}
