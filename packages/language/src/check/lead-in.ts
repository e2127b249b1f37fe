/** Lead-ins: each has a condition, leads into something, and reads no protected fact for what stands under it. */
import * as syntax from '../generated/ast.ts'
import { nameOf } from '../names/cited-name.ts'
import { itemsUnder, type Led } from '../names/lead-ins.ts'
import { checkDefinition, checkUnprotected } from './condition.ts'
import type { Report } from './report.ts'

/** Checks one lead-in of a section. */
export function checkLeadIn(leadIn: syntax.LeadIn, report: Report): void {
  const conditions = [leadIn.when, leadIn.unless].filter((condition) => condition !== undefined)
  // Without a condition it may have taken the label of the rule that follows.
  if (conditions.length === 0) return report('POL-0359', leadIn)
  const under = itemsUnder(leadIn)
  if (under.length === 0) report('POL-0355', leadIn, { label: leadIn.label ?? null })
  const unforced = under.find((item) => !isForced(item))
  for (const condition of conditions) {
    checkDefinition(report, condition)
    if (unforced !== undefined) checkUnprotected(report, condition, syntax.isRule(unforced) ? nameOf(unforced) : null)
  }
}

/** Tells whether an item cites the law that forces a protected fact to be read. Only rules can. */
function isForced(item: Led): boolean {
  return syntax.isRule(item) && item.forcedBy !== undefined
}
