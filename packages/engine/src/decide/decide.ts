/** Decides one act under a stack, with whatever is known. */
import type { Doubt, Duty, Fact, Limit, Span, Verdict } from '@brightline/language'
import type { Temporal } from 'temporal-polyfill'
import { spanAsked } from '../calendar/asked.ts'
import { dueAt, limitAt } from '../calendar/due.ts'
import { compileAct, type CompiledAct, type Leaf } from '../diagram/compile.ts'
import { keptFor } from '../diagram/kept.ts'
import type { Diagram } from '../diagram/store.ts'
import { consistentCells, levelsLookedAt, reachable, reachableBits } from '../diagram/walk.ts'
import type { NearestChange } from '../question/nearest-change.ts'
import { forcedFacts, openQuestions, toQuestion, valuesOfCell } from '../question/next.ts'
import { lawOn } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import type { Decided, Decision, DecisionLimit, DutyDue, Flag, ReadingAnswer, Reason } from './decision.ts'
import { agencyFact, formFact } from '../fact/condition.ts'
import { openDoubts, treatedAs } from './doubts.ts'
import type { Cell } from '../fact/space.ts'
import { possibleCells, type Knowledge } from '../fact/knowledge.ts'
import { prepared, verdicts } from './prepared.ts'
import { decideCertain } from './certain.ts'
import { agrees } from '../stack/agrees.ts'
import { dutyTruth } from './duty-truth.ts'
import { missingFor } from './missing.ts'
import { counselFor, reasonsFor, rulesAtWork, type RuleAtWork } from './reasons.ts'
import { silenceFor } from './silence.ts'
import { readingsOf } from './readings.ts'
import { termsOf } from './terms.ts'

/** When events of the case happened, as far as known. */
export type EventTimes = Readonly<Record<string, Temporal.ZonedDateTime>>

/** At most this many nearest changes are listed, where the answers of one fact that lead to one verdict count as one. */
const nearestShown = 8

/**
 * Compiles an act of a stack once. Where the agency is known, only the law on it is read: diagrams are then several
 * times smaller.
 */
export function compiledFor(stack: Stack, act: string, knowledge: Knowledge = new Map()): CompiledAct {
  const acts = actsByStack.get(stack) ?? new Map<string, CompiledAct>()
  actsByStack.set(stack, acts)
  const agency = agencyIn(knowledge)
  const key = `${act} ${agency ?? ''}`
  const known = acts.get(key)
  if (known !== undefined) return known
  const compiled = { ...sharedFor(stack, act, agency), stack }
  acts.set(key, compiled)
  return compiled
}

const actsByStack = new WeakMap<Stack, Map<string, CompiledAct>>()

/** Compiles once the law on an act that is the same at other dates or places of one library. */
function sharedFor(stack: Stack, act: string, agency: string | null): CompiledAct {
  const shared = actsByLaw.get(stack.library) ?? new Map<string, CompiledAct>()
  actsByLaw.set(stack.library, shared)
  const key = `${agency ?? ''} ${lawOn(stack, act)}`
  const known = shared.get(key)
  if (known !== undefined) return known
  const compiled = compileAct(stack, act, { duties: 'in-space', agency })
  shared.set(key, compiled)
  return compiled
}

const actsByLaw = new WeakMap<Stack['library'], Map<string, CompiledAct>>()

/**
 * Lists the verdicts that are possible, without reasons or doubt rules; none where the facts are impossible together.
 */
export function verdictsFor(compiled: CompiledAct, knowledge: Knowledge): readonly Verdict[] {
  const possible = possibleCells(compiled.space, knowledge)
  return verdictsOf(compiled, possible.join(), () => verdictsIn(possibleBits(compiled, compiled.diagram, possible)))
}

const verdictsOf = keptFor<readonly Verdict[]>()

/**
 * Decides an act. Facts must have passed `checkKnowledge`.
 *
 * Unknown facts stand for every value they could lawfully have: the verdict is given only where all of them agree,
 * or where a doubt rule of the law settles them to a prohibition or a conflict. Otherwise the verdict is `needs-facts`.
 */
export function decide(stack: Stack, act: string, knowledge: Knowledge, events: EventTimes = {}): Decision {
  return withTimes(stack, decideWithoutTimes(stack, act, knowledge), events)
}

