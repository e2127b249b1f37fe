/** Decides one act under a stack, with whatever is known. */
import type { Bilingual, Doubt, Duty, Limit, Verdict } from '@brightline/language'
import type { Temporal } from 'temporal-polyfill'
import { dueAt, limitAt } from '../calendar/due.ts'
import { dueInWords, limitInWords } from '../calendar/words.ts'
import { compileAct, type CompiledAct, type Leaf } from '../diagram/compile.ts'
import { leaf as leafOf, leafValue, type Diagram } from '../diagram/store.ts'
import { reachable } from '../diagram/walk.ts'
import { cellWords, forcedFacts, openQuestions, toQuestion } from '../question/next.ts'
import { stackOf, type Stack } from '../stack/stack.ts'
import { verdictOf } from '../stack/verdict.ts'
import type { Decision, DutyDue, Flag, NearestChange, ReadingAnswer, Reason } from './decision.ts'
import { possibleCells, truthOf, type Knowledge } from './knowledge.ts'
import { agrees, reasonsFor, rulesAtWork, type RuleAtWork } from './reasons.ts'
import { readingsOf } from './readings.ts'

/** When events of the case happened, as far as known. */
export type EventTimes = Readonly<Record<string, Temporal.ZonedDateTime>>

/** At most this many nearest changes are listed. */
const nearestShown = 8

/** The compiled act of a stack; compiled once. */
export function compiledFor(stack: Stack, act: string): CompiledAct {
  const acts = actsByStack.get(stack) ?? new Map<string, CompiledAct>()
  actsByStack.set(stack, acts)
  const known = acts.get(act)
  if (known !== undefined) return known
  const compiled = compileAct(stack, act)
  acts.set(act, compiled)
  return compiled
}

const actsByStack = new WeakMap<Stack, Map<string, CompiledAct>>()

/**
 * The verdict alone, for cases without open doubt: what `decide` says without its reasons.
 * `null` where the facts are impossible together.
 */
export function verdictsFor(compiled: CompiledAct, knowledge: Knowledge): ReadonlySet<Verdict> {
  return possibleVerdicts(compiled, compiled.diagram, possibleCells(compiled.space, knowledge))
}

/**
 * Decides an act. Facts must have passed `checkKnowledge`.
 *
 * Unknown facts stand for every value they could lawfully have: the verdict is given only where all of them agree,
 * or where a doubt rule of the law settles them to a prohibition or a conflict. Otherwise the verdict is `needs-facts`.
 */
export function decide(stack: Stack, act: string, knowledge: Knowledge, events: EventTimes = {}): Decision {
  const compiled = compiledFor(stack, act)
  const possible = possibleCells(compiled.space, knowledge)
  const certain = possibleVerdicts(compiled, compiled.diagram, possible)
  const settled = certain.size > 1 ? settleByDoubt(compiled, possible) : null
  const diagram = settled?.diagram ?? compiled.diagram
  const verdicts = settled?.verdicts ?? certain
  const verdict = only(verdicts) ?? 'needs-facts'
  const working = rulesAtWork(stack, act, compiled.space, possible)
  const reasons = reasonsFor(verdict, settled === null ? working : underDoubt(working, verdict))
  const deciding = working.filter(({ rule, live }) => live === 'yes' && agrees(rule, verdict))
  const [first] = certain.size > 1 ? openQuestions(compiled, knowledge) : []
  const readings = readingsOf(compiled, possible)
  return {
    act,
    verdict,
    decider: verdict === 'permitted' ? lowestDecider(deciding) : null,
    limit: verdict === 'permitted' || verdict === 'required' ? limitOf(stack, deciding, events) : null,
    possible: [...verdicts].sort(),
    ask: first === undefined ? null : toQuestion(stack, first),
    reasons,
    duties: dutiesFor(stack, compiled, diagram, possible, events, settled?.doubts ?? []),
    nearest: verdict === 'needs-facts' ? [] : nearestChanges(compiled, knowledge, possible, verdict),
    readings,
    flags: flagsFor(reasons, settled !== null, readings, stack, knowledge),
    policyHash: stack.policyHash,
  }
}

