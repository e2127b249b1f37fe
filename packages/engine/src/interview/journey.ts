/**
 * The way through an interview: which questions the answers so far lead to, and what to ask next.
 *
 * Pure, and computed from the answers alone each time. It asks only what can still change an answer, so its end is a
 * decision and not a filled form. An answer whose question no longer comes, or that has become impossible, is set aside
 * and comes back when its question does.
 */
import type { Act, Fact, Limit, Span, TimedEvent } from '@brightline/language'
import { compiledFor, decide, verdictsFor, type EventTimes } from '../decide/decide.ts'
import { agencyFact, formFact } from '../fact/condition.ts'
import { impossibleAmong, type FactState, type Knowledge } from '../fact/knowledge.ts'
import { openQuestions, toQuestion } from '../question/next.ts'
import type { Question } from '../question/question.ts'
import { readTime } from '../request/event-time.ts'
import type { Answer } from '../request/fact-value.ts'
import { askedByForm, type FormActs } from '../request/asked-acts.ts'
import type { Stack } from '../stack/layer.ts'
import { rulesOf } from '../stack/stack.ts'
import {
  addressOf,
  readAnswer,
  subjectAt,
  zoneOfPlace,
  type AnswerJson,
  type Answers,
  type Refusal,
  type Subject,
} from './answers.ts'
import { openFact } from './next-question.ts'

/** A question of the interview, with its address. */
export type QuestionStep =
  | { readonly kind: 'fact'; readonly address: string; readonly question: Question; readonly fact: Fact | null }
  | { readonly kind: 'act'; readonly address: string; readonly acts: readonly Act[] }
  | { readonly kind: 'time'; readonly address: string; readonly event: TimedEvent }

/** A step of the interview: a question, or the answers to be checked before the decision. */
export type Step = QuestionStep | { readonly kind: 'check'; readonly address: string }

/** The address of the last step. */
export const checkAddress = 'check:answers'

/** A question that was answered. */
export interface Visited {
  readonly step: QuestionStep
  readonly answer: AnswerJson
}

/** An answer that does not count now, and why: its question waits for another, does not come, or refuses it. */
export interface Aside {
  readonly address: string
  /** Null where the law has no such question: what a session holds may be old. */
  readonly step: QuestionStep | null
  readonly answer: AnswerJson
  readonly why: 'waiting' | 'moot' | Refusal
}

/** An interview under a law, as far as the answers lead. */
export interface Journey {
  readonly stack: Stack
  /** What was told unasked: volunteered facts are no questions, and their answers always count. */
  readonly offered: readonly Visited[]
  /** The answered questions, in the order in which they come. */
  readonly path: readonly Visited[]
  readonly next: Step
  readonly aside: readonly Aside[]
  readonly acts: readonly string[]
  /** The acts to which the interview was narrowed; none where the form or an answer says what is asked for. */
  readonly only: readonly string[]
  readonly knowledge: Knowledge
  readonly events: EventTimes
}

/** The knowledge that the answers on the path give. */
interface Known {
  readonly knowledge: ReadonlyMap<string, FactState>
  readonly act: string | null
  readonly only: readonly string[]
  readonly asked: ReadonlySet<string>
  readonly events: EventTimes
}

/**
 * Follows the answers. Where it is known which acts are asked for, as box 1 of a form says, only they are asked about.
 * Whoever follows many may keep decisions (`keptDecisions`).
 */
export function journey(
  stack: Stack,
  answers: Answers,
  only: readonly string[] = [],
  decideAct: typeof decide = decide,
): Journey {
  const path: Visited[] = []
  const offered = offeredIn(stack, answers)
  let known: Known = { ...told(stack, offered), only }
  for (;;) {
    const next = nextStep(stack, known, decideAct)
    const answer = answerAt(answers, next.address)
    if (next.kind === 'check' || answer === undefined)
      return ended(stack, answers, known, { offered, path, next, refusal: null })
    const after = taken(stack, known, subjectAt(next.address), answer)
    if ('refusal' in after) return ended(stack, answers, known, { offered, path, next, refusal: after.refusal })
    path.push({ step: next, answer })
    known = after
  }
}

/** Lists the acts whose answer a fact can still change. */
export function bearsOn({ stack, acts, knowledge }: Journey, fact: string): readonly string[] {
  return acts.filter((act) =>
    openQuestions(compiledFor(stack, act, knowledge), knowledge, 'whole-answer').includes(fact),
  )
}

/** Lists the facts that can still change an answer on any act, and the events whose times are still asked for. */
export function stillOpen({ stack, acts, knowledge, events, path, only }: Journey): {
  readonly facts: readonly string[]
  readonly events: readonly string[]
} {
  const facts = acts.flatMap((act) => openQuestions(compiledFor(stack, act, knowledge), knowledge, 'whole-answer'))
  const asked = new Set(path.map(({ step }) => step.address))
  const counted = eventsCounted(stack, acts, { knowledge, act: null, only, asked, events })
  const waiting = stack.vocabulary.events.filter(
    ({ name, isKnownAtCounter }) =>
      isKnownAtCounter && counted.has(name) && !asked.has(addressOf({ kind: 'time', event: name })),
  )
  return { facts: [...new Set(facts)], events: waiting.map(({ name }) => name) }
}

