/** Spans of time from their syntax. */
import type * as syntax from '../generated/ast.ts'
import type { Span } from './policy.ts'
import { units } from './unit.ts'

/** Lowers a span of time after an event. */
export function toSpan(node: syntax.Within | syntax.Until | syntax.AtMost | syntax.AskedSpan): Span {
  return {
    amount: node.amount ?? 0,
    unit: units.find((unit) => unit === node.unit || unit === `${node.unit}s`) ?? 'hours',
    event: node.event.$refText,
    excludesWeekends: node.excludeWeekends ?? false,
    calendar: node.calendar ?? null,
  }
}