/** Gives a decision its due times and the end of its limit, as far as the events that they count from are known. */
export function withTimes(stack: Stack, decision: TimelessDecision, events: EventTimes): Decision {
  const { limit, duties } = decision
  return {
    ...decision,
    limit: limit === null ? null : { ...limit, at: endOf(stack, limit, events) },
    duties: duties.map((duty) => ({ ...duty, ...dueOf(stack, duty.due, events) })),
    // Worked out when it is read: most callers in a loop never do.
    get policyHash(): string {
      return stack.policyHash
    },
  }
}

/** A decision as if no event had a time. */
export type TimelessDecision = Omit<Decision, 'policyHash'>

/** Decides an act as if no event had a time. */
export function decideWithoutTimes(stack: Stack, act: string, knowledge: Knowledge): TimelessDecision {
  return decideIn(compiledFor(stack, act, knowledge), knowledge)
}

/**
 * Finds what an act comes out as in one case, for whoever has few cases of each law: only what agrees with the case is
 * compiled, and nothing where all that bears on it is certain.
 */
export function decideOnce(stack: Stack, act: string, knowledge: Knowledge): Decided {
  const certain = decideCertain(stack, act, knowledge)
  if (certain !== null) return certain
  const compiled = compileAct(stack, act, { duties: 'left-out', agency: agencyIn(knowledge), knowing: knowledge })
  return outcomeIn(compiled, knowledge, possibleCells(compiled.space, knowledge)).outcome
}

/** Gives the kind of agency that is known, or null. */
function agencyIn(knowledge: Knowledge): string | null {
  const state = knowledge.get(agencyFact)
  return state?.kind === 'value' ? String(state.value) : null
}

/** An outcome, and what a decision tells besides: how it came about. */
interface WorkedOut {
  readonly outcome: Decided
  /** What can still be reached, and in which cells. */
  readonly diagram: Diagram
  readonly possible: readonly number[]
  /** The bits of the verdicts that are possible before any doubt is settled. */
  readonly bits: number
  readonly working: readonly RuleAtWork[]
  /** The doubt rules that settled it; null where none was needed. */
  readonly settledBy: readonly Doubt[] | null
}

function outcomeIn(compiled: CompiledAct, knowledge: Knowledge, given: readonly number[]): WorkedOut {
  const { stack } = compiled
  const bits = possibleBits(compiled, compiled.diagram, given)
  const isOpen = only(bits) === null
  const settled = isOpen ? settleByDoubt(compiled, given) : null
  const { diagram, bits: remaining } = settled ?? { diagram: compiled.diagram, bits }
  const possible = narrow(compiled, diagram, given)
  const verdict = only(remaining) ?? 'needs-facts'
  const { rules, applies } = prepared(compiled)
  const working = rulesAtWork(
    rules,
    applies.map((appliesIn) => appliesIn(possible)),
  )
  const said = { verdict, needsPower: compiled.needsPower }
  const [first] = isOpen ? openQuestions(compiled, knowledge) : []
  const outcome = {
    verdict,
    silence: silenceFor(compiled, reachableLeaves(compiled, diagram, possible), verdict),
    counsel: counselFor(working, said),
    possible: verdictsIn(remaining),
    ask: first === undefined ? null : toQuestion(stack, first),
    reasons: reasonsFor(said, working, stack.asOf),
  }
  return { outcome, diagram, possible, bits, working, settledBy: settled?.doubts ?? null }
}

function decideIn(compiled: CompiledAct, knowledge: Knowledge): TimelessDecision {
  const { stack, act, needsPower } = compiled
  const given = possibleCells(compiled.space, knowledge)
  const { outcome, diagram, possible, bits, working, settledBy } = outcomeIn(compiled, knowledge, given)
  const { verdict, silence, counsel, reasons } = outcome
  const doubts = settledBy ?? []
  const deciding = working.filter(({ rule, live }) => live === 'yes' && agrees(rule, { verdict, needsPower }))
  const { deciders, limits } = termsOf(verdict, deciding, compiled)
  const top = Math.min(...deciding.map(({ layerIndex }) => layerIndex))
  const readings = readingsOf(compiled, possible, doubts)
  return {
    ...{ act, verdict, silence, counsel },
    power: stack.vocabulary.acts.find(({ name }) => name === act)?.power ?? null,
    deciders,
    limit: limits.length === 0 ? null : { limits, asked: askedSpan(stack, limits, knowledge), at: null },
    ...{ possible: outcome.possible, ask: outcome.ask, reasons },
    missing: missingFor(compiled, possible, verdict, top),
    duties: dutiesFor(compiled, diagram, possible, { verdict, doubts }),
    nearest: only(bits) === null ? [] : nearestChanges(compiled, knowledge, given, bits),
    readings,
    flags: flagsFor(stack, knowledge, { verdict, reasons, readings, isSettledByDoubt: settledBy !== null }),
  }
}

