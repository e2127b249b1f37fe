/** Runs the examples of an instrument against the whole law above its place. */
import {
  fileProblem,
  type FileProblem,
  type Example,
  type Instrument,
  type Outcome,
  type ProblemValue,
} from '@brightline/language'
import { decideOnce } from '../decide/decide.ts'
import type { Decided } from '../decide/decision.ts'
import { DiagramTooLarge } from '../diagram/store.ts'
import { checkKnowledge, type FactProblem } from '../fact/knowledge.ts'
import { knowledgeOf } from './case-knowledge.ts'
import { forcedFacts } from '../question/next.ts'
import { roomOf } from '../diagram/room.ts'
import type { CheckCode } from './codes.ts'
import type { StackAt } from '../stack/layer.ts'

/** Finds what is wrong with an example; empty where it holds. */
export function runExample(
  instrument: Instrument,
  example: Example,
  stackAt: StackAt,
): readonly FileProblem<CheckCode>[] {
  const stack = stackAt(instrument.place, example.asOf)
  const knowledge = knowledgeOf(stack, example)
  const problems = checkKnowledge(stack.vocabulary, knowledge, new Set(forcedFacts(stack).keys()))
  if (problems.length > 0) return problems.map((problem) => aboutFact(problem, example))
  return example.outcomes.flatMap((outcome) => {
    try {
      const wrong = compare(outcome, decideOnce(stack, outcome.act, knowledge))
      return wrong === null ? [] : [finding(wrong.code, example, wrong.values)]
    } catch (error) {
      if (!(error instanceof DiagramTooLarge)) throw error
      return [finding('POL-0508', example, { act: outcome.act, ...roomOf(error) })]
    }
  })
}

const codeOfFact = { 'FACT-0001': 'POL-0512', 'FACT-0002': 'POL-0511', 'FACT-0003': 'POL-0509' } as const

function aboutFact(problem: FactProblem, example: Example): FileProblem<CheckCode> {
  if (problem.code !== 'FACT-0004') return finding(codeOfFact[problem.code], example, { fact: problem.fact })
  const { reason, fact, cite } = problem.impossible
  return finding('POL-0510', example, { reason, fact, cite })
}

interface Wrong {
  readonly code: CheckCode
  readonly values: Readonly<Record<string, ProblemValue | null>>
}

function compare(outcome: Outcome, decision: Decided): Wrong | null {
  const { act, by, displacing } = outcome
  const values = { act, ...whatDecided(decision) }
  if (!isWanted(outcome, decision)) {
    const possible = decision.verdict === 'needs-facts' ? decision.possible : null
    const expected = outcome.afterCounsel ? `${outcome.verdict}-after-counsel` : (outcome.silence ?? outcome.verdict)
    return { code: 'POL-0502', values: { ...values, verdict: saidAs(decision), possible, expected } }
  }
  const missing = (ids: readonly string[], effect: string): string | undefined =>
    ids.find((id) => !decision.reasons.some((reason) => reason.rule === id && reason.effect === effect))
  const decides = missing(by, 'decides')
  if (decides !== undefined) return { code: 'POL-0506', values: { ...values, rule: decides } }
  const displaced = missing(displacing, 'displaced')
  return displaced === undefined ? null : { code: 'POL-0507', values: { ...values, rule: displaced } }
}

/** Tells whether a decision is the one that an example expects: its verdict, the kind of its silence, and counsel. */
function isWanted({ verdict, silence, afterCounsel }: Outcome, decision: Decided): boolean {
  if (silence === 'not-encoded') return decision.silence.includes('not-encoded')
  if (silence !== null) return decision.verdict === 'no-rule' && decision.silence.includes(silence)
  if (decision.verdict !== verdict) return false
  // A permission that something could change is none that an example can count on.
  if (verdict === 'permitted' && decision.silence.length > 0) return false
  return verdict === 'prohibited' || decision.counsel.length > 0 === afterCounsel
}

/** Names what was decided, with the weightiest silence and with counsel. */
function saidAs({ verdict, silence, counsel }: Decided): string {
  const [weightiest] = silence
  if (weightiest !== undefined) return weightiest
  return counsel.length > 0 ? `${verdict}-after-counsel` : verdict
}

function whatDecided({ reasons, ask }: Decided): Wrong['values'] {
  const deciding = reasons.filter(({ effect }) => effect === 'decides').map(({ rule }) => rule)
  return { deciding: deciding.length === 0 ? null : deciding, ask: ask?.fact ?? null }
}

function finding(code: CheckCode, { name, position }: Example, values: Wrong['values']): FileProblem<CheckCode> {
  return fileProblem(code, position, { example: name, ...values })
}
