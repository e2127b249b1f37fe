/** A request of one shape against the law of its place: names looked up, values and times read, facts computed. */
import { nearest, type Library, type Result, type Vocabulary } from '@brightline/language'
import { stateOf, type DerivedFact } from '../conviction/derived-facts.ts'
import { compiledFor, verdictsFor, type EventTimes } from '../decide/decide.ts'
import { roomOf } from '../diagram/room.ts'
import { DiagramTooLarge } from '../diagram/store.ts'
import { agencyFact, formFact } from '../fact/condition.ts'
import { impossibleAmong, type FactState, type Knowledge } from '../fact/knowledge.ts'
import type { Stack, StackAt } from '../stack/layer.ts'
import { stackOf } from '../stack/stack.ts'
import { askedByForm } from './asked-acts.ts'
import { readDate, todayAt, years } from './calendar-date.ts'
import { derivedFacts } from './derived-facts.ts'
import { readEvents } from './events.ts'
import { readFacts } from './facts.ts'
import { nameMeant, unknownName, type Named } from './known-name.ts'
import type { RawRequest } from './part.ts'
import { isNameLike, pointerTo, problem, refused, taken, type RequestProblem } from './problem.ts'

/** A request that can be decided. */
export interface Request {
  readonly stack: Stack
  readonly asOf: string
  readonly agency: string | null
  readonly acts: readonly string[]
  readonly knowledge: Knowledge
  readonly events: EventTimes
  /** Facts computed from the convictions. */
  readonly derived: readonly DerivedFact[]
  /** Remarks to be made beside the answer: warnings, none of which stops it. */
  readonly notes: readonly RequestProblem[]
}

/** The surroundings in which a request is read. */
export interface ReadingContext {
  /** The instant at which it is asked, ISO 8601; it gives the date of the law where the request names none. */
  readonly now?: string
  /** Builds stacks; a caller with many requests keeps them. */
  readonly stackAt?: StackAt
}

/** Reads a request against the library that binds its place. */
export function readRequest(
  library: Library,
  raw: RawRequest,
  { now, stackAt = (place, asOf) => stackOf(library, place, asOf) }: ReadingContext = {},
): Result<Request, RequestProblem> {
  const place = library.places.find(({ id }) => id === raw.place)
  if (place === undefined) {
    const meant = nearest(
      raw.place,
      library.places.map(({ id }) => id),
    )
    const values = { ...(isNameLike(raw.place) ? { name: raw.place } : {}), ...(meant === null ? {} : { meant }) }
    return refused('REQ-0008', pointerTo('place'), values)
  }
  const asOf = dateOfLaw(library, raw, now)
  if (!asOf.ok) return asOf
  return readUnder(stackAt(place.id, asOf.value), asOf.value, place.timeZone, raw)
}

function readUnder(stack: Stack, asOf: string, zone: string, raw: RawRequest): Result<Request, RequestProblem> {
  const problems: RequestProblem[] = []
  const derived = taken(derivedFacts(stack, raw.convictions, asOf), problems) ?? []
  const read = taken(readFacts(stack, raw.facts), problems)
  const said = read ?? new Map<string, FactState>()
  const knowledge = taken(joined(derived, said), problems) ?? said
  // Whether a form asks for an act is known once the facts are read.
  const isOpen = read === null && raw.acts.length === 0
  const acts = isOpen ? [] : (taken(actsOf(stack.vocabulary, raw.acts, said.get(formFact)), problems) ?? [])
  const events = taken(readEvents(stack.vocabulary, zone, raw.events), problems)
  if (problems.length === 0) problems.push(...impossibilities(stack, knowledge))
  if (problems.length === 0) problems.push(...acts.flatMap((act) => faultOn(stack, act, knowledge)).slice(0, 1))
  if (events === null || problems.length > 0) return { ok: false, problems }
  const agency = knowledge.get(agencyFact)
  return {
    ok: true,
    value: {
      stack,
      asOf,
      agency: agency?.kind === 'value' ? String(agency.value) : null,
      acts,
      knowledge,
      derived,
      events: events.times,
      notes: events.notes,
    },
  }
}