function possibleBits(compiled: CompiledAct, diagram: Diagram, possible: readonly number[]): number {
  return reachableBits(compiled.store, diagram, possible, prepared(compiled).verdictBits)
}

function verdictsIn(bits: number): readonly Verdict[] {
  return verdicts.filter((_, index) => (bits >>> index) & 1)
}

/** Gives the one verdict that is possible, or null. */
function only(bits: number): Verdict | null {
  return bits !== 0 && (bits & (bits - 1)) === 0 ? (verdicts[31 - Math.clz32(bits)] ?? null) : null
}

/** Keeps the cells that the impossible combinations leave possible; a complete case has nothing to lose. */
function narrow(compiled: CompiledAct, diagram: Diagram, possible: readonly number[]): readonly number[] {
  if (possible.every((cells) => (cells & (cells - 1)) === 0)) return possible
  return consistentCells(compiled.store, diagram, possible, (value) => value === 0)
}

type Answer = Extract<Leaf, { readonly kind: 'answer' }>

function reachableLeaves(compiled: CompiledAct, diagram: Diagram, possible: readonly number[]): readonly Answer[] {
  return [...reachable(compiled.store, diagram, possible)].flatMap((value) => {
    const leaf = compiled.leaves[value]
    return leaf?.kind === 'answer' ? [leaf] : []
  })
}

interface Settled {
  readonly diagram: Diagram
  readonly bits: number
  readonly doubts: readonly Doubt[]
}

/**
 * Treats every doubtful term as its doubt rule says. Counts only where that leads to a prohibition or to counsel:
 * a missing fact never yields permission, nor a duty to act.
 */
function settleByDoubt(compiled: CompiledAct, possible: readonly number[]): Settled | null {
  const doubts = openDoubts(compiled, possible)
  if (doubts.length === 0) return null
  const diagram = treatedAs(compiled, doubts)
  const bits = possibleBits(compiled, diagram, possible)
  const verdict = only(bits)
  return verdict === 'prohibited' || verdict === 'conflict' ? { diagram, bits, doubts } : null
}

/** Gives the time for which the form asks, where a limit takes it and the form is known. */
function askedSpan(stack: Stack, limits: readonly Limit[], knowledge: Knowledge): Span | null {
  if (limits.every(({ kind }) => kind !== 'asked')) return null
  const form = knowledge.get(formFact)
  return form?.kind === 'value' ? spanAsked(stack.vocabulary, String(form.value), stack.asOf) : null
}

/** Finds the earliest end of some limits; null while the time of no event is known. */
function endOf(stack: Stack, { limits, asked }: DecisionLimit, events: EventTimes): string | null {
  const ends = limits.flatMap((limit) => {
    const { at } = limitAt(limit, asked, { events, calendars: stack.library.holidays })
    return at === null ? [] : [at]
  })
  const [earliest] = ends.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)
  return earliest === undefined ? null : earliest.toString()
}

function dutiesFor(
  compiled: CompiledAct,
  diagram: Diagram,
  possible: readonly number[],
  { verdict, doubts }: { readonly verdict: Verdict; readonly doubts: readonly Doubt[] },
): readonly DutyDue[] {
  return [
    ...compiled.duties.flatMap((duty) => {
      const truth = dutyTruth(compiled, duty, possible, diagram)
      return truth === 'no' ? [] : [toDuty(duty, verdict, truth === 'yes')]
    }),
    ...doubts.flatMap(doubtDuty),
  ]
}

function toDuty(duty: Duty, verdict: Verdict, certain: boolean): DutyDue {
  const isAfter = duty.trigger.kind === 'after'
  return {
    duty: duty.id,
    cite: duty.cite,
    isPart: duty.isPart,
    mark: duty.mark.kind,
    who: duty.agencies,
    office: null,
    action: duty.action,
    recipient: duty.recipient,
    languages: duty.languages,
    inEveryLanguage: duty.inEveryLanguage,
    trigger: isAfter ? 'after' : 'on-request',
    arises: isAfter && verdict !== 'required' ? 'if-done' : 'now',
    ...withoutTime(duty.due),
    ifMissed: duty.ifMissed,
    certain,
  }
}

