/** A request as data from outside: acts, agency, date, facts, convictions and times, checked and turned into knowledge. */
import { Temporal } from 'temporal-polyfill'
import { dateExists, dayNumber, nearest, type Conviction, type Fact, type Library } from '@brightline/language'
import { checkConvictions } from '../conviction/check-convictions.ts'
import { derive } from '../conviction/derive.ts'
import { compiledFor, verdictsFor, type EventTimes } from '../decide/decide.ts'
import { checkKnowledge, expected, type FactState } from '../fact/knowledge.ts'
import { agencyFact, type FactValue } from '../fact/condition.ts'
import { forcedFacts } from '../question/next.ts'
import { rulesOf, stackOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'

/** The fact that says which form was received; its values name the acts that they ask for. */
export const formFact = 'request.form'

/** What may be asked, before it is checked. */
export interface RawRequest {
  readonly place: string
  readonly asOf: string
  readonly agency: string | null
  readonly acts: readonly string[]
  readonly form: string | null
  /** Fact names to values; null is "cannot say". */
  readonly facts: Readonly<Record<string, unknown>>
  readonly convictions: unknown
  readonly events: unknown
}

/** A request that can be decided. */
export interface Request {
  readonly stack: Stack
  readonly agency: string | null
  readonly acts: readonly string[]
  readonly knowledge: ReadonlyMap<string, FactState>
  readonly events: EventTimes
  /** Facts computed from the convictions. */
  readonly derived: readonly DerivedFact[]
}

/** A fact computed from convictions: one value, or several where the record leaves it open. */
export interface DerivedFact {
  readonly fact: string
  readonly possible: readonly FactValue[]
}

/** Why a request was refused. */
export interface RequestProblem {
  readonly code: string
  readonly message: string
  readonly help: string | null
}

export type RequestResult =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'problems'; readonly problems: readonly RequestProblem[] }

/** Checks a request against the library that binds its place. The place is known to exist. */
export function readRequest(library: Library, raw: RawRequest): RequestResult {
  const problems: RequestProblem[] = []
  if (!isDate(raw.asOf)) {
    const problem = {
      code: 'REQ-0001',
      message: `\`${raw.asOf}\` is not a date`,
      help: 'write year-month-day, such as 2026-11-22',
    }
    return { kind: 'problems', problems: [problem] }
  }
  const stack = stackOf(library, raw.place, raw.asOf)
  const { vocabulary } = library
  const agencies = vocabulary.agencies.map(({ name }) => name)
  if (raw.agency !== null && !agencies.includes(raw.agency)) {
    problems.push(unknown('REQ-0002', 'agency', raw.agency, agencies))
  }
  const acts = actsOf(library, raw, problems)
  const forced = new Set(forcedFacts(stack).keys())
  const knowledge = new Map<string, FactState>()
  if (raw.agency !== null) knowledge.set(agencyFact, { kind: 'value', value: raw.agency })
  const derived = deriveAll(stack, raw, problems)
  for (const { fact, possible } of derived) knowledge.set(fact, toState(possible))
  if (raw.form !== null) knowledge.set(formFact, { kind: 'value', value: raw.form })
  for (const [name, value] of Object.entries(raw.facts)) {
    const fact = vocabulary.facts.find((candidate) => candidate.name === name)
    if (fact === undefined) {
      const names = vocabulary.facts.filter(({ isProtected }) => !isProtected).map((candidate) => candidate.name)
      problems.push(unknown('FACT-0001', 'fact', name, names))
      continue
    }
    // Protected first: whoever gives a wrong value is not invited to give a right one.
    if (fact.isProtected && !forced.has(name)) {
      knowledge.set(name, { kind: 'cannot-say' })
      continue
    }
    const state = readFact(fact, value)
    if (state === null) problems.push(wrongValue(fact, value))
    else if (disagrees(derived, name, state)) {
      const help = 'leave the fact out, or correct the list'
      problems.push({ code: 'REQ-0006', message: `\`${name}\` does not agree with the convictions`, help })
    } else knowledge.set(name, state)
  }
  const events = readEvents(library, raw, problems)
  const refused = checkKnowledge(vocabulary, knowledge, forced)
  // A value that is wrong in type was already named.
  problems.push(...(problems.length > 0 ? refused.filter(({ code }) => code === 'FACT-0003') : refused))
  if (problems.length > 0) return { kind: 'problems', problems }
  const impossible = acts.find((act) => verdictsFor(compiledFor(stack, act), knowledge).length === 0)
  if (impossible !== undefined) {
    // Each pair of facts is possible, and all of them together are not.
    const message = `these facts cannot be true together, so nothing can be said on \`${impossible}\``
    const problem = { code: 'FACT-0004', message, help: 'look at the paper again, and leave out what is not certain' }
    return { kind: 'problems', problems: [problem] }
  }
  return { kind: 'request', request: { stack, agency: raw.agency, acts, knowledge, events, derived } }
}

