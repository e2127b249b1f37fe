/**
 * A change as random cases show it, where the diagrams of an act outgrow their budget.
 *
 * A case that changes is proof that something does; that none was found proves nothing.
 */
import type { Condition } from '@brightline/language'
import { spaceOf, testsOn } from '../diagram/bearing.ts'
import { agencyFact, forAgencies, holds, testsOf, type FactValue } from '../fact/condition.ts'
import { sampleOf, type Variable } from '../fact/space.ts'
import type { Stack } from '../stack/layer.ts'
import { changedCase, type ChangedCase } from './changed-case.ts'
import { changedProvisions } from './meaning.ts'
import { seeded } from './seeded.ts'

/** The cases that were tried, and those found. */
export interface Sampled {
  readonly tried: number
  readonly changed: number
  /** The first that was found to change. */
  readonly example: ChangedCase | null
}

/** So many cases are tried; the interpreter takes some hundredths of a millisecond for one. */
const tries = 4000

/** The number of times that the facts of a changed provision are drawn again until it applies. */
const patience = 200

/**
 * Decides random lawful cases of an act under both stacks, which have one vocabulary. Every second case is one to which
 * a provision applies that differs, where such a case is found soon. The same cases are tried every time.
 */
export function sampleChanges(left: Stack, right: Stack, act: string, agency: string | null): Sampled {
  const tests = [...testsOn(left, act), ...testsOn(right, act)]
  const { space, limits } = spaceOf(left.vocabulary, tests)
  const changed = changedProvisions(left, right, act).map(({ agencies, condition }): Condition => ({
    kind: 'all',
    of: [forAgencies(agencies, left.vocabulary), condition],
  }))
  const random = seeded(1)
  const variables = space.variables.map((variable) => onlyAgency(variable, agency))
  const draw = (facts: Map<string, FactValue>, among: readonly Variable[]): void => {
    for (const { name, cells } of among) {
      const cell = cells[Math.floor(random() * cells.length)]
      if (cell !== undefined) facts.set(name, sampleOf(cell))
    }
  }
  const found: ChangedCase[] = []
  let tried = 0
  for (let at = 0; at < tries; at++) {
    const facts = new Map<string, FactValue>()
    draw(facts, variables)
    const aim = at % 2 === 0 ? undefined : changed[(at >> 1) % changed.length]
    if (aim !== undefined) drawUntil(aim, facts, variables, draw)
    if (limits.some((limit) => holds(limit, facts))) continue
    tried += 1
    const one = changedCase(left, right, act, facts)
    if (one !== null) found.push(one)
  }
  return { tried, changed: found.length, example: found[0] ?? null }
}

/** Draws the facts that a condition reads until it holds or patience ends. */
function drawUntil(
  condition: Condition,
  facts: Map<string, FactValue>,
  variables: readonly Variable[],
  draw: (facts: Map<string, FactValue>, among: readonly Variable[]) => void,
): void {
  const read = new Set(testsOf(condition).map(({ fact }) => fact))
  const among = variables.filter(({ name }) => read.has(name))
  for (let again = 0; again < patience && !holds(condition, facts); again++) draw(facts, among)
}

function onlyAgency(variable: Variable, agency: string | null): Variable {
  if (agency === null || variable.name !== agencyFact) return variable
  return { ...variable, cells: variable.cells.filter((cell) => cell.kind === 'name' && cell.name === agency) }
}