/** Gives the question at an address, whether or not the answers lead there; null where the law has none. */
export function questionStep(stack: Stack, address: string): QuestionStep | null {
  return questionAt(stack, address)
}

/** Says why an answer would be refused, after some others; null where it would be taken. */
export function refusalOf(
  stack: Stack,
  before: readonly Visited[],
  address: string,
  answer: AnswerJson,
): Refusal | null {
  const known = told(stack, before)
  const after = taken(stack, known, subjectAt(address), answer)
  return 'refusal' in after ? after.refusal : null
}

const nothingKnown: Known = { knowledge: new Map(), act: null, only: [], asked: new Set(), events: {} }

/** Gives what some answers tell, without those that are refused. */
function told(stack: Stack, visited: readonly Visited[]): Known {
  return visited.reduce<Known>((before, { step, answer }) => {
    const after = taken(stack, before, subjectAt(step.address), answer)
    return 'refusal' in after ? before : after
  }, nothingKnown)
}

/** Finds what was told unasked, in the order of the vocabulary. */
function offeredIn(stack: Stack, answers: Answers): readonly Visited[] {
  return stack.vocabulary.facts.reduce<readonly Visited[]>((offered, { name, isVolunteered }) => {
    const answer = isVolunteered ? answerAt(answers, name) : undefined
    const step = answer === undefined ? null : questionAt(stack, name)
    if (answer === undefined || step === null || refusalOf(stack, offered, name, answer) !== null) return offered
    return [...offered, { step, answer }]
  }, [])
}

function answerAt(answers: Answers, address: string): AnswerJson | undefined {
  return Object.hasOwn(answers, address) ? answers[address] : undefined
}

/** The place where the answers end: what led to it, the next step, and why an answer to that step is refused. */
interface End {
  readonly offered: readonly Visited[]
  readonly path: readonly Visited[]
  readonly next: Step
  readonly refusal: Refusal | null
}

function ended(stack: Stack, answers: Answers, known: Known, { offered, path, next, refusal }: End): Journey {
  const onPath = new Set([...offered, ...path].map(({ step }) => step.address))
  const aside = Object.entries(answers).flatMap(([address, answer]): readonly Aside[] => {
    if (onPath.has(address)) return []
    const step = questionAt(stack, address)
    if (refusal !== null && address === next.address) return [{ address, step, answer, why: refusal }]
    return [{ address, step, answer, why: next.kind === 'check' ? 'moot' : 'waiting' }]
  })
  const { knowledge, events, only } = known
  return { stack, offered, path, next, aside, acts: actsOf(stack, known), only, knowledge, events }
}

/** Adds an answer to what is known, or says why it is refused. */
function taken(
  stack: Stack,
  known: Known,
  subject: Subject,
  answer: AnswerJson,
): Known | { readonly refusal: Refusal } {
  const read = readAnswer(stack, subject, answer)
  if (!read.ok) return { refusal: read.problems[0] ?? { kind: 'unreadable' } }
  const after = added(stack, known, subject, read.value)
  const refusal = subject.kind === 'fact' ? contradiction(stack, after) : null
  return refusal === null ? after : { refusal }
}

function added(stack: Stack, known: Known, subject: Subject, answer: Answer): Known {
  const asked = new Set([...known.asked, addressOf(subject)])
  switch (subject.kind) {
    case 'fact':
      return { ...known, asked, knowledge: new Map([...known.knowledge, [subject.fact, answer]]) }
    case 'act':
      return { ...known, asked, act: answer.kind === 'value' ? String(answer.value) : null }
    case 'time': {
      if (answer.kind !== 'value') return { ...known, asked }
      const read = readTime(String(answer.value), { zone: zoneOfPlace(stack), today: null })
      return read.ok ? { ...known, asked, events: { ...known.events, [subject.event]: read.value.at } } : known
    }
  }
}

/** Tells why the facts cannot be true together, or null. */
function contradiction(stack: Stack, known: Known): Refusal | null {
  const { knowledge } = known
  const [impossible] = impossibleAmong(stack.vocabulary, knowledge)
  if (impossible !== undefined) return { kind: 'impossible', reason: impossible.reason }
  const isImpossible = actsOf(stack, known).some(
    (act) => verdictsFor(compiledFor(stack, act, knowledge), knowledge).length === 0,
  )
  return isImpossible ? { kind: 'impossible', reason: null } : null
}

