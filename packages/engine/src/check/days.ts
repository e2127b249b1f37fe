/** Which days around the beginnings and ends of law the examples show. */
import { addDays, type Instrument, type Position, type Rule } from '@brightline/language'

/** A day on which no example of an instrument is decided, though a rule of it begins or ends there. */
export interface UnshownDay {
  readonly rule: string
  readonly position: Position
  readonly day: string
}

/**
 * Lists the days that examples leave unshown: the day before a rule is in force and the first day, the last day and the
 * day after. Each day is named once for an instrument; what lies before `since` is left out.
 */
export function unshownDays(instruments: readonly Instrument[], since: string): readonly UnshownDay[] {
  return instruments.flatMap(({ rules, examples }) => {
    const shown = new Set(examples.map(({ asOf }) => asOf))
    return rules.flatMap((rule) =>
      daysOf(rule, since).flatMap((day): readonly UnshownDay[] => {
        if (shown.has(day)) return []
        shown.add(day)
        return [{ rule: rule.id, position: rule.position, day }]
      }),
    )
  })
}

function daysOf({ inForce }: Rule, since: string): readonly string[] {
  return inForce.flatMap(({ from, through }) => [
    ...(from === null || addDays(from, -1) < since ? [] : [addDays(from, -1), from]),
    ...(through === null || through < since ? [] : [through, addDays(through, 1)]),
  ])
}
