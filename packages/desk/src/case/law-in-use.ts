/** The law by which the desk decides: read from folders once, for each place when it is first needed, and kept. */
import {
  joinParts,
  keptDecisions,
  readRequest,
  stackCache,
  tryAnswer,
  type DecisionDocument,
  type RequestPart,
  type Stack,
  type StackAt,
} from '@brightline/engine'
import { lawFor, openLaw } from '@brightline/law-files'
import type { Library } from '@brightline/language'
import { Refusal } from '../server/refusal.ts'

/** The law of one place. */
export interface LawOfPlace {
  readonly library: Library
  /** The law in force on a day. It may be named by an earlier day, since which nothing changed. */
  readonly stackOn: (day: string) => Stack
  /** Decides a request that was put together from answers. */
  readonly decide: (request: RequestPart) => DecisionDocument
}

/** The law that is in use at this desk. */
export interface LawInUse {
  /** Gives the law of a place. Refuses where it cannot be read; the next try reads it anew. */
  readonly of: (place: string) => Promise<LawOfPlace>
}

/**
 * Opens folders of law. A later folder adds to an earlier one.
 *
 * @example
 * const law = lawInUse([shippedLaw()], null)
 * const { stackOn } = await law.of('us/ca')
 */
export function lawInUse(folders: readonly string[], cache: string | null): LawInUse {
  const known = new Map<string, Promise<LawOfPlace>>()
  const read = async (place: string): Promise<LawOfPlace> => {
    const opened = openLaw(folders, cache)
    const library = opened.ok ? await lawFor(opened.value, place) : opened
    if (!library.ok) throw new Refusal('law-away')
    return lawOf(library.value, place)
  }
  return {
    of: async (place) => {
      const reading = known.get(place) ?? read(place)
      known.set(place, reading)
      try {
        return await reading
      } catch (error) {
        known.delete(place)
        throw error
      }
    },
  }
}

function lawOf(library: Library, place: string): LawOfPlace {
  const stackAt: StackAt = stackCache(library)
  const decideAct = keptDecisions()
  return {
    library,
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
