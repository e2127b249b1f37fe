/** Runs the examples of an instrument against the whole law above its place. */
import type { Diagnostic, Example, Instrument, Library, Outcome } from '@brightline/language'
import { decide } from '../decide/decide.ts'
import type { Decision } from '../decide/decision.ts'
import { DiagramTooLarge } from '../diagram/store.ts'
import { knowledgeOf } from '../fact/case-knowledge.ts'
import { checkKnowledge } from '../fact/knowledge.ts'
import { forcedFacts } from '../question/next.ts'
import type { StackAt } from '../stack/layer.ts'

/** What is wrong with an example; empty where it holds. */
export function runExample(
  library: Library,
  instrument: Instrument,
  example: Example,
  stackAt: StackAt,
): readonly Diagnostic[] {
  const stack = stackAt(instrument.place, example.asOf)
  const knowledge = knowledgeOf(library, example)
  const problems = checkKnowledge(library.vocabulary, knowledge, new Set(forcedFacts(stack).keys()))
  if (problems.length > 0) {
    return problems.map(({ message, help }) => finding(example, message, help))
  }
  return example.outcomes.flatMap((outcome) => {
    try {
      const decision = decide(stack, outcome.act, knowledge)
      const wrong = compare(outcome, decision)
      return wrong === null ? [] : [finding(example, wrong, whatDecided(decision))]
    } catch (error) {
      if (!(error instanceof DiagramTooLarge)) throw error
      const help = 'let fewer rules of one act read the same facts'
      return [finding(example, `\`${outcome.act}\` is too large to be decided: ${error.message}`, help)]
    }
  })
}

function compare(outcome: Outcome, decision: Decision): string | null {
  if (decision.verdict !== outcome.verdict) {
    const still = decision.verdict === 'needs-facts' ? ` (${decision.possible.join(' or ')} still possible)` : ''
    return `\`${outcome.act}\` comes out as ${decision.verdict}${still}, the example expects ${outcome.verdict}`
  }
  const missing = (ids: readonly string[], effect: string): string | undefined =>
    ids.find((id) => !decision.reasons.some((reason) => reason.rule === id && reason.effect === effect))
  const by = missing(outcome.by, 'decides')
  if (by !== undefined) return `\`${outcome.act}\` is not decided by \`${by}\``
  const displaced = missing(outcome.displacing, 'displaced')
  return displaced === undefined ? null : `\`${outcome.act}\` does not displace \`${displaced}\``
}

function whatDecided(decision: Decision): string {
  const deciding = decision.reasons.filter(({ effect }) => effect === 'decides').map(({ rule }) => `\`${rule}\``)
  const ask = decision.ask === null ? '' : `; it would ask \`${decision.ask.fact}\``
  return deciding.length === 0 ? `no rule decides${ask}` : `it is decided by ${deciding.join(', ')}${ask}`
}

function finding(example: Example, message: string, help: string | null): Diagnostic {
  return {
    code: 'POL-0502',
    severity: 'error',
    ...example.position,
    message: `the example \`${example.name}\` fails: ${message}`,
    help,
  }
}
