/** A request in parts: what one file, one flag or one line says, and all of them joined. */
import type { Conviction, Result } from '@brightline/language'
import { agencyFact, formFact } from '../fact/condition.ts'
import { readConvictions, type ConvictionJson } from './convictions.ts'
import { pointerTo, problem, refused, type RequestProblem } from './problem.ts'
import type { contractVersion } from './contract.ts'

/** A value of a fact as JSON has it; null where nobody can say. */
export type FactJson = string | number | boolean | null

/** The part of a request that one source gives. `request-schema.ts` is its schema. */
export interface RequestPart {
  readonly version?: typeof contractVersion
  readonly place?: string
  readonly asOf?: string
  readonly agency?: string | null
  readonly form?: string | null
  readonly acts?: readonly string[]
  readonly facts?: Readonly<Record<string, FactJson>>
  readonly convictions?: readonly ConvictionJson[]
  readonly events?: Readonly<Record<string, string | null>>
}

/** One statement about a fact or an event, with the pointer to where it was made. */
export interface Said<Value> {
  readonly name: string
  readonly value: Value
  readonly keys: readonly string[]
}

/** A request of one shape, whose names and values nobody has looked up yet. */
export interface RawRequest {
  readonly place: string
  readonly asOf: string | null
  readonly acts: readonly string[]
  /** The agency and the form are facts among them. */
  readonly facts: readonly Said<FactJson>[]
  readonly convictions: readonly Conviction[] | null
  readonly events: readonly Said<string>[]
}

/**
 * Joins the parts of one request. What two of them say must be equal: none is stronger than another.
 *
 * Facts and events are compared later, when their values are read.
 */
export function joinParts(parts: readonly RequestPart[]): Result<RawRequest, RequestProblem> {
  const problems: RequestProblem[] = []
  const once = <Value>(key: keyof RequestPart, values: readonly (Value | null | undefined)[]): Value | null => {
    const said = values.filter((value) => value !== undefined && value !== null)
    const [first] = said
    if (said.some((value) => JSON.stringify(value) !== JSON.stringify(first))) {
      problems.push(problem('REQ-0013', pointerTo(key), { name: key }))
    }
    return first ?? null
  }
  const place = once(
    'place',
    parts.map((part) => part.place),
  )
  const asOf = once(
    'asOf',
    parts.map((part) => part.asOf),
  )
  const acts = once(
    'acts',
    parts.map((part) => distinct(part.acts)),
  )
  const written = parts.flatMap((part) => {
    const read = part.convictions === undefined ? null : readConvictions(part.convictions)
    if (read?.ok === false) problems.push(...read.problems)
    return read?.ok === true ? [read.value] : []
  })
  const convictions = once('convictions', written)
  if (place === null || place === '') return refused('REQ-0017', pointerTo())
  if (problems.length > 0) return { ok: false, problems }
  const facts = parts.flatMap(factsOf)
  return { ok: true, value: { place, asOf, acts: acts ?? [], facts, convictions, events: parts.flatMap(eventsOf) } }
}

/** Lists the names without repetitions, or null where there are none; their order says nothing. */
function distinct(names: readonly string[] | undefined): readonly string[] | null {
  const found = [...new Set(names)]
  return found.length === 0 ? null : found
}

function factsOf({ agency, form, facts = {} }: RequestPart): readonly Said<FactJson>[] {
  const named = (name: string, key: string, value: string | null | undefined): readonly Said<FactJson>[] =>
    value === undefined || value === null ? [] : [{ name, value, keys: [key] }]
  return [
    ...named(agencyFact, 'agency', agency),
    ...named(formFact, 'form', form),
    ...Object.entries(facts).map(([name, value]) => ({ name, value, keys: ['facts', name] })),
  ]
}

function eventsOf({ events = {} }: RequestPart): readonly Said<string>[] {
  return Object.entries(events).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value, keys: ['events', name] }],
  )
}
