/**
 * The answers of an interview: plain JSON, stored by the address of the step that asks. They hold nothing of the law, so
 * that a form, a session or a file can keep them.
 */
import type { Library, Result, Texts } from '@brightline/language'
import { agencyFact } from '../fact/condition.ts'
import { zoneOf } from '../request/calendar-date.ts'
import { readTime } from '../request/event-time.ts'
import { readFact, type Answer } from '../request/fact-value.ts'
import type { Stack } from '../stack/layer.ts'

/** An answer, spelled as in a request; null is that nobody can say, or that a time is left out. */
export type AnswerJson = string | number | null

/** The answers by address. Their order says nothing. */
export type Answers = Readonly<Record<string, AnswerJson>>

/** The subject of a step: a fact, the act that is asked for, or the time of an event. */
export type Subject =
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'act' }
  | { readonly kind: 'time'; readonly event: string }

/** Why an answer is refused. */
export type Refusal =
  /** It is no answer to this question. */
  | { readonly kind: 'unreadable' }
  /** This question needs an answer. */
  | { readonly kind: 'needs-answer' }
  /** It cannot be true together with the earlier answers; the law says why, or the cases of an act run out. */
  | { readonly kind: 'impossible'; readonly reason: Texts | null }

const act = 'act:asked'
const time = 'time:'

/**
 * Gives the address of a subject. It is stable: a link to it finds the same question.
 *
 * @example
 * addressOf({ kind: 'fact', fact: 'warrant.form' }) // => 'warrant.form'
 * addressOf({ kind: 'act' }) // => 'act:asked'
 * addressOf({ kind: 'time', event: 'receipt' }) // => 'time:receipt'
 */
export function addressOf(subject: Subject): string {
  switch (subject.kind) {
    case 'fact':
      return subject.fact
    case 'act':
      return act
    case 'time':
      return `${time}${subject.event}`
  }
}

/** Gives the subject of an address; names of facts have no colon. */
export function subjectAt(address: string): Subject {
  if (address === act) return { kind: 'act' }
  if (address.startsWith(time)) return { kind: 'time', event: address.slice(time.length) }
  return { kind: 'fact', fact: address }
}

/** Tells whether nobody needs to know the answer: who asks and what is asked are always known. */
export function canBeUnknown(subject: Subject): boolean {
  return subject.kind === 'time' || (subject.kind === 'fact' && subject.fact !== agencyFact)
}

/** Reads an answer to a question of a stack. */
export function readAnswer(stack: Stack, subject: Subject, answer: AnswerJson): Result<Answer, Refusal> {
  if (answer === null) {
    return canBeUnknown(subject) ? { ok: true, value: { kind: 'cannot-say' } } : refuse({ kind: 'needs-answer' })
  }
  const { agencies, acts, facts } = stack.vocabulary
  const named = (names: readonly { readonly name: string }[]): Result<Answer, Refusal> =>
    names.some(({ name }) => name === answer)
      ? { ok: true, value: { kind: 'value', value: answer } }
      : refuse({ kind: 'unreadable' })
  switch (subject.kind) {
    case 'act':
      return named(acts)
    case 'time':
      return readTime(String(answer), { zone: zoneOfPlace(stack), today: null }).ok
        ? { ok: true, value: { kind: 'value', value: answer } }
        : refuse({ kind: 'unreadable' })
    case 'fact': {
      if (subject.fact === agencyFact) return named(agencies)
      const fact = facts.find(({ name }) => name === subject.fact)
      const read = fact === undefined ? null : readFact(fact, answer)
      return read?.ok === true ? read : refuse({ kind: 'unreadable' })
    }
  }
}

/** Gives the time zone of the place of a stack. */
export function zoneOfPlace({ library, place }: { readonly library: Library; readonly place: string }): string {
  return zoneOf(library, place)
}

function refuse(refusal: Refusal): { readonly ok: false; readonly problems: readonly Refusal[] } {
  return { ok: false, problems: [refusal] }
}
