/** The number of questions that an interview asks until the verdict is certain, on average over cases. */
import { seeded } from '../analysis/seeded.ts'
import { compiledFor, verdictsFor } from '../decide/decide.ts'
import type { CompiledAct } from '../diagram/compile.ts'
import type { FactValue } from '../fact/condition.ts'
import type { FactState, Knowledge } from '../fact/knowledge.ts'
import { cellIndex, sampleOf } from '../fact/space.ts'
import { openQuestions } from '../question/next.ts'
import type { Stack } from '../stack/layer.ts'

/** A complete case with its weight; facts that it lacks are drawn evenly from what is possible. */
export interface WeightedCase {
  readonly facts: ReadonlyMap<string, FactValue>
  readonly weight: number
}

/** The questions that the interviews took. */
export interface QuestionCount {
  /** Cases that were drawn. */
  readonly cases: number
  readonly averageQuestions: number
  /** By the costs that the vocabulary declares. */
  readonly averageCost: number
  readonly longest: number
  /** Interviews that end without a verdict, because what is left may not be asked. */
  readonly undecided: number
}

/** Options of counting. */
export interface CountOptions {
  /** The number of cases that are drawn. */
  readonly draws: number
  /** The same seed draws the same cases. */
  readonly seed: number
  /** The cases to draw from, by weight; left out, every combination of answers is as likely. */
  readonly cases?: readonly WeightedCase[]
  /** Orders the questions by how often the cases give each answer; left out, answers count as equally likely. */
  readonly isInformed?: boolean
}

/** The likelihood of a value of a fact: by the name of the fact and the number of the cell. */
type Frequency = (fact: string, cell: number) => number

/** Plays interviews on drawn cases: the best question for its cost first, until the verdict is certain. */
export function countQuestions(stack: Stack, act: string, options: CountOptions): QuestionCount {
  const compiled = compiledFor(stack, act)
  const random = seeded(options.seed)
  const draw = drawer(compiled, options, random)
  const next = nextQuestion(compiled, options.isInformed === true ? frequencyOf(compiled, options.cases ?? []) : null)
  const costs = new Map(stack.vocabulary.facts.map(({ name, cost }) => [name, cost]))
  let [cases, questions, cost, longest, undecided] = [0, 0, 0, 0, 0]
  for (let drawn = 0; drawn < options.draws; drawn++) {
    const facts = draw()
    if (facts === null) continue
    const knowledge = new Map<string, FactState>()
    let asked = 0
    for (let fact = next(knowledge); fact !== null; fact = next(knowledge)) {
      knowledge.set(fact, { kind: 'value', value: facts.get(fact) ?? '' })
      asked += 1
      cost += costs.get(fact) ?? 1
    }
    cases += 1
    questions += asked
    longest = Math.max(longest, asked)
    if (verdictsFor(compiled, knowledge).length > 1) undecided += 1
  }
  const average = (sum: number): number => (cases === 0 ? 0 : sum / cases)
  return { cases, averageQuestions: average(questions), averageCost: average(cost), longest, undecided }
}

/** Measures how often each cell of each fact comes among some cases; unknown facts count evenly. */
function frequencyOf(compiled: CompiledAct, cases: readonly WeightedCase[]): Frequency {
  const counts = new Map<string, number[]>()
  for (const variable of compiled.space.variables) {
    const { name, cells } = variable
    // One for each, so that a value that was never seen stays possible.
    const seen = cells.map(() => 1)
    for (const { facts, weight } of cases) {
      const value = facts.get(name)
      const cell = value === undefined ? -1 : cellIndex(variable, value)
      if (cell >= 0) seen[cell] = (seen[cell] ?? 0) + weight
    }
    counts.set(name, seen)
  }
  return (fact, cell) => counts.get(fact)?.[cell] ?? 1
}

/** The next question; equal knowledge is looked up. */
function nextQuestion(compiled: CompiledAct, frequency: Frequency | null): (knowledge: Knowledge) => string | null {
  const known = new Map<string, string | null>()
  const names = compiled.space.variables.map(({ name }) => name)
  const weightOf =
    frequency === null ? undefined : (level: number, cell: number): number => frequency(names[level] ?? '', cell)
  return (knowledge) => {
    const key = names.map((name) => stateKey(knowledge.get(name))).join('|')
    const found = known.get(key)
    if (found !== undefined) return found
    const [first = null] = openQuestions(compiled, knowledge, 'verdict', weightOf)
    known.set(key, first)
    return first
  }
}

function stateKey(state: FactState | undefined): string {
  return state?.kind === 'value' ? String(state.value) : ''
}

/** Draws complete cases that can be; null after too many that cannot. */
function drawer(
  compiled: CompiledAct,
  { cases }: CountOptions,
  random: () => number,
): () => ReadonlyMap<string, FactValue> | null {
  const sums: number[] = []
  for (const { weight } of cases ?? []) sums.push((sums.at(-1) ?? 0) + weight)
  const given = (): ReadonlyMap<string, FactValue> => {
    const at = random() * (sums.at(-1) ?? 0)
    return cases?.[sums.findIndex((sum) => at < sum)]?.facts ?? new Map<string, FactValue>()
  }
  return () => {
    for (let tries = 0; tries < 1000; tries++) {
      const start = given()
      const facts = new Map<string, FactValue>()
      for (const { name, cells } of compiled.space.variables) {
        const cell = cells[Math.floor(random() * cells.length)]
        const own = start.get(name)
        if (own !== undefined) facts.set(name, own)
        else if (cell !== undefined) facts.set(name, sampleOf(cell))
      }
      const knowledge: Knowledge = new Map([...facts].map(([name, value]) => [name, { kind: 'value', value }]))
      if (verdictsFor(compiled, knowledge).length > 0) return facts
    }
    return null
  }
}
