/** Decisions that are made once for each state of the facts that an act reads. Only their times are counted again. */
import type { CompiledAct } from '../diagram/compile.ts'
import { formFact } from '../fact/condition.ts'
import { possibleCells, type FactState, type Knowledge } from '../fact/knowledge.ts'
import { forcedFacts } from '../question/next.ts'
import type { Stack } from '../stack/layer.ts'
import {
  compiledFor,
  decideWithoutTimes,
  withTimes,
  type decide,
  type EventTimes,
  type TimelessDecision,
} from './decide.ts'
import type { Decision } from './decision.ts'

/** So many decisions are kept; then they are made again. */
const mostKept = 2000

/** Makes what decides as `decide` does, and keeps what it decided. */
export function keptDecisions(): typeof decide {
  let kept = new Map<CompiledAct, Map<string, TimelessDecision>>()
  let count = 0
  function decideAct(stack: Stack, act: string, knowledge: Knowledge, events: EventTimes = {}): Decision {
    const compiled = compiledFor(stack, act, knowledge)
    const key = keyOf(compiled, knowledge)
    const before = kept.get(compiled)?.get(key)
    if (before !== undefined) return withTimes(stack, before, events)
    const decision = decideWithoutTimes(stack, act, knowledge)
    if (count === mostKept) {
      kept = new Map()
      count = 0
    }
    const ofAct = kept.get(compiled) ?? new Map<string, TimelessDecision>()
    kept.set(compiled, ofAct.set(key, decision))
    count += 1
    return withTimes(stack, decision, events)
  }
  return decideAct
}

/** Writes what is known of the facts that the act reads, as far as a decision can tell it apart. */
function keyOf(compiled: CompiledAct, knowledge: Knowledge): string {
  const cells = possibleCells(compiled.space, knowledge)
  const known = compiled.space.variables.map(({ name }, level) => signOf(knowledge.get(name)) + (cells[level] ?? 0))
  // That a protected fact was used is said even where this act does not read it.
  const isForced = [...forcedFacts(compiled.stack).keys()].some((name) => knowledge.has(name))
  return `${isForced ? 'f' : ''}${known.join(' ')}${formOf(compiled, knowledge)}`
}

/** Writes the form where a limit of the act takes the time for which it asks. */
function formOf({ rules }: CompiledAct, knowledge: Knowledge): string {
  if (rules.every(({ limit }) => limit?.kind !== 'asked')) return ''
  const form = knowledge.get(formFact)
  return form?.kind === 'value' ? ` ${form.value}` : ''
}

function signOf(state: FactState | undefined): string {
  return state === undefined ? '' : signs[state.kind]
}

const signs = { value: 'v', 'one-of': 'o', 'cannot-say': 'c' } as const
