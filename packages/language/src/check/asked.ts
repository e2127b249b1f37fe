/** Times that the request asks: some form asks them, and the longest time of the law can matter. */
import { fileProblem, type PolicyProblem } from '../file-problem.ts'
import type { Instrument, Library, Rule, Span } from '../policy/policy.ts'

/** Finds rules that wait for a time which no form asks, or that bound it by more than any form asks. */
export function checkAsked(library: Library, instrument: Instrument): readonly PolicyProblem[] {
  return instrument.rules.flatMap((rule): readonly PolicyProblem[] => {
    if (rule.limit?.kind !== 'asked') return []
    const spans = spansAsked(library, rule)
    const { atMost } = rule.limit
    if (spans.length === 0) return [fileProblem('POL-0358', rule.position, { acts: rule.acts })]
    if (atMost === null || minutes(atMost) <= Math.max(...spans.map(minutes))) return []
    return [fileProblem('POL-0349', rule.position, { time: `${atMost.amount} ${atMost.unit}` })]
  })
}

function spansAsked(library: Library, rule: Rule): readonly Span[] {
  return library.vocabulary.facts.flatMap(({ type }) => {
    if (type.kind !== 'one-of') return []
    const forms = type.values.filter(({ asks }) => asks.some((act) => rule.acts.includes(act)))
    return forms.flatMap(({ spans }) => spans.map(({ span }) => span))
  })
}

const minutesOf: Readonly<Record<Span['unit'], number>> = {
  minutes: 1,
  hours: 60,
  days: 1440,
  weeks: 10_080,
  months: 44_640,
  years: 527_040,
}

/** The most days of weekends and holidays that lie together. */
const mostDaysLeftOut = 5

/** Gives the longest that a span can be. */
function minutes({ amount, unit, excludesWeekends }: Span): number {
  return amount * minutesOf[unit] + (excludesWeekends ? mostDaysLeftOut * minutesOf.days : 0)
}
