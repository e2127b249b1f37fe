/** The answers of a place to the standard situations, and whether they are those that its text gives. */
import type { CaseAnswerWord, ExpectedCase, Library } from '@brightline/language'
import type { Decision } from '../decide/decision.ts'
import { answersToParts, type AnswerToPart } from '../request/answers-to-parts.ts'
import type { RequestProblem } from '../request/problem.ts'
import type { Situation, Situations } from './situation.ts'

/** What a situation came to in a place on a date. */
export interface CaseRun {
  readonly situation: Situation
  readonly asOf: string
  /** The answer that the text gives, or null where nobody wrote it. */
  readonly expected: ExpectedCase | null
  /** Null where the situation is no request of this place; `problems` say why. */
  readonly decision: Decision | null
  readonly answer: CaseAnswerWord | null
  /** The local time at which the act must end, or null. */
  readonly until: string | null
  readonly problems: readonly RequestProblem[]
  /** False where the answer, its end or a provision that must say so is another. */
  readonly isAsExpected: boolean
}

/** Puts every situation to the law of a place, on each date for which an answer is written. */
export function runCases(
  library: Library,
  place: string,
  { asOf, situations }: Situations,
  expected: readonly ExpectedCase[],
): readonly CaseRun[] {
  const answer = answersToParts(library)
  return situations.flatMap((situation) => {
    const rows = expected.filter((row) => row.situation === situation.id)
    const cases = rows.length === 0 ? [null] : rows
    return cases.map((row) => runCase(situation, row, { place, asOf: row?.asOf ?? asOf }, answer))
  })
}

function runCase(
  situation: Situation,
  expected: ExpectedCase | null,
  { place, asOf }: { readonly place: string; readonly asOf: string },
  answer: AnswerToPart,
): CaseRun {
  const { agency, act, facts, convictions, events } = situation
  const answered = answer({
    place,
    asOf,
    agency,
    acts: [act],
    facts,
    ...(convictions === undefined ? {} : { convictions }),
    ...(events === undefined ? {} : { events }),
  })
  const base = { situation, asOf, expected }
  const decision = answered.ok ? answered.value.decisions[0] : undefined
  if (decision === undefined) {
    const problems = answered.ok ? [] : answered.problems
    return { ...base, decision: null, answer: null, until: null, problems, isAsExpected: false }
  }
  const word = caseAnswer(decision)
  const until = decision.limit?.at?.slice(0, 16) ?? null
  const isAsExpected =
    expected === null ||
    (word === expected.answer &&
      (expected.until === null || until === expected.until) &&
      expected.by.every((id) => isNamed(id, decision)))
  return { ...base, decision, answer: word, until, problems: [], isAsExpected }
}

/** Tells whether a decision names a provision: as one that decides, or, where none does, as one that bears on it. */
function isNamed(id: string, { verdict, reasons, missing }: Decision): boolean {
  const isDecided = verdict === 'required' || verdict === 'prohibited' || verdict === 'permitted'
  return (
    reasons.some(({ rule, effect }) => rule === id && (!isDecided || effect === 'decides')) ||
    missing.some(({ provision }) => provision === id)
  )
}

/** Says a decision as one word. */
export function caseAnswer({
  verdict,
  silence,
  counsel,
}: Pick<Decision, 'verdict' | 'silence' | 'counsel'>): CaseAnswerWord {
  switch (verdict) {
    case 'required':
      return counsel.length > 0 ? 'must-counsel-first' : 'must'
    case 'prohibited':
      return 'must-not'
    case 'permitted':
      if (silence.includes('not-encoded')) return 'not-encoded'
      return counsel.length > 0 ? 'counsel-first' : 'may'
    case 'no-rule':
      return silenceWord(silence)
    case 'conflict':
    case 'needs-facts':
      return verdict
  }
}

function silenceWord(silence: Decision['silence']): CaseAnswerWord {
  const [weightiest] = silence
  if (weightiest === 'not-encoded' || weightiest === 'no-power') return weightiest
  return weightiest === 'duty-lifted' ? 'need-not' : 'no-rule'
}

/** The answers that tell a counter what to do without another question. */
const clean: readonly CaseAnswerWord[] = ['must', 'must-not', 'may', 'need-not', 'no-power']

/** Tells whether an answer tells a counter what to do without another question. */
export function isClean(answer: CaseAnswerWord | null): boolean {
  return answer !== null && clean.includes(answer)
}
