/** The answers of places to the standard situations as data: the contract of `brightline cases --json`. */
import {
  aboutActs,
  isClean,
  runCases,
  withoutVersion,
  type CaseRun,
  type NoVersion,
  type Situations,
} from '@brightline/engine'
import type { CaseAnswerWord, ExpectedCase, Library, Texts } from '@brightline/language'
import { placeTitle } from '../comparison/side.ts'
import { sentenceTexts } from '../problem/sentence.ts'

/** One situation. */
export interface ShownSituation {
  readonly id: string
  readonly title: Texts
  readonly agency: string
  readonly act: string
}

/** The answer of a place to a situation on a date. */
export interface ShownCase {
  readonly situation: string
  readonly asOf: string
  /** Null where the situation is no request of this place. */
  readonly answer: CaseAnswerWord | null
  readonly until: string | null
  /** The provisions that decide. */
  readonly by: readonly string[]
  /** What the text says, in a sentence; null where nobody wrote an answer. */
  readonly because: Texts | null
  /** The answer that the text gives, its end and the provisions that say so, where they were written. */
  readonly expected: Pick<ExpectedCase, 'answer' | 'until' | 'by'> | null
  readonly isAsExpected: boolean
  /** Codes of what is wrong with the request, in the words of docs/errors.md. */
  readonly problems: readonly string[]
  /** What each of them says. */
  readonly refusals: readonly Texts[]
}

/** A place with its answers. */
export interface PlaceCases {
  readonly place: string
  readonly placeTitle: Texts
  readonly cases: readonly ShownCase[]
  /** How many situations have an answer that tells a counter what to do without another question. */
  readonly clean: number
  readonly differing: number
  /** The instruments about the acts of the situations that have no version on the date, the earliest first. */
  readonly noVersion: readonly NoVersion[]
}

/** The table of places and situations. */
export interface CasesDocument {
  readonly version: 2
  readonly asOf: string
  readonly situations: readonly ShownSituation[]
  readonly places: readonly PlaceCases[]
}

/** A place, its law and the answers that were written for it. */
export interface PlaceToTry {
  readonly place: string
  readonly library: Library
  readonly expected: readonly ExpectedCase[]
}

/** Puts the answers of places into the contract. */
export function toCasesDocument(situations: Situations, places: readonly PlaceToTry[]): CasesDocument {
  return {
    version: 2,
    asOf: situations.asOf,
    situations: situations.situations.map(({ id, title, agency, act }) => ({ id, title, agency, act })),
    places: places.map(({ place, library, expected }) => placeCases(place, library, situations, expected)),
  }
}

function placeCases(
  place: string,
  library: Library,
  situations: Situations,
  expected: readonly ExpectedCase[],
): PlaceCases {
  const runs = runCases(library, place, situations, expected)
  const today = runs.filter(({ asOf }) => asOf === situations.asOf)
  const acts = situations.situations.map(({ act }) => act)
  return {
    place,
    placeTitle: placeTitle(library, place),
    cases: runs.map(shownCase),
    clean: today.filter(({ answer }) => isClean(answer)).length,
    differing: runs.filter(({ isAsExpected }) => !isAsExpected).length,
    noVersion: withoutVersion(library, place, situations.asOf, aboutActs(library, acts, null)),
  }
}

function shownCase({ situation, asOf, expected, decision, answer, until, problems, isAsExpected }: CaseRun): ShownCase {
  const deciding = decision?.reasons.filter(({ effect }) => effect === 'decides') ?? []
  return {
    situation: situation.id,
    asOf,
    answer,
    until,
    by: deciding.map(({ rule }) => rule),
    because: expected?.because ?? null,
    expected: expected === null ? null : { answer: expected.answer, until: expected.until, by: expected.by },
    isAsExpected,
    problems: problems.map(({ code }) => code),
    refusals: problems.map((one) => sentenceTexts(one).message),
  }
}
