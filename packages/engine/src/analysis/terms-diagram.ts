/** The terms of the answer, case by case, as a diagram. */
import type { Rule, Verdict } from '@brightline/language'
import { distinctLimits, joinedTexts, termsOf, type Terms } from '../decide/terms.ts'
import { compileCounsel, compileLive, type CompiledAct } from '../diagram/compile.ts'
import { leaf, type Diagram } from '../diagram/store.ts'
import { rulesFor } from '../interpret/interpret.ts'
import type { Standing } from '../stack/layer.ts'
import { agrees } from '../stack/agrees.ts'
import { verdictOf } from '../stack/verdict.ts'

/** The terms of an answer; a conflict has none. */
export interface TermsOf extends Terms {
  readonly verdict: Exclude<Verdict, 'needs-facts' | 'conflict'>
}

/** Numbers terms; equal ones have one number, and 0 stands for none. */
export class TermsTable {
  readonly #all: TermsOf[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(terms: TermsOf): number {
    const key = JSON.stringify([terms.verdict, decidersKey(terms), limitsKey(terms), counselKey(terms)])
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
export function decidersKey({ deciders }: Terms): string {
  return deciders.map(({ en }) => en).join('; ')
}

/** Writes the reasons to ask counsel down so that equal sets are equal texts. */
export function counselKey({ counsel }: Terms): string {
  return counsel
    .map(({ en }) => en)
    .sort()
    .join('; ')
}

/** Writes limits down so that equal sets are equal texts. */
export function limitsKey({ limits }: Terms): string {
  return limits
    .map((limit) => JSON.stringify(limit))
    .sort()
    .join()
}

/** The cases whose terms are wanted, those where rules are heard, and the numbers of terms. */
interface Wanted {
  readonly cases: Diagram
  readonly within: Diagram
  readonly table: TermsTable
}

/**
 * Numbers the terms of each case; 0 where it is not wanted, cannot be or counsel decides. Contested rules count, as they
 * do in the terms of a decision.
 */
export function compileTerms(compiled: CompiledAct, wanted: Wanted): Diagram {
  const { store, stack, diagram, leaves, needsPower } = compiled
  const { cases, within, table } = wanted
  const bare = store.apply(diagram, cases, (value, is) => {
    const at = leaves[value]
    const verdict = is === 1 && at?.kind === 'answer' ? verdictOf(at.state, needsPower) : 'conflict'
    return verdict === 'conflict' ? 0 : table.numberOf({ verdict, ...termsOf(verdict, [], compiled) })
  })
  // Layers come from the top of the stack.
  const terms = stack.layers.reduce((above, { instruments }) => {
    const here = instruments.reduce((sofar, standing) => withInstrument(compiled, wanted, sofar, standing), bare)
    return here === bare ? above : store.apply(above, here, (one, other) => below(table, one, other))
  }, bare)
  return compileCounsel(compiled, within).reduce(
    (sofar, { rule, live }) => store.change(sofar, live, (number) => withCounsel(table, number, rule, needsPower)),
    terms,
  )
}

/** Adds why a live rule asks for counsel. */
function withCounsel(table: TermsTable, number: number, rule: Rule, needsPower: boolean): number {
  const terms = table.at(number)
  if (terms === null || rule.counsel === null || !agrees(rule, { verdict: terms.verdict, needsPower })) return number
  return table.numberOf({ ...terms, counsel: joinedTexts([...terms.counsel, rule.counsel]) })
}

/** Tells whether a rule says who decides, for how long, or that counsel is asked first. */
export function setsTerms({ decider, limit, counsel }: Rule): boolean {
  return decider !== null || limit !== null || counsel !== null
}

/** Adds what the live rules of one instrument set. */
function withInstrument(compiled: CompiledAct, { within, table }: Wanted, terms: Diagram, standing: Standing): Diagram {
  const { store, act } = compiled
  const rules = rulesFor(standing, act, [])
  const setting = rules.filter(({ decider, limit }) => decider !== null || limit !== null)
  if (setting.length === 0) return terms
  const live = compileLive(compiled, rules, within)
  return setting.reduce((so, rule) => {
    const where = live.get(rule.id) ?? leaf(0)
    return store.change(so, where, (number) => withRule(table, number, rule, compiled))
  }, terms)
}

/** Adds who decides and for how long by a live rule. */
function withRule(table: TermsTable, number: number, rule: Rule, compiled: CompiledAct): number {
  const terms = table.at(number)
  if (terms === null || !agrees(rule, { verdict: terms.verdict, needsPower: compiled.needsPower })) return number
  const own = termsOf(terms.verdict, [{ rule, layerIndex: 0 }], compiled)
  return table.numberOf({
    verdict: terms.verdict,
    deciders: joinedTexts([...terms.deciders, ...own.deciders]),
    limits: distinctLimits([...terms.limits, ...own.limits]),
    counsel: [],
  })
}

/** Puts the terms of a layer under those above it: its deciders take their place, and every limit binds. */
function below(table: TermsTable, above: number, here: number): number {
  const [terms, own] = [table.at(above), table.at(here)]
  if (terms === null || own === null) return above
  return table.numberOf({
    verdict: terms.verdict,
    deciders: own.deciders.length > 0 ? own.deciders : terms.deciders,
    limits: distinctLimits([...terms.limits, ...own.limits]),
    counsel: [],
  })
}
