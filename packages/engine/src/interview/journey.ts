/**
 * The interview as a state machine: what was answered, and what to ask next.
 *
 * Pure. It asks only what can still change an answer, so its end is a decision and not a filled form.
 */
import type { Act, Fact, Texts, TimedEvent } from '@brightline/language'
import { compiledFor, decide, verdictsFor, type EventTimes } from '../decide/decide.ts'
import type { Decision } from '../decide/decision.ts'
import type { Question } from '../question/question.ts'
import { impossibleReason, type FactState, type Knowledge } from '../fact/knowledge.ts'
import { agencyFact, formFact, type FactValue } from '../fact/condition.ts'
import { openQuestions, toQuestion } from '../question/next.ts'
import { zoneOf } from '../request/calendar-date.ts'
import { readTime } from '../request/event-time.ts'
import { actsOfForm } from '../request/read-request.ts'
import { rulesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import { openFact } from './next-question.ts'

/** What an answer is about: a fact, the act that is asked for, or the time of an event. */
interface Subject {
  readonly kind: 'fact' | 'act' | 'time'
  readonly name: string
}

/** One answer. A time that was left out is `cannot-say`. */
export interface Answered {
  readonly subject: Subject
  readonly state: Extract<FactState, { readonly kind: 'value' | 'cannot-say' }>
}

/** Why an answer was refused. */
export type Refusal =
  { readonly kind: 'impossible'; readonly reason: Texts | null } | { readonly kind: 'nothing-before' }

/** An interview, wherever it stands. */
export interface Interview {
  readonly stack: Stack
  readonly answered: readonly Answered[]
  /** Answers that came after one that is being changed; given again where their question still comes. */
  readonly kept: readonly Answered[]
  readonly refusal: Refusal | null
  readonly isConfirmed: boolean
}

/** What to ask next. */
export type Step =
  | { readonly kind: 'fact'; readonly question: Question; readonly fact: Fact | null }
  | { readonly kind: 'act'; readonly acts: readonly Act[] }
  | { readonly kind: 'time'; readonly event: TimedEvent }
  | { readonly kind: 'check' }
  | { readonly kind: 'decision' }

/** What the person did. */
export type Input =
  | { readonly kind: 'answer'; readonly value: FactValue }
  | { readonly kind: 'cannot-say' }
  | { readonly kind: 'back' }
  /** Asks the answer at this index again. */
  | { readonly kind: 'change'; readonly index: number }
  | { readonly kind: 'confirm' }

/** The choice of an act, where no form says which. */
const actSubject: Subject = { kind: 'act', name: 'act' }

/** An interview with what the caller already said. */
export function begin(
  stack: Stack,
  given: { readonly agency: string | null; readonly form: string | null },
): Interview {
  const answered = [
    ...(given.agency === null ? [] : [factAnswer(agencyFact, given.agency)]),
    ...(given.form === null ? [] : [factAnswer(formFact, given.form)]),
  ]
  return { stack, answered, kept: [], refusal: null, isConfirmed: false }
}

/** The interview after an input. An answer that cannot be true together with the earlier ones changes nothing but the refusal. */
export function interview(now: Interview, input: Input): Interview {
  switch (input.kind) {
    case 'back':
      return goBack(now)
    case 'change':
      return {
        ...now,
        answered: now.answered.slice(0, input.index),
        kept: now.answered.slice(input.index + 1),
        refusal: null,
        isConfirmed: false,
      }
    case 'confirm':
      return nextStep(now).kind === 'check' ? { ...now, refusal: null, isConfirmed: true } : now
    case 'answer':
      return answer(now, { kind: 'value', value: input.value })
    case 'cannot-say':
      return canBeUnknown(nextStep(now)) ? answer(now, { kind: 'cannot-say' }) : now
  }
}

/** Whether a step takes "cannot say": who asks and what is asked are always known. */
export function canBeUnknown(step: Step): boolean {
  return step.kind === 'time' || (step.kind === 'fact' && step.question.fact !== agencyFact)
}

/** What to ask next. */
export function nextStep(now: Interview): Step {
  const { stack } = now
  const knowledge = answeredFacts(now)
  if (!knowledge.has(agencyFact)) return factStep(stack, agencyFact)
  const hasForms = stack.vocabulary.facts.some(({ name }) => name === formFact)
  if (hasForms && !knowledge.has(formFact)) return factStep(stack, formFact)
  const acts = actsOf(now)
  if (acts.length === 0) return { kind: 'act', acts: actsWithRules(stack) }
  const open = openFact(stack, acts, knowledge)
  if (open !== null) return factStep(stack, open)
  const event = openEvent(now)
  if (event !== null) return { kind: 'time', event }
  return { kind: now.isConfirmed ? 'decision' : 'check' }
}

/** What the answers say of the facts. */
export function answeredFacts({ answered }: Interview): Knowledge {
  return new Map(
    answered.flatMap(({ subject, state }) => (subject.kind === 'fact' ? [[subject.name, state] as const] : [])),
  )
}

/** The acts that are asked for: by the form, or as chosen where the form does not say. */
export function actsOf({ stack, answered }: Interview): readonly string[] {
  for (const { subject, state } of answered) {
    if (state.kind !== 'value' || typeof state.value !== 'string') continue
    if (subject.kind === 'act') return [state.value]
    if (subject.kind === 'fact' && subject.name === formFact) {
      const asked = actsOfForm(stack.vocabulary, state.value) ?? []
      if (asked.length > 0) return asked
    }
  }
  return []
}

/** The acts whose answer a fact can still change. */
export function bearsOn(now: Interview, fact: string): readonly string[] {
  const knowledge = answeredFacts(now)
  return actsOf(now).filter((act) =>
    openQuestions(compiledFor(now.stack, act), knowledge, 'verdict-and-duties').includes(fact),
  )
}

/** The times that were said. */
function timesOf({ stack, answered }: Interview): EventTimes {
  const zone = zoneOf(stack.library, stack.place)
  const times = answered.flatMap(({ subject, state }) => {
    if (subject.kind !== 'time' || state.kind !== 'value') return []
    const read = readTime(String(state.value), { zone, today: null })
    return read.ok ? [[subject.name, read.value.at] as const] : []
  })
  return Object.fromEntries(times)
}

/** The decisions that the answers lead to, one an act. */
export function decisionsOf(now: Interview): readonly Decision[] {
  const knowledge = answeredFacts(now)
  const times = timesOf(now)
  return actsOf(now).map((act) => decide(now.stack, act, knowledge, times))
}

function goBack(now: Interview): Interview {
  if (now.isConfirmed) return { ...now, refusal: null, isConfirmed: false }
  if (now.answered.length === 0) return { ...now, refusal: { kind: 'nothing-before' } }
  return { ...now, answered: now.answered.slice(0, -1), kept: [], refusal: null }
}

function answer(now: Interview, state: Answered['state']): Interview {
  const subject = subjectOf(nextStep(now))
  if (subject === null) return now
  const after = add(now, { subject, state })
  return after.refusal === null ? giveKeptAgain(after) : after
}

function add(now: Interview, given: Answered): Interview {
  const after = { ...now, answered: [...now.answered, given], refusal: null }
  const reason = given.subject.kind === 'fact' ? contradiction(after) : null
  return reason === null ? after : { ...now, refusal: reason }
}

/** After a change, the later answers stand where their question still comes and they are still possible. */
function giveKeptAgain(now: Interview): Interview {
  const subject = subjectOf(nextStep(now))
  const again = now.kept.find((kept) => subject !== null && isSame(kept.subject, subject))
  if (again === undefined) return now
  const kept = now.kept.filter((other) => other !== again)
  const after = add({ ...now, kept }, again)
  return after.refusal === null ? giveKeptAgain(after) : { ...now, kept }
}

/** Why the facts cannot be true together, or null. */
function contradiction(now: Interview): Refusal | null {
  const { stack } = now
  const knowledge = answeredFacts(now)
  const reason = impossibleReason(stack.vocabulary, knowledge)
  if (reason !== null) return { kind: 'impossible', reason }
  const isImpossible = actsOf(now).some((act) => verdictsFor(compiledFor(stack, act), knowledge).length === 0)
  return isImpossible ? { kind: 'impossible', reason: null } : null
}

function subjectOf(step: Step): Subject | null {
  switch (step.kind) {
    case 'fact':
      return { kind: 'fact', name: step.question.fact }
    case 'act':
      return actSubject
    case 'time':
      return { kind: 'time', name: step.event.name }
    case 'check':
    case 'decision':
      return null
  }
}

function factStep(stack: Stack, name: string): Step {
  const question = toQuestion(stack, name)
  if (question === null) throw new Error(`no fact ${name}`)
  return { kind: 'fact', question, fact: stack.vocabulary.facts.find((fact) => fact.name === name) ?? null }
}

/** The first event from which a duty or a limit of the answer counts, and whose time nobody was asked for. */
function openEvent(now: Interview): TimedEvent | null {
  const asked = new Set(now.answered.flatMap(({ subject }) => (subject.kind === 'time' ? [subject.name] : [])))
  const waiting = now.stack.vocabulary.events.filter((event) => event.isKnownAtCounter && !asked.has(event.name))
  if (waiting.length === 0) return null
  const counted = eventsCounted(now)
  return waiting.find(({ name }) => counted.has(name)) ?? null
}

function eventsCounted(now: Interview): ReadonlySet<string> {
  const decisions = decisionsOf(now)
  const ofDuties = decisions.flatMap(({ duties }) =>
    duties.flatMap(({ waitsFor }) => (waitsFor === null ? [] : [waitsFor])),
  )
  const ofLimits = decisions.flatMap(({ limit }) =>
    (limit?.limits ?? []).map((one) => (one.kind === 'span' ? one.span.event : one.event)),
  )
  return new Set([...ofDuties, ...ofLimits])
}

function actsWithRules(stack: Stack): readonly Act[] {
  const ruled = new Set(rulesOf(stack).flatMap(({ acts }) => acts))
  return stack.vocabulary.acts.filter(({ name }) => ruled.has(name))
}

function factAnswer(name: string, value: FactValue): Answered {
  return { subject: { kind: 'fact', name }, state: { kind: 'value', value } }
}

function isSame(one: Subject, other: Subject): boolean {
  return one.kind === other.kind && one.name === other.name
}
