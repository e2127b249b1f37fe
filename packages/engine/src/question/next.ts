/** The question that tells most for its cost, among those that can still change the answer. */
import { dateOf, type Fact } from '@brightline/language'
import { mayUseFact } from '../fact/protected.ts'
import { factsByName } from '../fact/facts-by-name.ts'
import { agencyFact, testsOf } from '../fact/condition.ts'
import type { Cell } from '../fact/space.ts'
import { rulesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import { isIncomplete, verdictOf } from '../stack/verdict.ts'
import type { CompiledAct } from '../diagram/compile.ts'
import { withDuties } from '../diagram/duty.ts'
import { keptFor } from '../diagram/kept.ts'
import { expectedEntropy, type CellWeight } from '../diagram/information.ts'
import type { Diagram } from '../diagram/store.ts'
import { reachedFrom, relevantLevels } from '../diagram/reached.ts'
import type { NearestChange } from './nearest-change.ts'
import type { Question } from './question.ts'
import { possibleCells, type Knowledge } from '../fact/knowledge.ts'

/** The aim of a question: the verdict only, or the whole answer: duties, counsel, and what is not encoded. */
export type About = 'verdict' | 'whole-answer'

/**
 * Lists the facts that can still change the answer and that may be asked, best first.
 * Facts that were asked in vain are left out, and protected ones unless a cited law forces them.
 */
export function openQuestions(
  compiled: CompiledAct,
  knowledge: Knowledge,
  about: About = 'verdict',
  weightOf?: CellWeight,
): readonly string[] {
  const possible = possibleCells(compiled.space, knowledge)
  if (weightOf !== undefined) return rankOpen(compiled, { knowledge, possible, about, weightOf })
  const untold = compiled.space.variables.map(({ name }) => (knowledge.get(name)?.kind === 'cannot-say' ? 1 : 0))
  const key = `${about} ${possible.join()} ${untold.join('')}`
  return openFor(compiled, key, () => rankOpen(compiled, { knowledge, possible, about, weightOf }))
}

const openFor = keptFor<readonly string[]>()

interface Ranked {
  readonly knowledge: Knowledge
  readonly possible: readonly number[]
  readonly about: About
  readonly weightOf: CellWeight | undefined
}

function rankOpen(compiled: CompiledAct, { knowledge, possible, about, weightOf }: Ranked): readonly string[] {
  const { store, space, stack } = compiled
  const { diagram, classes } = groupedBy(about === 'verdict' ? compiled : withDuties(compiled), about)
  const reached = reachedFrom(store, diagram, possible)
  const relevant = relevantLevels(store, reached, (value) => value === 0)
  const facts = factsByLevel(compiled)
  const forced = forcedFacts(stack)
  const askable = relevant.filter((level) => {
    const name = space.variables[level]?.name ?? ''
    if (knowledge.get(name)?.kind === 'cannot-say') return false
    const fact = facts[level]
    return fact === undefined || mayUseFact(fact, forced)
  })
  // One question needs no comparison.
  if (askable.length < 2) return askable.map((level) => space.variables[level]?.name ?? '')
  const classOf = (value: number): number => value - 1
  const { now, after } = expectedEntropy({ store, reached, possible, classes, classOf, weightOf }, askable)
  const gains = askable.map((level, index) => ({
    level,
    gain: Math.max(now - (after[index] ?? now), 0) / Math.max(facts[level]?.cost ?? 1, 1),
  }))
  return gains
    .sort((a, b) => b.gain - a.gain || space.told.indexOf(a.level) - space.told.indexOf(b.level))
    .map(({ level }) => space.variables[level]?.name ?? '')
}

/** Makes a fact a question with its answers. Numbers and dates have one answer for each range that matters. */
export function toQuestion(stack: Stack, name: string): Question | null {
  const { vocabulary } = stack
  if (name === agencyFact) {
    return {
      fact: agencyFact,
      question: null,
      answers: boundAgencies(stack).map(({ name: value, label }) => ({ value, label })),
      knownBy: null,
      forcedBy: null,
    }
  }
  const fact = vocabulary.facts.find((candidate) => candidate.name === name)
  if (fact === undefined) return null
  const forcedBy = fact.isProtected ? (forcedFacts(stack).get(name) ?? null) : null
  return { fact: name, question: fact.question, answers: answersOf(fact), knownBy: fact.knownBy, forcedBy }
}

/** Finds the protected facts that a rule of the stack reads by force of a cited law, with the citation. */
export function forcedFacts(stack: Stack): ReadonlyMap<string, string> {
  const known = forcedByStack.get(stack)
  if (known !== undefined) return known
  const protectedNames = new Set(stack.vocabulary.facts.filter((fact) => fact.isProtected).map(({ name }) => name))
  const forced = new Map<string, string>()
  for (const rule of rulesOf(stack)) {
    if (rule.forcedBy === null) continue
    for (const { fact } of testsOf(rule.condition)) if (protectedNames.has(fact)) forced.set(fact, rule.forcedBy)
  }
  forcedByStack.set(stack, forced)
  return forced
}

/** Gives the values of a cell: a name, `never`, or an inclusive range, of dates where the fact is one. */
export function valuesOfCell(cell: Cell, fact: Fact): NearestChange['to'] {
  switch (cell.kind) {
    case 'name':
      return cell.name
    case 'never':
      return 'never'
    case 'range': {
      const { from, to } = cell
      return fact.type.kind === 'date' ? { from: isoDay(from), to: isoDay(to) } : { from, to }
    }
  }
}

const forcedByStack = new WeakMap<Stack, ReadonlyMap<string, string>>()

/** Writes a day number as an ISO date. */
export function isoDay(day: number): string {
  return dateOf(day)
}

/** Lists the facts of the levels; undefined for the agency. Made once for each act. */
function factsByLevel(compiled: CompiledAct): readonly (Fact | undefined)[] {
  const known = factsByAct.get(compiled)
  if (known !== undefined) return known
  const named = factsByName(compiled.stack.vocabulary)
  const facts = compiled.space.variables.map(({ name }) => named.get(name))
  factsByAct.set(compiled, facts)
  return facts
}

const factsByAct = new WeakMap<CompiledAct, readonly (Fact | undefined)[]>()

/** A diagram whose leaves are classes from 1; 0 is impossible. */
interface Grouped {
  readonly diagram: Diagram
  readonly classes: number
}

/** Puts leaves that say the same together. Made once for each act. */
function groupedBy(compiled: CompiledAct, about: About): Grouped {
  const known = groupedByAct.get(compiled) ?? new Map<About, Grouped>()
  groupedByAct.set(compiled, known)
  const made = known.get(about)
  if (made !== undefined) return made
  const classByLeaf = classesOf(compiled, about)
  const diagram = compiled.store.map(compiled.diagram, (leaf) => classByLeaf[leaf] ?? 0)
  const grouped = { diagram, classes: Math.max(0, ...classByLeaf) }
  known.set(about, grouped)
  return grouped
}

const groupedByAct = new WeakMap<CompiledAct, Map<About, Grouped>>()

function classesOf(compiled: CompiledAct, about: About): readonly number[] {
  const classByKey = new Map<string, number>()
  return compiled.leaves.map((leaf) => {
    if (leaf.kind === 'impossible') return 0
    const verdict = verdictOf(leaf.state, compiled.needsPower)
    const beside = [leaf.counsel, isIncomplete(leaf.state), ...leaf.duties.map(({ id }) => id)]
    const key = about === 'verdict' ? verdict : `${verdict} ${beside.join()}`
    const known = classByKey.get(key) ?? classByKey.size + 1
    classByKey.set(key, known)
    return known
  })
}

/** Lists the kinds of agency that the law binds; a private kind only where a text names it. */
function boundAgencies(stack: Stack): Stack['vocabulary']['agencies'] {
  const known = boundByStack.get(stack)
  if (known !== undefined) return known
  const { agencies } = stack.vocabulary
  const standing = stack.layers.flatMap(({ instruments }) => instruments)
  const all = standing.flatMap(({ instrument, rules, duties, notEncoded }) => [
    instrument.binds,
    ...[...rules, ...duties, ...notEncoded].map((one) => one.agencies),
  ])
  const named = new Set(all.flatMap((names) => names ?? []))
  const isEvery = standing.some(({ instrument }) => instrument.binds === null)
  const bound = agencies.filter(({ name, isPrivate }) => named.has(name) || (isEvery && !isPrivate))
  boundByStack.set(stack, bound)
  return bound
}

const boundByStack = new WeakMap<Stack, Stack['vocabulary']['agencies']>()

function answersOf(fact: Fact): Question['answers'] {
  const { type } = fact
  switch (type.kind) {
    case 'yes-no':
      return [
        { value: 'yes', label: null },
        { value: 'no', label: null },
      ]
    case 'one-of':
      return type.values.map(({ name, label }) => ({ value: name, label }))
    case 'number':
      return type.canBeNever ? [{ value: 'never', label: null }] : []
    case 'date':
      return []
  }
}
