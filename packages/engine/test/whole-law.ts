/** The encoded law through every evaluator, on seeded random cases. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLibrary, type Library } from '@brightline/language'
import { encode, makeColumn } from '../src/bulk/columns.ts'
import { generateAct, type GeneratedAct } from '../src/bulk/generate.ts'
import { verdictsFor } from '../src/decide/decide.ts'
import type { FactState } from '../src/fact/knowledge.ts'
import { compileAct, type CompiledAct } from '../src/diagram/compile.ts'
import { withDuties } from '../src/diagram/duty.ts'
import { leafValue } from '../src/diagram/store.ts'
import { holds, testsOf, type CompleteCase, type FactValue } from '../src/fact/condition.ts'
import { cellIndex, type Cell } from '../src/fact/space.ts'
import { interpret, liveRules, rulesFor } from '../src/interpret/interpret.ts'
import { datesOfChange, lawOn, rulesOf, stackOf } from '../src/stack/stack.ts'
import type { Stack } from '../src/stack/layer.ts'
import { verdictOf } from '../src/stack/verdict.ts'

/** The law on one act at one place and date; other dates and places with the same law are counted, not repeated. */
export interface LawOnAct {
  readonly stack: Stack
  readonly act: string
}

/** What was compared. */
export interface Comparison {
  readonly cases: number
  readonly partial: number
  readonly places: number
  readonly dates: number
  readonly acts: number
  /** Combinations of place, date and act, and how many of them differ in law. */
  readonly combinations: number
  readonly laws: number
  readonly disagreements: readonly string[]
}

/** Reads the law of a folder. */
export async function readLawFolder(folder: string): Promise<Library> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(policy|csv)$/.test(path))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
  const { library } = await readLibrary(files)
  return library
}

/** Every law on an act, at every place and date of change. */
export function everyLaw(
  library: Library,
): { readonly laws: readonly LawOnAct[] } & Pick<Comparison, 'places' | 'dates' | 'acts' | 'combinations'> {
  const laws = new Map<string, LawOnAct>()
  const dates = new Set<string>()
  const acts = new Set<string>()
  let combinations = 0
  for (const place of library.places) {
    for (const asOf of datesOfChange(library, place.id)) {
      dates.add(asOf)
      const stack = stackOf(library, place.id, asOf)
      for (const act of new Set(rulesOf(stack).flatMap((rule) => rule.acts))) {
        acts.add(act)
        combinations += 1
        const key = lawOn(stack, act)
        if (!laws.has(key)) laws.set(key, { stack, act })
      }
    }
  }
  return { laws: [...laws.values()], places: library.places.length, dates: dates.size, acts: acts.size, combinations }
}