/** Builds the stack and decides; for callers that decide once. */
export function decideAt(
  library: Parameters<typeof stackOf>[0],
  place: string,
  asOf: string,
  act: string,
  knowledge: Knowledge,
): Decision {
  return decide(stackOf(library, place, asOf), act, knowledge)
}

function possibleVerdicts(compiled: CompiledAct, diagram: Diagram, possible: readonly number[]): ReadonlySet<Verdict> {
  const verdicts = new Set<Verdict>()
  for (const leaf of reachableLeaves(compiled, diagram, possible)) verdicts.add(verdictOf(leaf.state))
  return verdicts
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
  readonly verdicts: ReadonlySet<Verdict>
  readonly doubts: readonly Doubt[]
}

/**
 * Treats every doubtful term as its doubt rule says. Counts only where that leads to a prohibition or to counsel:
 * a missing fact never yields permission, nor a duty to act.
 */
function settleByDoubt(compiled: CompiledAct, possible: readonly number[]): Settled | null {
  const { store, space } = compiled
  const open = compiled.doubts.filter(({ doubt }) => truthOf(doubt.condition, space, possible) === 'maybe')
  if (open.length === 0) return null
  const diagram = open.reduce(
    (rest, { doubt, diagram: term }) =>
      store.apply(rest, term, (value, holds) => ((holds === 1) === doubt.treatAs ? value : 0), skipImpossible),
    compiled.diagram,
  )
  const verdicts = possibleVerdicts(compiled, diagram, possible)
  const verdict = only(verdicts)
  return verdict === 'prohibited' || verdict === 'conflict' ? { diagram, verdicts, doubts: open.map(({ doubt }) => doubt) } : null
}

function skipImpossible(left: Diagram): Diagram | null {
  return left < 0 && leafValue(left) === 0 ? leafOf(0) : null
}

/** Under a doubt rule, the rules that forbid are the ones that decide, also where they only perhaps apply. */
function underDoubt(working: readonly RuleAtWork[], verdict: Verdict): readonly RuleAtWork[] {
  return working.filter(({ rule, live }) => live === 'yes' || agrees(rule, verdict))
}

function only(verdicts: ReadonlySet<Verdict>): Verdict | null {
  const [first] = verdicts
  return verdicts.size === 1 && first !== undefined ? first : null
}

function lowestDecider(deciding: readonly RuleAtWork[]): string | null {
  return deciding.findLast(({ rule }) => rule.decider !== null)?.rule.decider ?? null
}

/** The limits of the deciding rules; with known times, the earliest end. */
function limitOf(stack: Stack, deciding: readonly RuleAtWork[], events: EventTimes): Decision['limit'] {
  const limits = deciding.flatMap(({ rule }) => (rule.limit === null ? [] : [rule.limit]))
  const distinct = limits.filter(
    (limit, index) => limits.findIndex((other) => JSON.stringify(other) === JSON.stringify(limit)) === index,
  )
  if (distinct.length === 0) return null
  const ends = distinct.flatMap((limit) => endOf(stack, limit, events))
  const [earliest] = ends.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)
  return {
    words: {
      en: distinct.map((limit) => limitInWords(limit, 'en', labelOf(stack, limitEvent(limit)).en)).join('; and '),
      es: distinct.map((limit) => limitInWords(limit, 'es', labelOf(stack, limitEvent(limit)).es)).join('; y '),
    },
    at: earliest === undefined ? null : earliest.toString(),
  }
}

function endOf(stack: Stack, limit: Limit, events: EventTimes): readonly Temporal.ZonedDateTime[] {
  const { at } = limitAt(limit, events, stack.library.holidays)
  return at === null ? [] : [at]
}

function limitEvent(limit: Limit): string {
  return limit.kind === 'span' ? limit.span.event : limit.event
}

function labelOf(stack: Stack, event: string): Bilingual {
  return stack.vocabulary.events.find(({ name }) => name === event)?.label ?? { en: event, es: event }
}

