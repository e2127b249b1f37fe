/**
 * Gaps of a law, and words that it says in vain or twice: cases nobody decided, rules that never decide, words never
 * used.
 */
import type { Condition, Duty, Instrument, Library, Rule } from '@brightline/language'
import { agrees } from '../decide/reasons.ts'
import { compiledFor } from '../decide/decide.ts'
import { compileCondition, type CompiledAct } from '../diagram/compile.ts'
import { DiagramTooLarge, leaf, type Diagram, type Outgrown } from '../diagram/store.ts'
import { forAgencies, testsOf, type CompleteCase } from '../fact/condition.ts'
import { concerns } from '../interpret/interpret.ts'
import { dutiesOf, rulesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import { verdictOf } from '../stack/verdict.ts'
import { answerOf, caseIn } from './case.ts'
import { countOnes } from './count.ts'
import { cover } from './cover.ts'
import { liveRulesOf } from './deciding.ts'
import { describe, type Region } from './region.ts'

/** Something to look at. */
export type Gap =
  /** Cases that no rule decides, or on which several texts disagree and none gives way. */
  | {
      readonly kind: 'no-rule' | 'conflict'
      readonly act: string
      readonly count: bigint
      readonly cases: bigint
      readonly region: Region
      readonly example: CompleteCase
    }
  /** Its condition is never met · another rule always overrides it · the law of other texts always prevails. */
  | { readonly kind: 'never-applies' | 'always-overridden' | 'never-decides'; readonly rule: Rule }
  /** Wherever it is live, another rule of its instrument says the same, and it overrides none. */
  | { readonly kind: 'adds-nothing'; readonly rule: Rule }
  | { readonly kind: 'duty-never-arises'; readonly duty: Duty }
  | { readonly kind: 'unused-term'; readonly instrument: Instrument; readonly term: string }
  | { readonly kind: 'uncited-source'; readonly instrument: Instrument; readonly source: string }
  | { readonly kind: 'unread-fact'; readonly fact: string }
  | { readonly kind: 'not-analysed'; readonly act: string; readonly reason: Outgrown }

/**
 * Finds every gap of a stack. A fact counts as read if any instrument reads it, of `everywhere` and on any date.
 *
 * @example
 * const gaps = gapsOf(stackOf(library, 'us/ca', '2026-01-01'))
 * gaps.some(({ kind, act }) => kind === 'no-rule' && act === 'hold') // => true
 */
export function gapsOf(stack: Stack, everywhere: Library = stack.library, boxes: number = 24): readonly Gap[] {
  const acts = stack.vocabulary.acts.map(({ name }) => name)
  const asked = new Set(
    stack.vocabulary.facts
      .flatMap(({ type }) => (type.kind === 'one-of' ? type.values : []))
      .flatMap(({ asks }) => asks),
  )
  const roles = new Map<Rule, Set<Role>>()
  const arising = new Set<Duty>()
  const found = acts.flatMap((act): readonly Gap[] => {
    try {
      const compiled = compiledFor(stack, act)
      noteRoles(compiled, roles)
      for (const at of reachableAnswers(compiled)) for (const duty of at) arising.add(duty)
      return [
        ...(asked.has(act) ? openCases(compiled, 'no-rule', boxes) : []),
        ...openCases(compiled, 'conflict', boxes),
      ]
    } catch (error) {
      if (error instanceof DiagramTooLarge) return [{ kind: 'not-analysed', act, reason: error.outgrown }]
      throw error
    }
  })
  const tooLarge = found.some(({ kind }) => kind === 'not-analysed')
  const idle = dutiesOf(stack).filter((duty) => !arising.has(duty) && acts.some((act) => concerns(duty, act)))
  return [
    ...found,
    ...rulesOf(stack).flatMap((rule) => idleRule(rule, roles.get(rule))),
    ...(tooLarge ? [] : idle.map((duty): Gap => ({ kind: 'duty-never-arises', duty }))),
    ...stack.layers.flatMap(({ instruments }) => instruments.flatMap(({ instrument }) => unusedWords(instrument))),
    ...unreadFacts(stack, everywhere),
  ]
}

/** The part that a rule has in some case of some act; it adds where no other rule of its instrument says the same. */
type Role = 'applies' | 'live' | 'decides' | 'adds'

function idleRule(rule: Rule, roles: ReadonlySet<Role> | undefined): readonly Gap[] {
  if (roles === undefined) return []
  if (roles.has('decides')) return roles.has('adds') ? [] : [{ kind: 'adds-nothing', rule }]
  if (!roles.has('applies')) return [{ kind: 'never-applies', rule }]
  return [{ kind: roles.has('live') ? 'never-decides' : 'always-overridden', rule }]
}

function noteRoles(compiled: CompiledAct, roles: Map<Rule, Set<Role>>): void {
  const { store, diagram, leaves } = compiled
  const lawful = lawfulOf(compiled)
  const says = (rule: Rule): Diagram =>
    store.map(diagram, (value) => {
      const at = leaves[value]
      return at?.kind === 'answer' && agrees(rule, verdictOf(at.state)) ? 1 : 0
    })
  const all = liveRulesOf(compiled)
  for (const { rule, live } of all) {
    const has = roles.get(rule) ?? new Set<Role>()
    roles.set(rule, has)
    const condition: Condition = { kind: 'all', of: [forAgencies(rule.agencies), rule.condition] }
    if (store.and(compileCondition(compiled, condition), lawful) !== leaf(0)) has.add('applies')
    const alive = store.and(live, lawful)
    if (alive === leaf(0)) continue
    has.add('live')
    if (store.and(alive, says(rule)) !== leaf(0)) has.add('decides')
    const others = all.filter((other) => other.rule !== rule && saysTheSame(rule, other.rule))
    const covered = store.orAll(others.map((other) => other.live))
    if (rule.overrides.length > 0 || store.and(alive, store.not(covered)) !== leaf(0)) has.add('adds')
  }
}

/** Tells whether two rules of one instrument order the same: who decides and until when too. */
function saysTheSame(one: Rule, other: Rule): boolean {
  const orderOf = ({ instrument, modal, reach, decider, limit }: Rule): string =>
    JSON.stringify([instrument, modal, reach, decider?.en, limit])
  return orderOf(one) === orderOf(other)
}

function lawfulOf({ store, diagram }: CompiledAct): Diagram {
  return store.map(diagram, (value) => (value === 0 ? 0 : 1))
}

/** Lists the answers that some case reaches. Each was made by one, but impossible cases may have taken it away. */
function reachableAnswers({ store, diagram, leaves }: CompiledAct): readonly (readonly Duty[])[] {
  const found = new Set<number>()
  store.map(diagram, (value) => {
    found.add(value)
    return value
  })
  return [...found].flatMap((value) => {
    const at = leaves[value]
    return at?.kind === 'answer' ? [at.duties] : []
  })
}

function openCases(compiled: CompiledAct, kind: 'no-rule' | 'conflict', boxes: number): readonly Gap[] {
  const { store, space, stack, act, leaves } = compiled
  const region = store.map(compiled.diagram, (value) => {
    const at = leaves[value]
    return at?.kind === 'answer' && verdictOf(at.state) === kind ? 1 : 0
  })
  if (region === leaf(0)) return []
  const lawful = lawfulOf(compiled)
  const example = caseIn(compiled, region)
  if (answerOf(stack, act, example).verdict !== kind) throw new Error(`a case of ${act} that should be ${kind} is not`)
  const described = describe(space, cover(store, region, lawful, boxes))
  return [{ kind, act, count: countOnes(store, region), cases: countOnes(store, lawful), region: described, example }]
}

/** Finds terms and sources that nothing in the instrument uses, on any date. */
function unusedWords(instrument: Instrument): readonly Gap[] {
  const { rules, duties, doubts, promises, terms, sources } = instrument
  const claims = promises.flatMap(({ claim }) => ('condition' in claim ? [claim.condition] : []))
  const conditions = [...rules, ...duties, ...terms].map(({ condition }) => condition)
  const used = new Set([...conditions, ...claims].flatMap(termsIn))
  for (const { term } of doubts) used.add(term)
  const cited = new Set([...rules, ...duties, ...doubts, ...terms].flatMap(({ mark }) => mark?.source?.name ?? []))
  return [
    ...terms
      .filter(({ name }) => !used.has(name))
      .map((term): Gap => ({ kind: 'unused-term', instrument, term: term.name })),
    ...sources
      .filter(({ name }) => !cited.has(name))
      .map(({ name }): Gap => ({ kind: 'uncited-source', instrument, source: name })),
  ]
}

function termsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(termsIn)
    case 'not':
      return termsIn(condition.of)
    case 'term':
      return [condition.name, ...termsIn(condition.of)]
    case 'always':
    case 'is':
    case 'range':
    case 'never':
      return []
  }
}

/** Finds facts that nothing reads. Protected ones are declared so that they can be refused. */
function unreadFacts({ vocabulary }: Stack, everywhere: Library): readonly Gap[] {
  const read = new Set<string>()
  const note = (condition: Condition): void => {
    for (const { fact } of testsOf(condition)) read.add(fact)
  }
  for (const { condition } of everywhere.vocabulary.impossible) note(condition)
  for (const { rules, duties, doubts, terms } of everywhere.instruments) {
    for (const { condition } of [...rules, ...duties, ...doubts, ...terms]) note(condition)
  }
  return vocabulary.facts
    .filter(({ name, isProtected }) => !isProtected && !read.has(name))
    .map(({ name }): Gap => ({ kind: 'unread-fact', fact: name }))
}