/** Compares interpreter, diagram and generated code on so many seeded cases of every law, or of every third, say. */
export function compareEvaluators(
  library: Library,
  casesEach: (laws: number) => number,
  seed: number,
  step = 1,
): Comparison {
  const { laws: all, ...counts } = everyLaw(library)
  const laws = all.filter((_, index) => index % step === 0)
  const random = randomFrom(seed)
  const disagreements: string[] = []
  let cases = 0
  let partial = 0
  for (const law of laws) {
    const found = compareOn(law, casesEach(laws.length), random)
    cases += found.cases
    partial += found.partial
    disagreements.push(...found.disagreements)
  }
  return { ...counts, laws: laws.length, cases, partial, disagreements }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A case of the space of an act; values at the ends of their cells are the likeliest. */
export function randomCase(compiled: CompiledAct, random: () => number): Map<string, FactValue> {
  return new Map(
    compiled.space.variables.map(({ name, cells }) => {
      const cell = cells[Math.floor(random() * cells.length)]
      return [name, cell === undefined ? 'no' : randomValue(cell, random)]
    }),
  )
}

function randomValue(cell: Cell, random: () => number): FactValue {
  switch (cell.kind) {
    case 'name':
      return cell.name
    case 'never':
      return 'never'
    case 'range': {
      const way = random()
      if (way < 0.4) return cell.from
      return way < 0.8 ? cell.to : cell.from + Math.floor(random() * (cell.to - cell.from + 1))
    }
  }
}

function compareOn(
  { stack, act }: LawOnAct,
  wanted: number,
  random: () => number,
): Pick<Comparison, 'cases' | 'partial' | 'disagreements'> {
  // Verdicts and duties of every agency at once need more room than any answer does.
  const compiled = withDuties(compileAct(stack, act, { duties: 'in-space' }))
  const generated = generateAct(stack, act)
  const cases = Array.from({ length: wanted }, () => possibleCase(compiled, random))
  const { states, live } = decideColumns(generated, cases)
  const disagreements: string[] = []
  let partial = 0
  for (const [row, facts] of cases.entries()) {
    const wrong = (what: string): void => {
      disagreements.push(`${stack.place} as of ${stack.asOf}, ${act}: ${what} in ${JSON.stringify([...facts])}`)
    }
    const { state, duties, counsel } = interpret(stack, act, facts)
    if (states[row] !== state) wrong(`columns give ${states[row]}, the interpreter ${state}`)
    if (generated.decideRecord(Object.fromEntries(facts)) !== state) wrong(`a record does not give ${state}`)
    if (liveOf(generated, live, row) !== liveIds(stack, act, facts)) wrong('the live rules differ')
    const leaf = leafOf(compiled, facts)
    const isImpossible = meetsImpossible(compiled, facts)
    if (isImpossible !== (leaf?.kind === 'impossible')) wrong('the diagram errs about what is possible')
    if (leaf?.kind !== 'answer') continue
    if (leaf.state !== state) wrong(`the diagram gives ${leaf.state}, the interpreter ${state}`)
    if (leaf.duties.map(({ id }) => id).join() !== duties.map(({ id }) => id).join()) wrong('the duties differ')
    if (leaf.counsel !== counsel) wrong('the diagram errs about counsel')
    if (row % 8 !== 0) continue
    partial += 1
    const known = [...facts]
      // What was offered, and that a body is private, is never what is not known.
      .filter((one) => random() < 0.6 || !isUnasked(compiled, one))
      .map(([name, value]) => [name, { kind: 'value', value } satisfies FactState] as const)
    if (!verdictsFor(compiled, new Map(known)).includes(verdictOf(state, compiled.needsPower)))
      wrong('an unknown fact rules out what is possible')
  }
  return { cases: wanted, partial, disagreements }
}

/** Whether a fact may have this value while nobody gave it one. */
function isUnasked({ space }: CompiledAct, [name, value]: readonly [string, FactValue]): boolean {
  const notGiven = space.variables.find((variable) => variable.name === name)?.notGiven ?? null
  return notGiven === null || notGiven.includes(value)
}

/** A possible case where one is found soon. */
function possibleCase(compiled: CompiledAct, random: () => number): CompleteCase {
  let facts = randomCase(compiled, random)
  for (let tries = 0; tries < 8 && meetsImpossible(compiled, facts); tries += 1) facts = randomCase(compiled, random)
  return facts
}

function meetsImpossible({ stack, space }: CompiledAct, facts: CompleteCase): boolean {
  return stack.vocabulary.impossible.some(
    ({ condition, fact: senseless }) =>
      senseless === null && testsOf(condition).every(({ fact }) => space.levelOf.has(fact)) && holds(condition, facts),
  )
}

function leafOf(compiled: CompiledAct, facts: CompleteCase): CompiledAct['leaves'][number] | undefined {
  const { store, space } = compiled
  let at = compiled.diagram
  while (at >= 0) {
    const variable = space.variables[store.level(at)]
    at = store.child(at, variable === undefined ? 0 : cellIndex(variable, facts.get(variable.name) ?? ''))
  }
  return compiled.leaves[leafValue(at)]
}

function decideColumns(
  generated: GeneratedAct,
  cases: readonly CompleteCase[],
): { readonly states: Uint8Array; readonly live: readonly Int32Array[] } {
  const columns = generated.columns.map((type) => {
    const column = makeColumn(type, cases.length)
    for (const [row, facts] of cases.entries()) column[row] = encode(type, facts.get(type.fact)) ?? -1
    return column
  })
  const states = new Uint8Array(cases.length)
  const live = Array.from({ length: Math.ceil(generated.rules.length / 32) }, () => new Int32Array(cases.length))
  generated.decideColumns(columns, cases.length, states, live)
  return { states, live }
}

function liveOf(generated: GeneratedAct, live: readonly Int32Array[], row: number): string {
  const isLive = (index: number): boolean => (((live[index >> 5]?.[row] ?? 0) >>> (index & 31)) & 1) === 1
  return generated.rules
    .filter((_, index) => isLive(index))
    .map(({ id }) => id)
    .join()
}

function liveIds(stack: Stack, act: string, facts: CompleteCase): string {
  return stack.layers
    .flatMap(({ instruments }) => instruments)
    .flatMap((standing) => liveRules(rulesFor(standing, act, []), facts, stack.vocabulary))
    .map(({ id }) => id)
    .join()
}