/** Whether a given value is none of those that the convictions leave open. */
function disagrees(derived: readonly DerivedFact[], name: string, state: FactState): boolean {
  const computed = derived.find(({ fact }) => fact === name)
  return computed !== undefined && state.kind === 'value' && !computed.possible.includes(state.value)
}

/** Names what is unknown and what was probably meant. */
export function unknown(code: string, noun: string, name: string, known: readonly string[]): RequestProblem {
  const meant = nearest(name, known)
  const few = known.slice(0, 12)
  const all = `the known ones: ${few.join(', ')}${known.length > few.length ? ' and more: see `brightline vocabulary` or `brightline places`' : ''}`
  const help = meant === null ? all : `did you mean \`${meant}\`?`
  return { code, message: `unknown ${noun} \`${name}\``, help }
}

/** The acts that a form asks for, by the vocabulary. */
export function actsOfForm(library: Library, form: string): readonly string[] | null {
  const type = library.vocabulary.facts.find(({ name }) => name === formFact)?.type
  if (type?.kind !== 'one-of') return null
  return type.values.find(({ name }) => name === form)?.asks ?? null
}

/** One value as it comes from JSON or from `--fact NAME=VALUE`; null where the fact has no such value. */
export function readFact(fact: Fact, value: unknown): FactState | null {
  if (value === null || value === 'unknown' || value === 'cannot-say') return { kind: 'cannot-say' }
  const { type } = fact
  switch (type.kind) {
    case 'yes-no':
      if (value === true || value === 'yes' || value === 'true') return { kind: 'value', value: 'yes' }
      return value === false || value === 'no' || value === 'false' ? { kind: 'value', value: 'no' } : null
    case 'one-of':
      return typeof value === 'string' && type.values.some(({ name }) => name === value)
        ? { kind: 'value', value }
        : null
    case 'number':
      if (value === 'never') return type.canBeNever ? { kind: 'value', value } : null
      return readNumber(value, type.min, type.max)
    case 'date':
      return typeof value === 'string' && isDate(value) ? { kind: 'value', value: dayNumber(value) } : null
  }
}

/** Whether a text is a date that exists. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateExists(text)
}

function readNumber(value: unknown, min: number, max: number): FactState | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) return null
  return { kind: 'value', value: number }
}

/** The value is not repeated: it may be personal. */
function wrongValue(fact: Fact, value: unknown): RequestProblem {
  const { type } = fact
  const names = type.kind === 'one-of' ? type.values.map(({ name }) => name) : []
  const meant = typeof value === 'string' && names.length > 0 ? nearest(value, names) : null
  const help = meant === null ? expected(fact) : `did you mean \`${meant}\`?`
  return { code: 'FACT-0002', message: `\`${fact.name}\` has no such value`, help }
}

