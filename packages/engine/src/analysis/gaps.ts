/**
 * Gaps of a law, and words that it says in vain or twice: cases nobody decided, rules that never decide, words never
 * used.
 */
import { everything } from '../diagram/walk.ts'
import { arisingIn } from '../diagram/duty.ts'
import type { Condition, Duty, Instrument, Library, Rule, Silence } from '@brightline/language'
import { compiledFor } from '../decide/decide.ts'
import { compileCondition, type CompiledAct } from '../diagram/compile.ts'
import { DiagramTooLarge, leaf, type Diagram, type Outgrown } from '../diagram/store.ts'
import { agencyFact, forAgencies, publicKinds, testsOf, type CompleteCase } from '../fact/condition.ts'
import { concerns } from '../interpret/interpret.ts'
import { agrees } from '../stack/agrees.ts'
import { answeredKey, answeredOf, type Answered } from '../stack/answered.ts'
import { dutiesOf, rulesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import { answerOf, caseIn } from './case.ts'
import { countOnes } from './count.ts'
import { cover } from './cover.ts'
import { liveRulesOf } from './deciding.ts'
import { describe, type Region } from './region.ts'

/** Something to look at. */
export type Gap =
  /**
   * Cases that no rule decides, for one reason, on which several texts disagree and none gives way, or whose permission
   * something not encoded could change.
   */
  | {
      readonly kind: 'no-rule' | 'conflict' | 'incomplete'
      readonly act: string
      /** Why no rule decides; none in a conflict. */
      readonly silence: readonly Silence[]
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
 * const gaps = gapsOf(stackOf(library, 'us/hi', '2026-01-01'))
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
      for (const duty of compiled.duties)
        if (arisingIn(compiled, duty, everything(compiled.store)).somewhere) arising.add(duty)
      return [
        ...(asked.has(act) ? openCases(compiled, 'no-rule', boxes) : []),
        ...openCases(compiled, 'incomplete', boxes),
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
  const { store, stack, diagram, leaves, needsPower } = compiled
  const lawful = lawfulOf(compiled)
  const answers = leaves.map((at) =>
    at.kind === 'answer' ? { ...answeredOf(at.state, needsPower), needsPower } : null,
  )
  // Most rules on an act agree with the same answers, and the whole diagram is walked for each set of them once.
  const agreeing = new Map<string, Diagram>()
  const says = (rule: Rule): Diagram => {
    const isSaid = answers.map((said) => (said !== null && (standsAlone(rule) || agrees(rule, said)) ? 1 : 0))
    const key = isSaid.join('')
    const known = agreeing.get(key) ?? store.map(diagram, (value) => isSaid[value] ?? 0)
    agreeing.set(key, known)
    return known
  }
  const all = liveRulesOf(compiled)
  for (const { rule, live } of all) {
    const has = roles.get(rule) ?? new Set<Role>()
    roles.set(rule, has)
    const condition: Condition = { kind: 'all', of: [forAgencies(rule.agencies, stack.vocabulary), rule.condition] }
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

/** Tells whether a rule has its effect wherever it is live, whatever the answer: it bars lower law, or lifts other rules. */
function standsAlone({ modal }: Rule): boolean {
  return modal === 'nobody-may-forbid' || modal === 'need-not' || modal === 'not-forbidden'
}

/** Tells whether two rules of one instrument order the same: who decides, until when and after whose advice too. */
function saysTheSame(one: Rule, other: Rule): boolean {
  const orderOf = ({ instrument, modal, reach, decider, limit, counsel }: Rule): string =>
    JSON.stringify([instrument, modal, reach, decider?.en, limit, counsel?.en])
  return orderOf(one) === orderOf(other)
}

function lawfulOf({ store, diagram }: CompiledAct): Diagram {
  return store.map(diagram, (value) => (value === 0 ? 0 : 1))
}

/** Finds the cases that are open in one way, each reason apart. */
function openCases(compiled: CompiledAct, kind: OpenKind, boxes: number): readonly Gap[] {
  const { store, leaves, needsPower } = compiled
  const reached = store.and(lawfulOf(compiled), reachedKinds(compiled))
  const answers = leaves.map((at) => (at.kind === 'answer' ? answeredOf(at.state, needsPower) : null))
  const ways = new Map(
    answers.flatMap((one) => (one !== null && kindOf(one) === kind ? [[answeredKey(one), one]] : [])),
  )
  return [...ways]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, answer]) => {
      const open = store.map(compiled.diagram, (value) => {
        const at = answers[value] ?? null
        return at !== null && answeredKey(at) === key ? 1 : 0
      })
      const region = store.and(open, reached)
      return region === leaf(0) ? [] : [gapIn(compiled, region, { kind, answer, reached, boxes })]
    })
}

/** Marks the cases of the public kinds of agency, and of the private ones that some text on the act names. */
function reachedKinds(compiled: CompiledAct): Diagram {
  const { stack, space, rules, duties, notEncoded } = compiled
  const all = publicKinds(stack.vocabulary)
  if (all === null || !space.levelOf.has(agencyFact)) return leaf(1)
  const named = [...rules, ...duties, ...notEncoded].flatMap(({ agencies }) => agencies ?? [])
  return compileCondition(compiled, { kind: 'is', fact: agencyFact, values: [...all, ...named] })
}

type OpenKind = Extract<Gap, { readonly region: Region }>['kind']

/** Tells in which way an answer is open; null where it is not. */
function kindOf({ verdict, silence }: Answered): OpenKind | null {
  if (verdict === 'no-rule' || verdict === 'conflict') return verdict
  return silence.length > 0 ? 'incomplete' : null
}

/** Cases that are open in one way, of those that are looked at. */
interface OpenCases {
  readonly kind: OpenKind
  readonly answer: Answered
  readonly reached: Diagram
  readonly boxes: number
}

function gapIn(compiled: CompiledAct, region: Diagram, { kind, answer, reached, boxes }: OpenCases): Gap {
  const { store, space, stack, act } = compiled
  const example = caseIn(compiled, region)
  if (answeredKey(answerOf(stack, act, example)) !== answeredKey(answer))
    throw new Error(`a case of ${act} that should be ${answeredKey(answer)} is not`)
  const described = describe(space, cover(store, region, reached, boxes))
  const [count, cases] = [countOnes(store, region), countOnes(store, reached)]
  return { kind, act, silence: answer.silence, count, cases, region: described, example }
}

/** Finds terms and sources that nothing in the instrument uses, on any date. */
function unusedWords(instrument: Instrument): readonly Gap[] {
  const { rules, duties, doubts, notEncoded, promises, terms, groups, sources } = instrument
  const claims = promises.flatMap(({ claim }) => ('condition' in claim ? [claim.condition] : []))
  const conditions = [...rules, ...duties, ...notEncoded, ...terms].map(({ condition }) => condition)
  const used = new Set([...conditions, ...claims].flatMap(termsIn))
  for (const { term } of doubts) used.add(term)
  const marked = [...rules, ...duties, ...doubts, ...notEncoded, ...terms, ...groups]
  const cited = new Set(marked.flatMap(({ mark }) => mark?.source?.name ?? []))
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
  for (const { condition, fact } of everywhere.vocabulary.impossible) {
    // That a question makes no sense is no use of it.
    for (const test of testsOf(condition)) if (test.fact !== fact) read.add(test.fact)
  }
  for (const { rules, duties, doubts, notEncoded, terms } of everywhere.instruments) {
    for (const { condition } of [...rules, ...duties, ...doubts, ...notEncoded, ...terms]) note(condition)
  }
  return vocabulary.facts
    .filter(({ name, isProtected }) => !isProtected && !read.has(name))
    .map(({ name }): Gap => ({ kind: 'unread-fact', fact: name }))
}