function dutiesFor(
  stack: Stack,
  compiled: CompiledAct,
  diagram: Diagram,
  possible: readonly number[],
  events: EventTimes,
  doubts: readonly Doubt[],
): readonly DutyDue[] {
  const leaves = reachableLeaves(compiled, diagram, possible)
  const arising = compiled.duties.filter((duty) => leaves.some(({ duties }) => duties.includes(duty)))
  return [
    ...arising.map((duty) => toDuty(stack, duty, events, leaves.every(({ duties }) => duties.includes(duty)))),
    ...doubts.flatMap((doubt) => doubtDuty(stack, doubt, events)),
  ]
}

function toDuty(stack: Stack, duty: Duty, events: EventTimes, certain: boolean): DutyDue {
  return {
    duty: duty.id,
    cite: duty.cite,
    mark: duty.mark.kind,
    who: duty.agencies,
    action: duty.action,
    languages: duty.languages,
    trigger: duty.trigger.kind === 'after' ? 'after' : 'on-request',
    ...dueOf(stack, duty.due, events),
    ifMissed: duty.ifMissed,
    certain,
  }
}

function doubtDuty(stack: Stack, doubt: Doubt, events: EventTimes): readonly DutyDue[] {
  if (doubt.duty === null) return []
  return [
    {
      duty: doubt.id,
      cite: doubt.cite,
      mark: doubt.mark.kind,
      who: [doubt.duty.who],
      action: doubt.duty.action,
      languages: [],
      trigger: 'doubt',
      ...dueOf(stack, doubt.duty.due, events),
      ifMissed: null,
      certain: true,
    },
  ]
}

function dueOf(stack: Stack, due: Duty['due'], events: EventTimes): Pick<DutyDue, 'due' | 'at' | 'waitsFor'> {
  if (due === null) return { due: null, at: null, waitsFor: null }
  const { at, waitsFor } = dueAt(due, events, stack.library.holidays)
  const event = due.kind === 'before' ? due.event : due.kind === 'within' ? due.span.event : ''
  const label = labelOf(stack, event)
  const words = { en: dueInWords(due, 'en', label.en), es: dueInWords(due, 'es', label.es) }
  return { due: words, at: at === null ? null : at.toString(), waitsFor }
}

/** Each other answer to one known fact that would lead to another single verdict. */
function nearestChanges(
  compiled: CompiledAct,
  knowledge: Knowledge,
  possible: readonly number[],
  verdict: Verdict,
): readonly NearestChange[] {
  const { space } = compiled
  const facts = new Map(compiled.stack.vocabulary.facts.map((fact) => [fact.name, fact]))
  const changes: NearestChange[] = []
  for (const [level, variable] of space.variables.entries()) {
    const fact = facts.get(variable.name)
    if (fact === undefined || fact.isProtected || knowledge.get(variable.name)?.kind !== 'value') continue
    for (const [cell, at] of variable.cells.entries()) {
      if ((possible[level] ?? 0) === 1 << cell) continue
      const changed = possible.with(level, 1 << cell)
      const other = only(possibleVerdicts(compiled, compiled.diagram, changed))
      if (other === null || other === verdict) continue
      changes.push({ fact: variable.name, to: cellWords(at, fact), verdict: other })
      if (changes.length === nearestShown) return changes
    }
  }
  return changes
}

function flagsFor(
  reasons: readonly Reason[],
  isSettledByDoubt: boolean,
  readings: readonly ReadingAnswer[],
  stack: Stack,
  knowledge: Knowledge,
): readonly Flag[] {
  const deciding = reasons.filter(({ effect }) => effect === 'decides')
  const forced = forcedFacts(stack)
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['unverified', deciding.some(({ mark }) => mark === 'unverified')],
    ['reported', deciding.some(({ mark }) => mark === 'reported')],
    ['contested', readings.length > 0],
    ['settled-by-doubt', isSettledByDoubt],
    ['protected-fact', [...forced.keys()].some((name) => knowledge.has(name))],
  ]
  return flags.filter(([, isSet]) => isSet).map(([flag]) => flag)
}
