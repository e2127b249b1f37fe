/** The decider and the limits, case by case, as a diagram. */
import type { Rule } from '@brightline/language'
import type { Terms } from '../decide/terms.ts'
import { compileLive, type CompiledAct } from '../diagram/compile.ts'
import { leaf, type Diagram } from '../diagram/store.ts'
import { rulesFor } from '../interpret/interpret.ts'
import { verdictOf } from '../stack/verdict.ts'

/** Terms on which an act is permitted or required. */
export interface TermsOf extends Terms {
  readonly verdict: 'permitted' | 'required'
}

/** Numbers terms; equal ones have one number, and 0 stands for none. */
export class TermsTable {
  readonly #all: TermsOf[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(terms: TermsOf): number {
    const key = JSON.stringify([terms.verdict, deciderKey(terms), limitsKey(terms)])
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#all.push(terms))
    return this.#all.length
  }

  at(number: number): TermsOf | null {
    return this.#all[number - 1] ?? null
  }
}

/** Names who decides; another translation is the same decider. */
export function deciderKey({ decider }: Terms): string | null {
  return decider?.en ?? null
}

/** Writes limits down so that equal sets are equal texts. */
export function limitsKey({ limits }: Terms): string {
  return limits
    .map((limit) => JSON.stringify(limit))
    .sort()
    .join()
}

/**
 * Numbers the terms of each case; 0 where the act is neither permitted nor required. Contested rules count, as they do
 * in the terms of a decision.
 */
export function compileTerms(compiled: CompiledAct, within: Diagram, table: TermsTable): Diagram {
  const { store, stack, act, diagram, leaves } = compiled
  const bare = store.map(diagram, (value) => {
    const at = leaves[value]
    const verdict = at?.kind === 'answer' ? verdictOf(at.state) : null
    return verdict === 'permitted' || verdict === 'required'
      ? table.numberOf({ verdict, decider: null, limits: [] })
      : 0
  })
  const standings = stack.layers.flatMap(({ instruments }) => instruments)
  return standings.reduce((terms, standing) => {
    const rules = rulesFor(standing, act, [])
    if (!rules.some(setsTerms)) return terms
    const live = compileLive(compiled, rules, within)
    return rules.filter(setsTerms).reduce((so, rule) => {
      const where = live.get(rule.id) ?? leaf(0)
      return store.apply(so, where, (number, isLive) => (isLive === 0 ? number : withRule(table, number, rule)))
    }, terms)
  }, bare)
}

/** Tells whether a rule says who decides or for how long. */
export function setsTerms({ decider, limit }: Rule): boolean {
  return decider !== null || limit !== null
}

/** Adds what a live rule sets. Rules come from the top of the stack: the lowest names who decides. */
function withRule(table: TermsTable, number: number, { modal, decider, limit }: Rule): number {
  const terms = table.at(number)
  if (terms === null || modal !== (terms.verdict === 'permitted' ? 'may' : 'must')) return number
  const known = terms.limits.map((one) => JSON.stringify(one))
  return table.numberOf({
    verdict: terms.verdict,
    decider: terms.verdict === 'permitted' ? (decider ?? terms.decider) : null,
    limits: limit === null || known.includes(JSON.stringify(limit)) ? terms.limits : [...terms.limits, limit],
  })
}
