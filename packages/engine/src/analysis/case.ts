/** A complete case of a space, and what the interpreter says of it. */
import type { Verdict, Vocabulary } from '@brightline/language'
import { agrees } from '../decide/reasons.ts'
import type { CompleteCase, FactValue } from '../fact/condition.ts'
import { sampleOf, type Cell, type Space } from '../fact/space.ts'
import { interpret } from '../interpret/interpret.ts'
import { rulesOf, type Stack } from '../stack/stack.ts'
import { verdictOf } from '../stack/verdict.ts'

/** What the interpreter says of one case. */
export interface CaseAnswer {
  readonly verdict: Exclude<Verdict, 'needs-facts'>
  /** Ids and citations of the live rules that say what the verdict says. */
  readonly by: readonly { readonly rule: string; readonly cite: string }[]
  /** Ids of the duties that arise. */
  readonly duties: readonly string[]
}

/** The case of a path through a diagram; where any cell will do, the plainest: no, none or never. */
export function caseOf(vocabulary: Vocabulary, space: Space, path: readonly number[]): CompleteCase {
  const derived = new Set(vocabulary.facts.flatMap(({ name, derivation }) => (derivation === null ? [] : [name])))
  return new Map(
    space.variables.map(({ name, cells }, level) => {
      const chosen = path[level] ?? -1
      const cell = chosen >= 0 ? cells[chosen] : (cells.find(({ kind }) => kind === 'never') ?? cells[0])
      if (cell === undefined) throw new Error(`the fact ${name} has no cell`)
      return [name, derived.has(name) ? sampleOfYears(cell) : sampleOf(cell)]
    }),
  )
}

/** No conviction is of the very day of the decision. */
function sampleOfYears(cell: Cell): FactValue {
  return cell.kind === 'range' ? Math.min(cell.to, Math.max(cell.from, 1)) : sampleOf(cell)
}

/** Decides a complete case by the interpreter. */
export function answerOf(stack: Stack, act: string, facts: CompleteCase): CaseAnswer {
  const { state, live, duties } = interpret(stack, act, facts)
  const verdict = verdictOf(state)
  const deciding = rulesOf(stack).filter(
    (rule) => live.has(rule.id) && rule.acts.includes(act) && agrees(rule, verdict),
  )
  return { verdict, by: deciding.map(({ id, cite }) => ({ rule: id, cite })), duties: duties.map(({ id }) => id) }
}
