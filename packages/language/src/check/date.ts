/** Dates of law: they exist, and stand in their order. */
import type { AstNode } from 'langium'
import { dateExists, isYearOfLaw, yearsOfLaw } from '../calendar-date.ts'
import type { Report } from './report.ts'

/** Reports a date that does not exist, or that is of another age. */
export function checkDate(report: Report, node: AstNode, property: string, date: string | undefined): void {
  if (date === undefined) return
  if (!dateExists(date)) report('POL-0302', node, { date }, { property })
  else if (!isYearOfLaw(date)) report('POL-0343', node, { date, ...yearsOfLaw }, { property })
}

/** Reports dates that do not exist or stand in the wrong order. */
export function checkDates(
  report: Report,
  node: AstNode & { readonly through?: string },
  from: string | undefined,
  property: string,
): void {
  checkDate(report, node, property, from)
  checkDate(report, node, 'through', node.through)
  if (from !== undefined && node.through !== undefined && from > node.through) {
    report('POL-0303', node, { from, through: node.through }, { property: 'through' })
  }
}
