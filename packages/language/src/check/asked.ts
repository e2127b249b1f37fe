/** Times of the law beside those that forms ask: some form asks them, and the law's own time can matter. */
import { fileProblem, type PolicyProblem } from '../file-problem.ts'
import { couldHold } from '../policy/could-hold.ts'
import { intersect } from '../policy/interval.ts'
import type { Condition, Instrument, Library, Rule, Span } from '../policy/policy.ts'

/**
 * Finds rules that wait for a time which no form asks, and rules whose own time is longer than each form asks to which
 * they can apply: as the longest time it changes nothing, and as the time of a duty it outlasts the request.
 */
export function checkAsked(library: Library, instrument: Instrument): readonly PolicyProblem[] {
  return instrument.rules.flatMap((rule): readonly PolicyProblem[] => {
    const { acts, limit, modal, position } = rule
    if (limit === null || limit.kind === 'end-of-day') return []
    const byForm = spansByForm(library, rule)
    const spans = byForm.flat()
    if (limit.kind === 'span') {
      const isAlwaysAsked = byForm.length > 0 && byForm.every(({ length }) => length > 0)
      if (modal !== 'must' || !isAlwaysAsked || !isLongerThanAll(limit.span, spans)) return []
      return [fileProblem('POL-0349', position, { until: timeOf(limit.span) })]
    }
    if (spans.length === 0) return [fileProblem('POL-0358', position, { acts })]
    if (limit.atMost === null || !isLongerThanAll(limit.atMost, spans)) return []
    return [fileProblem('POL-0349', position, { time: timeOf(limit.atMost) })]
  })
}

/** Lists the forms that ask an act of a rule and to which it can apply, each by the times that it asks while the rule is law. */
function spansByForm({ vocabulary }: Library, { acts, condition, inForce }: Rule): readonly (readonly Span[])[] {
  return vocabulary.facts.flatMap(({ name: fact, type }) => {
    if (type.kind !== 'one-of') return []
    const forms = type.values.filter(({ name, asks }) => {
      return asks.some((act) => acts.includes(act)) && appliesTo(condition, fact, name)
    })
    return forms.map(({ spans }) =>
      spans.filter(({ force }) => intersect(inForce, [force]).length > 0).map(({ span }) => span),
    )
  })
}

function appliesTo(condition: Condition, fact: string, value: string): boolean {
  return couldHold(condition, (test) => (test.fact === fact && test.kind === 'is' ? test.values.includes(value) : null))
}

/** Tells whether a span is longer than each of some. It is not comparable with one that counts from another event. */
function isLongerThanAll(span: Span, others: readonly Span[]): boolean {
  return others.every((other) => other.event === span.event && minutes(span) > minutes(other))
}

function timeOf({ amount, unit }: Span): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`
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