function doubtDuty(doubt: Doubt): readonly DutyDue[] {
  if (doubt.duty === null) return []
  return [
    {
      duty: doubt.id,
      cite: doubt.cite,
      isPart: doubt.isPart,
      mark: doubt.mark.kind,
      who: null,
      office: doubt.duty.who,
      action: doubt.duty.action,
      recipient: null,
      languages: [],
      inEveryLanguage: false,
      trigger: 'doubt',
      arises: 'now',
      ...withoutTime(doubt.duty.due),
      ifMissed: null,
      certain: true,
    },
  ]
}

function withoutTime(due: Duty['due']): Pick<DutyDue, 'due' | 'at' | 'waitsFor'> {
  return { due, at: null, waitsFor: null }
}

function dueOf(stack: Stack, due: Duty['due'], events: EventTimes): Pick<DutyDue, 'due' | 'at' | 'waitsFor'> {
  if (due === null) return { due: null, at: null, waitsFor: null }
  const { at, waitsFor } = dueAt(due, events, stack.library.holidays)
  return { due, at: at === null ? null : at.toString(), waitsFor }
}

/**
 * Lists each other answer to one known fact, and each fact told unasked, that would lead to another single verdict.
 * `possible` is what is known, not what follows from it: what follows may not follow from the other answer.
 */
function nearestChanges(
  compiled: CompiledAct,
  knowledge: Knowledge,
  possible: readonly number[],
  bits: number,
): readonly NearestChange[] {
  const { space, store } = compiled
  const { facts, verdictBits } = prepared(compiled)
  const levels = levelsLookedAt(store, compiled.diagram, possible)
  const changes: NearestChange[] = []
  const shown = new Set<string>()
  const changed = [...possible]
  for (const level of space.told) {
    const variable = space.variables[level]
    const fact = facts[level]
    // A level that no possible case looks at cannot change anything by itself.
    if (!((levels >>> (level & 31)) & 1)) continue
    if (variable === undefined || fact === undefined || fact.isProtected) continue
    // What is told unasked is no until it is told: to tell it is a change.
    if (!fact.isVolunteered && knowledge.get(variable.name)?.kind !== 'value') continue
    for (const [cell, at] of variable.cells.entries()) {
      changed[level] = 1 << cell
      if (!asksFor(fact, at, compiled.act)) continue
      const other = reachableBits(store, compiled.diagram, changed, verdictBits)
      const verdict = only(other)
      if (verdict === null || other === bits) continue
      shown.add(`${variable.name} ${verdict}`)
      if (shown.size > nearestShown) return changes
      changes.push({ fact: variable.name, to: valuesOfCell(at, fact), verdict })
    }
    changed[level] = possible[level] ?? 0
  }
  return changes
}

/** Tells whether an answer can come with a request for an act: a paper that asks for other acts alone cannot. */
function asksFor({ type }: Fact, cell: Cell, act: string): boolean {
  if (type.kind !== 'one-of' || cell.kind !== 'name') return true
  const asks = type.values.find(({ name }) => name === cell.name)?.asks ?? []
  return asks.length === 0 || asks.includes(act)
}

/** The parts of a decision that its flags are read from, beside the law and the facts. */
interface Found {
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  readonly readings: readonly ReadingAnswer[]
  readonly isSettledByDoubt: boolean
}

function flagsFor(
  stack: Stack,
  knowledge: Knowledge,
  { verdict, reasons, readings, isSettledByDoubt }: Found,
): readonly Flag[] {
  const deciding = verdict === 'needs-facts' ? [] : reasons.filter(({ effect }) => effect === 'decides')
  const forced = forcedFacts(stack)
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['unverified', deciding.some(({ mark }) => mark === 'unverified')],
    ['inferred', deciding.some(({ mark }) => mark === 'inferred')],
    ['reported', deciding.some(({ mark }) => mark === 'reported')],
    ['contested', readings.length > 0],
    ['challenged', deciding.some(({ challenged }) => challenged.length > 0)],
    ['settled-by-doubt', isSettledByDoubt],
    ['protected-fact', [...forced.keys()].some((name) => knowledge.has(name))],
  ]
  return flags.filter(([, isSet]) => isSet).map(([flag]) => flag)
}
