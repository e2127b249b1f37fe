/**
 * The questions on an act as a sheet for paper: steps in one order, each answer leading to a later step or to an end.
 *
 * It holds the same function of the facts as the interview, for whoever has no machine to skip what does not matter.
 */
import type { Verdict } from '@brightline/language'
import type { CompiledAct } from '../diagram/compile.ts'
import { leafValue, type Diagram } from '../diagram/store.ts'
import { compiledFor } from '../decide/decide.ts'
import { prepared, verdicts } from '../decide/prepared.ts'
import { agencyFact } from '../fact/condition.ts'
import { possibleCells, type Knowledge } from '../fact/knowledge.ts'
import { mayUseFact } from '../fact/protected.ts'
import type { NearestChange } from '../question/nearest-change.ts'
import { forcedFacts, valuesOfCell } from '../question/next.ts'
import { agrees } from '../stack/agrees.ts'
import type { Stack } from '../stack/layer.ts'

/** Where an answer leads: to a later step, or to the verdicts that are possible then. One verdict is the answer. */
export type SheetEnd =
  { readonly kind: 'step'; readonly number: number } | { readonly kind: 'end'; readonly verdicts: readonly Verdict[] }

/** Answers that lead to the same. */
export interface SheetAnswer {
  readonly values: readonly NearestChange['to'][]
  readonly leadsTo: SheetEnd
}

/** A step. What the law declares impossible is not among its answers, and `isWhole` says that nothing is left out. */
export interface SheetStep {
  readonly number: number
  readonly fact: string
  readonly answers: readonly SheetAnswer[]
  readonly isWhole: boolean
}

/** A verdict that some answers lead to, with the citations of the rules that say so. */
export interface SheetVerdict {
  readonly verdict: Verdict
  readonly cites: readonly string[]
}

/** A sheet. Without a step the first end is the answer to everything. */
export interface QuestionSheet {
  readonly act: string
  readonly agency: string
  readonly first: SheetEnd
  readonly steps: readonly SheetStep[]
  readonly verdicts: readonly SheetVerdict[]
}

/**
 * Makes the sheet of an act for a kind of agency. A protected fact that no cited law forces is not asked: it stands for
 * every value, as it does in a decision.
 *
 * @example
 * questionSheet(stackOf(library, 'us/wa', '2026-11-01'), 'inquire-status', 'jail').steps.length // => 1
 */
export function questionSheet(stack: Stack, act: string, agency: string): QuestionSheet {
  const knowledge: Knowledge = new Map([[agencyFact, { kind: 'value', value: agency }]])
  const compiled = compiledFor(stack, act, knowledge)
  const top = askedAlone(compiled, possibleCells(compiled.space, knowledge))
  const numbers = numbered(compiled, top)
  const end = (at: Diagram): SheetEnd => {
    const number = numbers.get(at)
    return number === undefined ? { kind: 'end', verdicts: verdictsOf(at) } : { kind: 'step', number }
  }
  const steps = [...numbers].map(([node, number]) => stepOf(compiled, node, { number, end }))
  const ends = [end(top), ...steps.flatMap(({ answers }) => answers.map(({ leadsTo }) => leadsTo))]
  const reached = new Set(ends.flatMap((one) => (one.kind === 'end' ? one.verdicts : [])))
  return { act, agency, first: end(top), steps, verdicts: citedVerdicts(compiled, reached) }
}

function citedVerdicts({ rules, needsPower }: CompiledAct, reached: ReadonlySet<Verdict>): readonly SheetVerdict[] {
  return verdicts
    .filter((verdict) => reached.has(verdict))
    .map((verdict) => {
      const saying = rules.filter((rule) => agrees(rule, { verdict, needsPower }))
      return { verdict, cites: [...new Set(saying.map(({ cite }) => cite))] }
    })
}

const impossible: Diagram = -1

function verdictsOf(end: Diagram): readonly Verdict[] {
  return verdicts.filter((_, index) => (leafValue(end) >>> index) & 1)
}

/** Gives the diagram of the verdicts that are possible, over facts that may be asked, and without tests that only tell what cannot be. */
function askedAlone(compiled: CompiledAct, possible: readonly number[]): Diagram {
  const { store, space, stack } = compiled
  const { verdictBits, facts } = prepared(compiled)
  const forced = forcedFacts(stack)
  const done = new Map<Diagram, Diagram>()
  const walk = (node: Diagram): Diagram => {
    if (node < 0) return node
    const known = done.get(node)
    if (known !== undefined) return known
    const level = store.level(node)
    const children = (space.variables[level]?.cells ?? []).map((_, cell) =>
      ((possible[level] ?? 0) >>> cell) & 1 ? walk(store.child(node, cell)) : impossible,
    )
    const fact = facts[level]
    const isAsked = fact === undefined || mayUseFact(fact, forced)
    const made = isAsked ? joined(compiled, level, children) : children.reduce((a, b) => eitherOf(compiled, a, b))
    done.set(node, made)
    return made
  }
  return walk(store.map(compiled.diagram, (value) => verdictBits[value] ?? 0))
}

function eitherOf({ store }: CompiledAct, left: Diagram, right: Diagram): Diagram {
  return store.apply(left, right, (a, b) => a | b)
}

function joined({ store }: CompiledAct, level: number, children: readonly Diagram[]): Diagram {
  const real = new Set(children.filter((child) => child !== impossible))
  const [one = impossible] = real
  return real.size <= 1 ? one : store.node(level, children)
}

/** Numbers the nodes from the top, so that every answer leads to a higher number. */
function numbered({ store }: CompiledAct, top: Diagram): ReadonlyMap<Diagram, number> {
  const found = new Set<Diagram>()
  const visit = (node: Diagram): void => {
    if (node < 0 || found.has(node)) return
    found.add(node)
    for (let cell = 0; cell < (store.arities[store.level(node)] ?? 0); cell++) visit(store.child(node, cell))
  }
  visit(top)
  const inOrder = [...found].toSorted((a, b) => store.level(a) - store.level(b))
  return new Map(inOrder.map((node, at) => [node, at + 1]))
}

interface Numbering {
  readonly number: number
  readonly end: (at: Diagram) => SheetEnd
}

function stepOf(compiled: CompiledAct, node: Diagram, { number, end }: Numbering): SheetStep {
  const { store, space } = compiled
  const level = store.level(node)
  const variable = space.variables[level]
  const fact = prepared(compiled).facts[level]
  const values = new Map<Diagram, NearestChange['to'][]>()
  for (const [cell, of] of (variable?.cells ?? []).entries()) {
    const child = store.child(node, cell)
    if (child === impossible || fact === undefined) continue
    values.set(child, [...(values.get(child) ?? []), valuesOfCell(of, fact)])
  }
  const isWhole = (variable?.cells ?? []).every((_, cell) => store.child(node, cell) !== impossible)
  const answers = [...values].map(([child, told]) => ({ values: told, leadsTo: end(child) }))
  return { number, fact: variable?.name ?? '', answers, isWhole }
}