function nextStep(stack: Stack, known: Known, decideAct: typeof decide): Step {
  const { knowledge } = known
  if (!knowledge.has(agencyFact)) return stepOf(stack, { kind: 'fact', fact: agencyFact })
  const hasForms = stack.vocabulary.facts.some(({ name }) => name === formFact)
  if (hasForms && !knowledge.has(formFact)) return stepOf(stack, { kind: 'fact', fact: formFact })
  const acts = actsOf(stack, known)
  if (acts.length === 0) return actStep(stack, known)
  const open = openFact(stack, acts, knowledge)
  if (open !== null) return stepOf(stack, { kind: 'fact', fact: open })
  const event = openEvent(stack, acts, known, decideAct)
  return event === null ? { kind: 'check', address: checkAddress } : stepOf(stack, { kind: 'time', event: event.name })
}

/** Lists the acts that are asked for: as is known, by the form, or as chosen where the form does not say. */
function actsOf(stack: Stack, known: Known): readonly string[] {
  if (known.only.length > 0) return known.only
  const { asked } = formActs(stack, known)
  if (asked.length > 0) return asked
  return known.act === null ? [] : [known.act]
}

function formActs({ vocabulary }: Stack, { knowledge }: Pick<Known, 'knowledge'>): FormActs {
  const form = knowledge.get(formFact)
  return askedByForm(vocabulary, form?.kind === 'value' ? String(form.value) : '')
}

/** Lists what the form of an interview can ask and nobody named: it is answered once it is asked for. */
export function alsoAskable({ stack, knowledge, acts, only }: Journey): readonly string[] {
  if (only.length > 0) return []
  return formActs(stack, { knowledge }).askable.filter((act) => !acts.includes(act))
}

/** Finds the question at an address, whether or not the answers lead there; null where the law has none. */
function questionAt(stack: Stack, address: string): QuestionStep | null {
  const subject = subjectAt(address)
  switch (subject.kind) {
    case 'act':
      return { kind: 'act', address, acts: actsWithRules(stack) }
    case 'time': {
      const event = stack.vocabulary.events.find(({ name }) => name === subject.event)
      return event === undefined ? null : { kind: 'time', address, event }
    }
    case 'fact': {
      const question = toQuestion(stack, subject.fact)
      const fact = stack.vocabulary.facts.find(({ name }) => name === subject.fact) ?? null
      return question === null ? null : { kind: 'fact', address, question, fact }
    }
  }
}

/** Asks for an act: one of those that the form can ask, where it can. */
function actStep(stack: Stack, known: Known): QuestionStep {
  const step = stepOf(stack, { kind: 'act' })
  const { askable } = formActs(stack, known)
  if (step.kind !== 'act' || askable.length === 0) return step
  return { ...step, acts: stack.vocabulary.acts.filter(({ name }) => askable.includes(name)) }
}

function stepOf(stack: Stack, subject: Subject): QuestionStep {
  const step = questionAt(stack, addressOf(subject))
  // INVARIANT: what is asked is in the vocabulary, or the agency.
  if (step === null) throw new Error(`nothing to ask at ${addressOf(subject)}`)
  return step
}

/** Finds the first event from which a duty or a limit of the answer counts, and whose time nobody was asked for. */
function openEvent(stack: Stack, acts: readonly string[], known: Known, decideAct: typeof decide): TimedEvent | null {
  const waiting = stack.vocabulary.events.filter(
    ({ name, isKnownAtCounter }) => isKnownAtCounter && !known.asked.has(addressOf({ kind: 'time', event: name })),
  )
  if (waiting.length === 0) return null
  const counted = eventsCounted(stack, acts, known, decideAct)
  return waiting.find(({ name }) => counted.has(name)) ?? null
}

function eventsCounted(
  stack: Stack,
  acts: readonly string[],
  { knowledge, events }: Known,
  decideAct: typeof decide = decide,
): ReadonlySet<string> {
  const decisions = acts.map((act) => decideAct(stack, act, knowledge, events))
  const ofDuties = decisions.flatMap(({ duties }) => duties.flatMap(({ waitsFor }) => waitsFor ?? []))
  const ofLimits = decisions.flatMap(({ limit }) =>
    (limit?.limits ?? []).flatMap((one) => eventsOf(one, limit?.asked ?? null)),
  )
  return new Set([...ofDuties, ...ofLimits])
}

/** Lists the events from which a limit counts; one that takes the time of the form counts only where the form is known. */
function eventsOf(limit: Limit, asked: Span | null): readonly string[] {
  switch (limit.kind) {
    case 'end-of-day':
      return [limit.event]
    case 'span':
      return [limit.span.event]
    case 'asked':
      return asked === null ? [] : [asked.event, ...(limit.atMost === null ? [] : [limit.atMost.event])]
  }
}

function actsWithRules(stack: Stack): readonly Act[] {
  const ruled = new Set(rulesOf(stack).flatMap(({ acts }) => acts))
  return stack.vocabulary.acts.filter(({ name }) => ruled.has(name))
}
