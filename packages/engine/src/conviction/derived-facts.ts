/** The facts that a list of convictions yields. */
import type { Conviction, Fact, Library, Result } from '@brightline/language'
import type { FactValue } from '../fact/condition.ts'
import type { FactState } from '../fact/knowledge.ts'
import { derive } from './derive.ts'

/** A fact computed from convictions: one value, or several where the record leaves it open. */
export interface DerivedFact {
  readonly fact: string
  readonly possible: readonly FactValue[]
}

/** Computes every derived fact among these; refused are the indexes of convictions that are dated after the date. */
export function deriveFacts(
  facts: readonly Fact[],
  convictions: readonly Conviction[],
  offences: Library['offences'],
  asOf: string,
): Result<readonly DerivedFact[], number> {
  const derived: DerivedFact[] = []
  for (const fact of facts) {
    if (fact.derivation === null) continue
    const result = derive(fact, convictions, offences, asOf)
    if (result.kind === 'too-late') return { ok: false, problems: result.indexes }
    derived.push({ fact: fact.name, possible: result.possible })
  }
  return { ok: true, value: derived }
}

/** Makes the state of a fact that has one of these values. */
export function stateOf(possible: readonly FactValue[]): FactState {
  const [first] = possible
  return possible.length === 1 && first !== undefined
    ? { kind: 'value', value: first }
    : { kind: 'one-of', values: possible }
}
