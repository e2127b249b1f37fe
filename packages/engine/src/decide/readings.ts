/** Contested force: the answer with and without each contested instrument. */
import { compileAct, type CompiledAct } from '../diagram/compile.ts'
import { reachable } from '../diagram/walk.ts'
import { subsets } from '../interpret/interpret.ts'
import { prepared } from './prepared.ts'
import type { Stack } from '../stack/layer.ts'
import { verdictOf } from '../stack/verdict.ts'
import type { Doubt, Verdict } from '@brightline/language'
import type { ReadingAnswer } from './decision.ts'
import { treatedAs } from './doubts.ts'

/**
 * Lists the readings that differ; empty where nothing contested changes the verdict.
 * `doubts` are the doubt rules that settled the decision: they hold in every reading.
 */
export function readingsOf(
  compiled: CompiledAct,
  possible: readonly number[],
  doubts: readonly Doubt[] = [],
): readonly ReadingAnswer[] {
  const { contested } = prepared(compiled)
  if (contested.length === 0) return []
  const answers = subsets(contested).map((without): ReadingAnswer => {
    const reading = readingFor(compiled, without)
    const verdicts = new Set<Verdict>()
    // The space is that of the whole act, so that the same cells mean the same facts.
    for (const value of reachable(reading.store, treatedAs(reading, doubts), possible)) {
      const leaf = reading.leaves[value]
      if (leaf?.kind === 'answer') verdicts.add(verdictOf(leaf.state, compiled.needsPower))
    }
    return { without, verdicts: [...verdicts].sort() }
  })
  const first = answers[0]?.verdicts.join()
  return answers.every(({ verdicts }) => verdicts.join() === first) ? [] : answers
}

function readingFor(compiled: CompiledAct, without: readonly string[]): CompiledAct {
  const made = readings.get(compiled) ?? new Map<string, CompiledAct>()
  readings.set(compiled, made)
  const key = without.join()
  const known = made.get(key)
  if (known !== undefined) return known
  const reading = compileAct(leaveOut(compiled.stack, without), compiled.act, { space: compiled.space })
  made.set(key, reading)
  return reading
}

const readings = new WeakMap<CompiledAct, Map<string, CompiledAct>>()

/** Takes the contested provisions of some instruments out of a stack, and the others' force as settled. */
function leaveOut(stack: Stack, without: readonly string[]): Stack {
  const layers = stack.layers.map((layer) => ({
    ...layer,
    instruments: layer.instruments.map((standing) => ({
      ...standing,
      rules: standing.rules.filter(
        ({ id }) => !(without.includes(standing.instrument.id) && standing.contested.has(id)),
      ),
      contested: new Set<string>(),
    })),
  }))
  const { place, asOf, vocabulary, library } = stack
  return {
    place,
    asOf,
    vocabulary,
    library,
    layers,
    get policyHash(): string {
      return stack.policyHash
    },
  }
}
