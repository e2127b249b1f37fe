/** Effects: each lifts, bars or gives something that is there. */
import * as syntax from '../generated/ast.ts'
import { resolved } from '../names/resolved.ts'
import { modalOf } from '../policy/modal.ts'
import { ranks } from '../policy/rank.ts'
import { factsRead } from './condition.ts'
import type { Report } from './report.ts'

/** Checks the effect of a rule against the other rules of its instrument, its rank and its acts. */
export function checkEffect(instrument: syntax.Instrument, rule: syntax.Rule, report: Report): void {
  const modal = modalOf(rule.modal)
  if (modal === 'need-not' && !hasDutyToLift(instrument, rule)) {
    report('POL-0347', rule, { acts: rule.acts.map((act) => act.$refText) }, { property: 'modal' })
  }
  if (modal === 'nobody-may-forbid' && instrument.rank === ranks.at(-1)) {
    report('POL-0348', rule, { rank: instrument.rank }, { property: 'modal' })
  }
  if (modal === 'must' || modal === 'may') checkPower(rule, report)
  if (rule.forcedBy !== undefined) checkVolunteered(rule, report)
}

function hasDutyToLift(instrument: syntax.Instrument, rule: syntax.Rule): boolean {
  const acts = new Set(rule.acts.map((act) => act.$refText))
  return instrument.sections
    .flatMap((section) => section.items.filter(syntax.isRule))
    .some((other) => modalOf(other.modal) === 'must' && other.acts.some((act) => acts.has(act.$refText)))
}

/** A power is given by a text, or not at all. */
function checkPower(rule: syntax.Rule, report: Report): void {
  if (rule.mark?.kind !== 'inferred') return
  const act = rule.acts.map(resolved).find((one) => one?.power !== undefined)
  if (act !== undefined) report('POL-0350', rule.mark, { act: act.name })
}

function checkVolunteered(rule: syntax.Rule, report: Report): void {
  const conditions = [rule.when, rule.unless].filter((condition) => condition !== undefined)
  const fact = conditions.flatMap((condition) => factsRead(condition)).find(({ volunteered }) => volunteered)
  if (fact !== undefined) report('POL-0351', rule, { fact: fact.name }, { property: 'forcedBy' })
}
