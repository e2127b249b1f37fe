/** The cases of an example from its syntax. */
import * as syntax from '../generated/ast.ts'
import { dayNumber } from '../calendar-date.ts'
import { changeText } from '../print/example.ts'
import { positionOf, referenceId } from './identity-from-syntax.ts'
import type { Conviction, Example, Given, Outcome } from './policy.ts'

/** Makes a case of an example, and one of each of its variants, which says only what is other. */
export function toExamples(instrument: syntax.Instrument, example: syntax.Example, file: string): readonly Example[] {
  const first: Example = {
    ...{ name: example.name, asOf: example.asOf, agency: example.agency?.$refText ?? null },
    ...toKnown(example.givens),
    outcomes: example.outcomes.flatMap((outcome) => toOutcomes(instrument, outcome)),
    position: positionOf(example, file),
  }
  return [
    first,
    ...example.variants.map((variant): Example => {
      const { givens, convictions } = toKnown(variant.givens)
      const changed = new Set(givens.map(({ fact }) => fact))
      return {
        ...first,
        name: `${example.name}, ${changeText(variant)}`,
        asOf: variant.asOf ?? first.asOf,
        givens: [...first.givens.filter(({ fact }) => !changed.has(fact)), ...givens],
        convictions: convictions.length > 0 ? convictions : first.convictions,
        outcomes: variant.outcomes.flatMap((outcome) => toOutcomes(instrument, outcome)),
        position: positionOf(variant, file),
      }
    }),
  ]
}

function toKnown(givens: readonly syntax.Given[]): Pick<Example, 'givens' | 'convictions'> {
  return {
    givens: givens.flatMap((given) => (syntax.isFactGiven(given) ? [toGiven(given)] : [])),
    convictions: givens.flatMap((given) => (syntax.isConvictionGiven(given) ? [toConviction(given)] : [])),
  }
}

function toGiven(given: syntax.FactGiven): Given {
  const fact = given.fact.$refText
  if (given.unknown) return { kind: 'unknown', fact }
  if (given.value !== undefined) return { kind: 'value', fact, value: given.value.$refText }
  if (given.never) return { kind: 'value', fact, value: 'never' }
  if (given.amount !== undefined) return { kind: 'value', fact, value: given.amount }
  if (given.date !== undefined) return { kind: 'value', fact, value: dayNumber(given.date) }
  return { kind: 'value', fact, value: given.negated ? 'no' : 'yes' }
}

function toConviction(given: syntax.ConvictionGiven): Conviction {
  return { offence: given.offence, level: given.level, date: given.date, place: given.place ?? null }
}

function toOutcomes(instrument: syntax.Instrument, outcome: syntax.Outcome): readonly Outcome[] {
  const { verdict, silence } = wantedOf(outcome)
  return outcome.acts.map((act) => ({
    act: act.$refText,
    verdict,
    silence,
    afterCounsel: outcome.afterCounsel,
    by: outcome.by.map((reference) => referenceId(instrument, reference)),
    displacing: outcome.displacing.map((reference) => referenceId(instrument, reference)),
  }))
}

function wantedOf(outcome: syntax.Outcome): Pick<Outcome, 'verdict' | 'silence'> {
  if (outcome.noPower) return { verdict: 'no-rule', silence: 'no-power' }
  if (outcome.notEncoded) return { verdict: 'no-rule', silence: 'not-encoded' }
  if (outcome.modal === 'neednot') return { verdict: 'no-rule', silence: 'duty-lifted' }
  return { verdict: verdictOf(outcome), silence: null }
}

function verdictOf(outcome: syntax.Outcome): Outcome['verdict'] {
  if (outcome.noRule) return 'no-rule'
  if (outcome.conflict) return 'conflict'
  if (outcome.needsFacts) return 'needs-facts'
  if (outcome.modal === 'must') return 'required'
  return outcome.modal === 'may' ? 'permitted' : 'prohibited'
}
