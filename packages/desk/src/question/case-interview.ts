/** The interview of one case: what is on record of it, put to the law that is in force today. */
import {
  addressOf,
  agencyFact,
  formFact,
  journey,
  refusalOf,
  requestOf,
  stepAt,
  stillOpen,
  writeTime,
  type AnswerJson,
  type Answers,
  type DecisionDocument,
  type Journey,
  type QuestionStep,
  type Refusal,
  type Stack,
} from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import type { LawInUse, LawOfPlace } from '../case/law-in-use.ts'
import type { CaseToDecide } from '../case/read-case.ts'

/** Where an interview stands. */
export interface CaseInterview {
  readonly law: LawOfPlace
  readonly stack: Stack
  /** The day whose law is applied: today, where the agency is. */
  readonly today: string
  readonly answers: Answers
  readonly now: Journey
}

/** Follows the answers of a case under the law of its place. */
export async function interviewOf(lawInUse: LawInUse, record: CaseToDecide): Promise<CaseInterview> {
  const law = await lawInUse.of(record.place)
  const today = Temporal.Now.plainDateISO(record.timeZone).toString()
  const stack = law.stackOn(today)
  const answers = answersOf(record, stack)
  return { law, stack, today, answers, now: journey(stack, answers, actsAsked(record, stack), law.decideAct) }
}

/** Follows the answers of an interview with others in their place. */
export function withAnswers(interview: CaseInterview, changed: Answers): CaseInterview {
  const answers = { ...interview.answers, ...changed }
  return { ...interview, answers, now: journey(interview.stack, answers, interview.now.only, interview.law.decideAct) }
}

/** Says why an answer to a question of the interview is refused; null where it is taken. */
export function refusalAt({ stack, now }: CaseInterview, address: string, answer: AnswerJson): Refusal | null {
  const before = [...now.offered, ...now.path]
  const at = before.findIndex(({ step }) => step.address === address)
  return refusalOf(stack, at < 0 ? before : before.slice(0, at), address, answer)
}

/** Decides on the answers so far. Times that are known count before their questions come. */
export function decideNow({ law, now, today, answers }: CaseInterview): DecisionDocument {
  const request = requestOf(now)
  const known = now.stack.vocabulary.events.flatMap(({ name }) => {
    const at = answers[addressOf({ kind: 'time', event: name })]
    return typeof at === 'string' ? [[name, at] as const] : []
  })
  return law.decide({ ...request, asOf: today, events: { ...Object.fromEntries(known), ...request.events } })
}

/** Gives the question at an address, if the answers lead there. The kind of agency is known, and no question. */
export function questionAt({ now }: CaseInterview, address: string): QuestionStep | null {
  const step = stepAt(now, address)
  const isFixed = address === agencyFact && now.next.address !== agencyFact
  return step === null || step.kind === 'check' || isFixed ? null : step
}

/** Counts the questions that can still follow the one that is shown. */
export function countLeft({ now }: CaseInterview, address: string): number {
  const { facts, events } = stillOpen(now)
  return facts.filter((fact) => fact !== address).length + events.filter((event) => `time:${event}` !== address).length
}

/** Lists the facts that nobody could tell, and that would settle acts whose answer needs facts. */
export function settlingFacts({ stack, answers, law }: CaseInterview, acts: readonly string[]): readonly string[] {
  if (acts.length === 0) return []
  const open = new Set(stack.vocabulary.facts.filter(({ isProtected }) => !isProtected).map(({ name }) => name))
  const isUntold = (address: string): boolean => answers[address] === null && open.has(address)
  const told = Object.fromEntries(Object.entries(answers).filter(([address]) => !isUntold(address)))
  return stillOpen(journey(stack, told, acts, law.decideAct)).facts.filter(isUntold)
}

/**
 * Puts together what is known: the agency, what the request says, and the answers.
 *
 * INVARIANT: a protected fact is never asked, because nobody can tell it here; it then stands for every value.
 */
function answersOf({ agencyKind, request, answers, timeZone }: CaseToDecide, stack: Stack): Answers {
  const { facts } = stack.vocabulary
  const unknown = facts.flatMap(({ name, isProtected }) => (isProtected ? [[name, null] as const] : []))
  const form = formNamed(request?.form ?? null, stack)
  const received = request?.received_at.toZonedDateTimeISO(timeZone)
  const told = Object.fromEntries([...answers].map(([address, { value }]) => [address, value] as const))
  return {
    [agencyFact]: agencyKind,
    ...(form === null ? {} : { [formFact]: form }),
    ...(received === undefined ? {} : { 'time:receipt': writeTime(received) }),
    ...told,
    ...Object.fromEntries(unknown),
  }
}

/** Finds a form by the name that the vocabulary has for it; capitals do not count. */
function formNamed(form: string | null, { vocabulary }: Stack): string | null {
  const type = vocabulary.facts.find(({ name }) => name === formFact)?.type
  if (form === null || type?.kind !== 'one-of') return null
  return type.values.find(({ name }) => name === form.toLowerCase())?.name ?? null
}

/** Lists the acts that the request asks for and the law knows. */
function actsAsked({ request }: CaseToDecide, { vocabulary }: Stack): readonly string[] {
  return (request?.acts ?? []).filter((act) => vocabulary.acts.some(({ name }) => name === act))
}