function dateOfLaw(library: Library, { place, asOf }: RawRequest, now?: string): Result<string, RequestProblem> {
  if (asOf === null) {
    return now === undefined
      ? refused('REQ-0031', pointerTo('asOf'))
      : { ok: true, value: todayAt(library, place, now) }
  }
  const read = readDate(asOf)
  if (read.ok) return read
  if (read.problems[0] === 'too-far') return refused('REQ-0018', pointerTo('asOf'), years)
  return refused('REQ-0001', pointerTo('asOf'), /^[\w/-]{1,20}$/.test(asOf) ? { text: asOf } : {})
}

/** Joins what was said of the facts with what the convictions yield; a value that they rule out is refused. */
function joined(
  derived: readonly DerivedFact[],
  said: ReadonlyMap<string, FactState>,
): Result<Knowledge, RequestProblem> {
  const knowledge = new Map<string, FactState>(said)
  const problems: RequestProblem[] = []
  for (const { fact, possible } of derived) {
    const state = said.get(fact)
    if (state?.kind !== 'value') knowledge.set(fact, stateOf(possible))
    else if (!possible.includes(state.value)) problems.push(problem('REQ-0022', { kind: 'fact', fact }))
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: knowledge }
}

const actNamesOf = new WeakMap<Vocabulary['acts'], readonly Named[]>()

/** Gives the acts as names with labels. */
function actNames(acts: Vocabulary['acts']): readonly Named[] {
  const known = actNamesOf.get(acts)
  if (known !== undefined) return known
  const names = acts.map(({ name, phrase }) => ({ name, label: phrase }))
  actNamesOf.set(acts, names)
  return names
}

/** Gives the acts that are named, or those that the form asks by itself. */
function actsOf(
  { acts: known, facts }: Vocabulary,
  acts: readonly string[],
  form: FactState | undefined,
): Result<readonly string[], RequestProblem> {
  const problems: RequestProblem[] = []
  const read = acts.flatMap((text, index) => {
    const act = nameMeant(text, actNames(known))
    if (act !== null) return [act]
    const names = known.map(({ name }) => name)
    problems.push(unknownName('REQ-0003', pointerTo('acts', index), text, names))
    return []
  })
  if (problems.length > 0) return { ok: false, problems }
  if (read.length > 0) return { ok: true, value: [...new Set(read)] }
  const named = form?.kind === 'value' ? String(form.value) : null
  const { asked, askable } = askedByForm({ facts }, named ?? '')
  if (asked.length > 0) return { ok: true, value: asked }
  return refused('REQ-0004', pointerTo(), named === null || askable.length === 0 ? {} : { form: named, known: askable })
}

/** Finds what rules out that all the facts are true together: a declared combination, or every case of an act. */
function impossibilities({ vocabulary }: Stack, knowledge: Knowledge): readonly RequestProblem[] {
  return impossibleAmong(vocabulary, knowledge).map(({ reason, fact, cite }) =>
    problem(
      'FACT-0004',
      { kind: 'whole' },
      {
        ...(reason === null ? {} : { reason }),
        ...(fact === null ? {} : { fact }),
        ...(cite === null ? {} : { cite }),
      },
    ),
  )
}

/** Finds an act on which no case is left, although each pair of facts is possible, or that is too large to be decided. */
function faultOn(stack: Stack, act: string, knowledge: Knowledge): readonly RequestProblem[] {
  try {
    const isPossible = verdictsFor(compiledFor(stack, act, knowledge), knowledge).length > 0
    return isPossible ? [] : [problem('FACT-0005', { kind: 'whole' }, { act })]
  } catch (error) {
    if (error instanceof DiagramTooLarge)
      return [problem('REQ-0019', { kind: 'whole' }, { acts: [act], ...roomOf(error) })]
    throw error
  }
}
