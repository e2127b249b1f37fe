/** A complete case of a space, and what the interpreter says of it. */
import type { Fact, Silence, Verdict } from '@brightline/language'
import { termsOf, type Terms } from '../decide/terms.ts'
import type { CompleteCase, FactValue } from '../fact/condition.ts'
import { factsByName } from '../fact/facts-by-name.ts'
import { sampleOf, type Cell } from '../fact/space.ts'
import type { CompiledAct } from '../diagram/compile.ts'
import type { Diagram } from '../diagram/store.ts'
import { heaviestPath } from './cover.ts'
import { interpret, liveRules, rulesFor } from '../interpret/interpret.ts'
import { agrees, type Said } from '../stack/agrees.ts'
import { answeredOf } from '../stack/answered.ts'
import { needsPower, rulesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'

/** The answer of the interpreter on one case. */
export interface CaseAnswer {
  readonly verdict: Exclude<Verdict, 'needs-facts'>
  /** Why no rule decides, or that something not encoded could change a permission. */
  readonly silence: readonly Silence[]
  /** The deciders and the limits, where the act is permitted or required, and why counsel is asked first. */
  readonly terms: Terms
  /** Ids and citations of the live rules that say what the verdict says. */
  readonly by: readonly { readonly rule: string; readonly cite: string }[]
  /** Ids of the duties that arise. */
  readonly duties: readonly string[]
}

/** Picks one plain case of a region, where most of its cases are. */
export function caseIn({ store, space, stack }: CompiledAct, region: Diagram): CompleteCase {
  const plain = space.variables.map(({ cells }) => Math.max(cells.findIndex(isPlain), 0))
  const path = heaviestPath(store, region, plain)
  const facts = factsByName(stack.vocabulary)
  return new Map(
    space.told.map((level) => {
      const { name, cells } = space.variables[level] ?? { name: `of level ${level}`, cells: [] }
      const chosen = path[level] ?? -1
      const cell = cells[chosen >= 0 ? chosen : (plain[level] ?? 0)]
      if (cell === undefined) throw new Error(`the fact ${name} has no cell`)
      return [name, valueIn(cell, facts.get(name))]
    }),
  )
}

/** Tells whether a cell says that nothing is there, which is the plainest answer. */
function isPlain(cell: Cell): boolean {
  return cell.kind === 'never' || (cell.kind === 'name' && ['no', 'none', 'nobody'].includes(cell.name))
}

function valueIn(cell: Cell, fact: Fact | undefined): FactValue {
  if (cell.kind !== 'range') return sampleOf(cell)
  // No conviction is of the very day of the decision.
  return fact?.derivation === null ? sampleOf(cell) : Math.min(cell.to, Math.max(cell.from, 1))
}

/** Decides a complete case by the interpreter. */
export function answerOf(stack: Stack, act: string, facts: CompleteCase): CaseAnswer {
  const { state, live, duties } = interpret(stack, act, facts)
  const power = needsPower(stack, act)
  const { verdict, silence } = answeredOf(state, power)
  const said = { verdict, needsPower: power }
  const deciding = rulesOf(stack).filter((rule) => live.has(rule.id) && rule.acts.includes(act) && agrees(rule, said))
  return {
    verdict,
    silence,
    terms: termsIn(stack, act, facts, said),
    by: deciding.map(({ id, cite }) => ({ rule: id, cite })),
    duties: duties.map(({ id }) => id),
  }
}

/** Reads the terms off the live rules, with contested ones counted, as a decision does. */
function termsIn(stack: Stack, act: string, facts: CompleteCase, said: Said): Terms {
  const live = stack.layers.flatMap(({ instruments }, layerIndex) =>
    instruments
      .flatMap((standing) => liveRules(rulesFor(standing, act, []), facts, stack.vocabulary))
      .map((rule) => ({ rule, layerIndex })),
  )
  return termsOf(
    said.verdict,
    live.filter(({ rule }) => agrees(rule, said)),
    { stack, act },
  )
}