function actsOf(library: Library, raw: RawRequest, problems: RequestProblem[]): readonly string[] {
  const known = library.vocabulary.acts.map(({ name }) => name)
  for (const act of raw.acts) if (!known.includes(act)) problems.push(unknown('REQ-0003', 'act', act, known))
  if (raw.form === null) {
    if (raw.acts.length === 0) {
      problems.push({
        code: 'REQ-0004',
        message: 'no act and no form is named',
        help: 'name an act such as `hold`, or a form with --form',
      })
    }
    return raw.acts
  }
  const asked = actsOfForm(library, raw.form)
  if (asked === null) {
    const type = library.vocabulary.facts.find(({ name }) => name === formFact)?.type
    problems.push(
      unknown('REQ-0005', 'form', raw.form, type?.kind === 'one-of' ? type.values.map(({ name }) => name) : []),
    )
    return raw.acts
  }
  return raw.acts.length > 0 ? raw.acts : asked
}

function deriveAll(stack: Stack, raw: RawRequest, problems: RequestProblem[]): readonly DerivedFact[] {
  if (raw.convictions === undefined || raw.convictions === null) return []
  const checked = checkConvictions(raw.convictions)
  for (const { path, message, help } of checked.problems) {
    problems.push({ code: 'REQ-0006', message: `convictions${path}: ${message}`, help })
  }
  if (checked.problems.length > 0) return []
  return derivedFacts(stack, checked.convictions, problems)
}

/** The derived facts that the law of the stack reads. */
function derivedFacts(
  stack: Stack,
  convictions: readonly Conviction[],
  problems: RequestProblem[],
): readonly DerivedFact[] {
  const read = JSON.stringify(rulesOf(stack).map(({ condition }) => condition))
  const derived: DerivedFact[] = []
  for (const fact of stack.vocabulary.facts) {
    if (fact.derivation === null || !read.includes(`"${fact.name}"`)) continue
    const result = derive(fact, convictions, stack.library.offences, stack.asOf)
    if (result.kind === 'derived') derived.push({ fact: fact.name, possible: result.possible })
    else {
      const [problem] = result.problems
      if (problem !== undefined && !problems.some(({ code }) => code === 'REQ-0006')) {
        problems.push({
          code: 'REQ-0006',
          message: `convictions${problem.path}: ${problem.message}`,
          help: problem.help,
        })
      }
    }
  }
  return derived
}

function toState(possible: readonly FactValue[]): FactState {
  const [first] = possible
  return possible.length === 1 && first !== undefined
    ? { kind: 'value', value: first }
    : { kind: 'one-of', values: possible }
}

function readEvents(library: Library, raw: RawRequest, problems: RequestProblem[]): EventTimes {
  if (raw.events === undefined || raw.events === null) return {}
  if (typeof raw.events !== 'object') {
    problems.push({
      code: 'REQ-0007',
      message: 'events is not an object',
      help: 'write event names with times, such as {"receipt": "2026-11-22T14:00"}',
    })
    return {}
  }
  const zone = zoneOf(library, raw.place)
  const names = library.vocabulary.events.map(({ name }) => name)
  const events: Record<string, Temporal.ZonedDateTime> = {}
  for (const [name, value] of Object.entries(raw.events)) {
    if (!names.includes(name)) problems.push(unknown('REQ-0007', 'event', name, names))
    const at = typeof value === 'string' ? readTime(value, zone) : null
    if (at === null) {
      problems.push({
        code: 'REQ-0007',
        message: `the time of \`${name}\` cannot be read`,
        help: 'write 2026-11-22T14:00, local time of the place, or with an offset',
      })
    } else events[name] = at
  }
  return events
}

/** The time zone of a place. */
export function zoneOf(library: Library, place: string): string {
  return library.places.find(({ id }) => id === place)?.timeZone ?? 'UTC'
}

/** A time as people write it: local to the place unless it says otherwise; null where it is none. */
export function readTime(text: string, zone: string): Temporal.ZonedDateTime | null {
  try {
    if (/\[.+\]$/.test(text)) return Temporal.ZonedDateTime.from(text)
    if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return Temporal.Instant.from(text).toZonedDateTimeISO(zone)
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone)
  } catch {
    return null
  }
}
