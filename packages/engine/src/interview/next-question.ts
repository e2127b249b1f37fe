/** The choice of the fact to ask for next, over all acts of an interview. */
import { compiledFor, verdictsFor } from '../decide/decide.ts'
import type { Knowledge } from '../fact/knowledge.ts'
import type { CompiledAct } from '../diagram/compile.ts'
import { sampleOf, type Cell } from '../fact/space.ts'
import { mayUseFact } from '../fact/protected.ts'
import { forcedFacts, openQuestions } from '../question/next.ts'
import type { Stack } from '../stack/layer.ts'

/**
 * Finds the best question of the first act whose verdict is open; then of the first whose duties or whose counsel are; null
 * where all is settled.
 */
export function openFact(stack: Stack, acts: readonly string[], knowledge: Knowledge): string | null {
  for (const act of acts) {
    const compiled = compiledFor(stack, act, knowledge)
    const fact = openQuestions(compiled, knowledge)[0] ?? factThatTells(compiled, knowledge)
    if (fact !== null) return fact
  }
  for (const act of acts) {
    const [fact] = openQuestions(compiledFor(stack, act, knowledge), knowledge, 'whole-answer')
    if (fact !== undefined) return fact
  }
  return null
}

/**
 * Finds the first fact with an answer that leaves fewer verdicts, where another was asked in vain: nobody signed a
 * warrant that is not there.
 */
function factThatTells(compiled: CompiledAct, knowledge: Knowledge): string | null {
  const possible = verdictsFor(compiled, knowledge).length
  if (possible < 2) return null
  const { vocabulary } = compiled.stack
  const forced = forcedFacts(compiled.stack)
  const tells = (name: string, cell: Cell): boolean => {
    const known = new Map(knowledge).set(name, { kind: 'value', value: sampleOf(cell) })
    const left = verdictsFor(compiled, known).length
    return left > 0 && left < possible
  }
  const { variables, told } = compiled.space
  const found = told
    .flatMap((level) => variables[level] ?? [])
    .find(({ name, cells, notGiven }) => {
      if (knowledge.has(name) || notGiven !== null) return false
      const fact = vocabulary.facts.find((one) => one.name === name)
      return (fact === undefined || mayUseFact(fact, forced)) && cells.some((cell) => tells(name, cell))
    })
  return found?.name ?? null
}
