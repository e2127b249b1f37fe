/** The decisions on one request: the JSON contract of docs/decision.md. */
import {
  isWithin,
  type Due,
  type Library,
  type Mark,
  type Result,
  type Texts,
  type Trigger,
} from '@brightline/language'
import { authoritiesOn, type CitedAuthority } from '../authority/authorities.ts'
import type { DerivedFact } from '../conviction/derived-facts.ts'
import { decide } from '../decide/decide.ts'
import type { Decision } from '../decide/decision.ts'
import { roomOf } from '../diagram/room.ts'
import { DiagramTooLarge } from '../diagram/store.ts'
import { standingDuties, type DutyScope, type StandingDuty } from '../duties/standing-duties.ts'
import { truthGiven } from '../fact/knowledge.ts'
import { aboutActs, withoutVersion, type NoVersion } from '../stack/first-version.ts'
import { placesAbove } from '../stack/stack.ts'
import { contractVersion } from './contract.ts'
import { refused, type RequestProblem } from './problem.ts'
import type { Request } from './read-request.ts'

/** When an event of the case happened, by the clock of the place. */
interface EventTime {
  readonly event: string
  /** ISO 8601 with offset and zone. */
  readonly at: string
}

/** A duty about an act that no request gives rise to: a report, a deadline, a policy to keep. */
interface StandingDue {
  readonly duty: string
  readonly cite: string
  /** True where the duty is part of what the citation names. */
  readonly isPart: boolean
  readonly mark: Mark['kind']
  readonly action: Texts
  /** To whom, or null. */
  readonly recipient: Texts | null
  /** What follows if it is missed, or null. */
  readonly ifMissed: Texts | null
  readonly trigger: Trigger
  /** The acts of the request that it concerns. */
  readonly acts: readonly string[]
  /** The first day on or after the date of the law, an ISO date; null where the law names no day, or it has passed. */
  readonly next: string | null
  /** The day that has passed of a duty with one day, or null. */
  readonly passed: string | null
  readonly due: Due | null
  /** False where it arises only for some values of what is not known. */
  readonly certain: boolean
}

/** Through which day the law of a place was looked for, and where. */
interface CheckedPlace {
  readonly place: string
  readonly through: string
  readonly sweep: Texts
}

/** The decisions on the acts of one request. */
export interface DecisionDocument {
  readonly version: typeof contractVersion
  readonly place: string
  readonly agency: string | null
  readonly asOf: string
  readonly derived: readonly DerivedFact[]
  readonly events: readonly EventTime[]
  /** Warnings about how the request was read. */
  readonly notes: readonly RequestProblem[]
  readonly decisions: readonly Decision[]
  /** The duties about these acts that no request gives rise to. */
  readonly standing: readonly StandingDue[]
  /** What courts and attorneys general said of these acts and of the rules that bear on them; it decides nothing. */
  readonly authorities: readonly CitedAuthority[]
  /** How far the law of the place, and of the places above it, was checked; a place that nobody checked is not there. */
  readonly checked: readonly CheckedPlace[]
  /** The instruments about these acts that have no version on the date, the earliest first: none of them is applied. */
  readonly noVersion: readonly NoVersion[]
}

/**
 * Decides every act of a request, perhaps with decisions that are kept. Throws `DiagramTooLarge` where the law on one is
 * too large; `tryAnswer` gives a problem.
 */
export function answer(request: Request, decideAct: typeof decide = decide): DecisionDocument {
  const { stack, asOf, agency, acts, knowledge, events, derived, notes } = request
  const decisions = acts.map((act) => decideAct(stack, act, knowledge, events))
  return {
    version: contractVersion,
    place: stack.place,
    agency,
    asOf,
    derived,
    events: Object.entries(events).map(([event, at]) => ({ event, at: at.toString() })),
    notes,
    decisions,
    standing: standingFor(request),
    authorities: authoritiesOn(stack.library, { place: stack.place, asOf, decisions }),
    checked: checkedPlaces(stack),
    noVersion: withoutVersion(stack.library, stack.place, asOf, aboutActs(stack.library, acts, agency)),
  }
}

/** Lists the standing duties in force about the acts of a request, of the agency where it is known, that may arise. */
function standingFor({ stack, asOf, agency, acts, knowledge }: Request): readonly StandingDue[] {
  const { library, place } = stack
  return standingOn(library, { place, agency, asOf, until: asOf }).flatMap(({ duty, next, passed }) => {
    const concerned = acts.filter((act) => duty.about.includes(act))
    if (concerned.length === 0 || !isWithin(duty.inForce, asOf)) return []
    const arises = truthGiven(duty.condition, library.vocabulary, knowledge)
    if (arises === 'no') return []
    const { id, cite, isPart, mark, action, recipient, ifMissed, trigger, due } = duty
    const told = { duty: id, cite, isPart, mark: mark.kind, action, recipient, ifMissed, trigger, acts: concerned }
    return [{ ...told, next, passed, due, certain: arises === 'yes' }]
  })
}

/** Lists the standing duties of a scope; requests of one day share them. */
function standingOn(library: Library, scope: DutyScope): readonly StandingDuty[] {
  const kept = standingByScope.get(library) ?? new Map<string, readonly StandingDuty[]>()
  standingByScope.set(library, kept)
  const key = `${scope.place} ${scope.agency ?? ''} ${scope.asOf}`
  const before = kept.get(key)
  if (before !== undefined) return before
  if (kept.size === mostScopes) kept.clear()
  const duties = standingDuties(library, scope)
  kept.set(key, duties)
  return duties
}

const standingByScope = new WeakMap<Library, Map<string, readonly StandingDuty[]>>()
/** So many places, agencies and days are kept; then they are made again. */
const mostScopes = 500

function checkedPlaces(stack: Request['stack']): readonly CheckedPlace[] {
  const known = checkedByStack.get(stack) ?? listChecked(stack)
  checkedByStack.set(stack, known)
  return known
}

/** Every answer under a stack says the same of it. */
const checkedByStack = new WeakMap<Request['stack'], readonly CheckedPlace[]>()

function listChecked({ library, place }: Request['stack']): readonly CheckedPlace[] {
  const above = placesAbove(place)
  return library.places.flatMap(({ id, checked }) =>
    checked === null || !above.includes(id) ? [] : [{ place: id, through: checked.through, sweep: checked.sweep }],
  )
}

/** Decides every act of a request, or says which acts have too much law to be decided exactly. */
export function tryAnswer(
  request: Request,
  decideAct: typeof decide = decide,
): Result<DecisionDocument, RequestProblem> {
  try {
    return { ok: true, value: answer(request, decideAct) }
  } catch (error) {
    if (error instanceof DiagramTooLarge)
      return refused('REQ-0019', { kind: 'whole' }, { acts: request.acts, ...roomOf(error) })
    throw error
  }
}
