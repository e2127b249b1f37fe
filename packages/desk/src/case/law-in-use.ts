/**
 * The law by which the desk decides: read when it is first needed, and read again when an administrator says so.
 *
 * INVARIANT: what is read again with errors changes nothing. The law from before stays in use, and what is wrong is kept
 * to be told. A place whose law had errors from the beginning is not decided.
 */
import {
  joinParts,
  keptDecisions,
  readRequest,
  stackCache,
  tryAnswer,
  type DecisionDocument,
  type RequestPart,
  type RequestProblem,
  type Stack,
} from '@brightline/engine'
import { answersUnder } from '@brightline/engine/request'
import type { Library, Problem, Result } from '@brightline/language'
import { isError, judged, openLaw, readAllLaw, readText, type OpenLaw } from '@brightline/law-files'
import { readLawCases, type LawCases } from '@brightline/law-files/cases'
import { Temporal } from 'temporal-polyfill'
import { Refusal } from '../server/refusal.ts'

/** The law of one place. */
export interface LawOfPlace {
  readonly library: Library
  /** The law in force on a day. It may be named by an earlier day, since which nothing changed. */
  readonly stackOn: (day: string) => Stack
  /** Decides one act. What was decided on the same facts is kept. */
  readonly decideAct: ReturnType<typeof keptDecisions>
  /** Decides a request that was put together from answers. */
  readonly decide: (request: RequestPart) => DecisionDocument
}

/** One reading of all the law. */
export interface ReadLaw {
  readonly library: Library
  readonly stackAt: (place: string, day: string) => Stack
  /** Answers a request as JSON; `now` is the instant at which it is asked. */
  readonly answer: (given: unknown, now?: string) => Result<DecisionDocument, RequestProblem>
  /** Tells if the law of a place has no errors, so that it can be decided by. */
  readonly isSound: (place: string) => boolean
  /** The text of a file of law, as it lies on disk; null where it is not there any more. */
  readonly textOf: (file: string) => string | null
  /** The standard situations, and what places say to them in their texts; null where the law has none. */
  readonly standardCases: () => LawCases | null
  readonly errors: readonly Problem[]
  readonly readAt: Temporal.Instant
}

/** How the last readings went. */
export interface LawState {
  readonly folders: readonly string[]
  /** When the law in use was read. */
  readonly readAt: Temporal.Instant
  readonly places: number
  readonly instruments: number
  /** A later reading that failed, and why; null where there was none. */
  readonly failed: { readonly at: Temporal.Instant; readonly problems: readonly Problem[] } | null
}

/** The law that is in use at this desk. */
export interface LawInUse {
  /** Gives the law of a place. Refuses where it cannot be read. */
  readonly of: (place: string) => Promise<LawOfPlace>
  /** Gives all the law, also that of places that cannot be decided. */
  readonly all: () => Promise<ReadLaw>
  readonly state: () => Promise<LawState>
  readonly reload: () => Promise<LawState>
}

/**
 * Opens folders of law. A later folder adds to an earlier one, or replaces its files.
 *
 * @example
 * const law = lawInUse([shippedLaw()], null)
 * const { stackOn } = await law.of('us/ca')
 */
export function lawInUse(folders: readonly string[], cache: string | null): LawInUse {
  let reading: Promise<ReadLaw> | null = null
  let failed: LawState['failed'] = null
  const all = async (): Promise<ReadLaw> => {
    reading ??= readOrRefuse(folders, cache)
    try {
      const read = await reading
      failed ??= failureOf(read.errors)
      return read
    } catch (error) {
      reading = null
      throw error
    }
  }
  const state = async (): Promise<LawState> => stateOf(folders, await all(), failed)
  return {
    of: async (place) => lawOf(await all(), place),
    all,
    state,
    reload: async () => {
      const next = await readOnce(folders, cache)
      failed = failureOf(next.ok ? next.value.errors : next.problems)
      if (next.ok && failed === null) reading = Promise.resolve(next.value)
      return await state()
    },
  }
}

async function readOrRefuse(folders: readonly string[], cache: string | null): Promise<ReadLaw> {
  const first = await readOnce(folders, cache)
  if (!first.ok) throw new Refusal('law-away')
  return first.value
}

async function readOnce(folders: readonly string[], cache: string | null): Promise<Result<ReadLaw>> {
  const open = openLaw(folders, cache)
  if (!open.ok) return open
  const { library, problems } = await readAllLaw(open.value)
  const isJudged = judged({ problems })
  let cases: Result<LawCases> | null = null
  const read = {
    library,
    stackAt: stackCache(library),
    answer: answersUnder(library),
    isSound: (place: string) => library.places.some(({ id }) => id === place) && isJudged({ place }),
    textOf: (file: string) => textOf(open.value, file),
    standardCases: () => {
      cases ??= readLawCases(open.value)
      return cases.ok ? cases.value : null
    },
    errors: problems.filter(isError),
    readAt: Temporal.Now.instant(),
  }
  return { ok: true, value: read }
}

function failureOf(problems: readonly Problem[]): LawState['failed'] {
  return problems.length === 0 ? null : { at: Temporal.Now.instant(), problems }
}

function stateOf(folders: readonly string[], { library, readAt }: ReadLaw, failed: LawState['failed']): LawState {
  return { folders, readAt, places: library.places.length, instruments: library.instruments.length, failed }
}

function textOf({ fileByPath }: OpenLaw, file: string): string | null {
  const read = readText(fileByPath.get(file) ?? file, file)
  return read.ok ? read.value : null
}

/** The laws of places that were handed out, by the reading that they are of. */
const handedOut = new WeakMap<ReadLaw, Map<string, LawOfPlace>>()

function lawOf(read: ReadLaw, place: string): LawOfPlace {
  if (!read.isSound(place)) throw new Refusal('law-away')
  const places = handedOut.get(read) ?? new Map<string, LawOfPlace>()
  handedOut.set(read, places)
  const law = places.get(place) ?? makeLawOf(read, place)
  places.set(place, law)
  return law
}

function makeLawOf({ library, stackAt }: ReadLaw, place: string): LawOfPlace {
  const decideAct = keptDecisions()
  return {
    library,
    decideAct,
    stackOn: (day) => stackAt(place, day),
    decide: (part) => {
      const raw = joinParts([part])
      const request = raw.ok ? readRequest(library, raw.value, { stackAt }) : raw
      const answered = request.ok ? tryAnswer(request.value, decideAct) : request
      // Answers were held against the law on their way in; what fails here is law too large to be decided.
      if (!answered.ok) throw new Refusal('law-away')
      return answered.value
    },
  }
}
