/** The parts of a compiled act that a decision needs, worked out once. */
import type { Fact, Rule } from '@brightline/language'
import type { Bearing } from '../diagram/bearing.ts'
import type { CompiledAct } from '../diagram/compile.ts'
import { forAgencies } from '../fact/condition.ts'
import { factsByName } from '../fact/facts-by-name.ts'
import { truthTest, type TruthTest } from '../fact/knowledge.ts'
import { contestedOn } from '../stack/stack.ts'
import { verdictOf } from '../stack/verdict.ts'

/** A rule on the act, with its place in the stack. */
export interface PlacedRule {
  readonly rule: Rule
  readonly layerIndex: number
  readonly layer: string
  readonly contested: boolean
  /** Indexes of the rules of the same instrument that override it. */
  readonly overriders: readonly number[]
}

/** The parts of a compiled act that every decision reads. */
export interface PreparedAct {
  /** By leaf: the bit of its verdict, 0 where the case is impossible. */
  readonly verdictBits: Uint8Array
  readonly rules: readonly PlacedRule[]
  /** For each rule the test that it binds the agency and that its condition holds. */
  readonly applies: readonly TruthTest[]
  /** By level; undefined for the agency. */
  readonly facts: readonly (Fact | undefined)[]
  /** The instruments of which a provision on the act is contested. */
  readonly contested: readonly string[]
}

/** The verdicts in the order of their bits. */
export const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict'] as const

/** Prepares an act, once. */
export function prepared(compiled: CompiledAct): PreparedAct {
  const known = preparedByAct.get(compiled)
  if (known !== undefined) return known
  const { stack, act, space } = compiled
  const rules = placedRules(compiled.layers)
  const named = factsByName(stack.vocabulary)
  const made: PreparedAct = {
    verdictBits: Uint8Array.from(compiled.leaves, (leaf) =>
      leaf.kind === 'impossible' ? 0 : 1 << verdicts.indexOf(verdictOf(leaf.state, compiled.needsPower)),
    ),
    rules,
    applies: rules.map(({ rule }) =>
      truthTest({ kind: 'all', of: [forAgencies(rule.agencies, stack.vocabulary), rule.condition] }, space),
    ),
    facts: compiled.space.variables.map(({ name }) => named.get(name)),
    contested: contestedOn(stack, act).map(({ instrument }) => instrument.id),
  }
  preparedByAct.set(compiled, made)
  return made
}

const preparedByAct = new WeakMap<CompiledAct, PreparedAct>()

/** Places the rules of the layers that speak. */
export function placedRules(layers: Bearing['layers']): readonly PlacedRule[] {
  const placed = layers.flatMap(({ rank, speakers }, layerIndex) =>
    speakers.flatMap(({ standing, rules }) =>
      rules.map((rule) => ({ rule, layerIndex, layer: rank, contested: standing.contested.has(rule.id) })),
    ),
  )
  return placed.map((one) => ({
    ...one,
    overriders: placed.flatMap(({ rule }, index) => (rule.overrides.includes(one.rule.id) ? [index] : [])),
  }))
}
