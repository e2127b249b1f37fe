/** Effects: each lifts, bars or gives something that is there. */
import * as syntax from '../generated/ast.ts'
import { kindsOf } from '../names/kinds.ts'
import { conditionsOf } from '../names/lead-ins.ts'
import { resolved } from '../names/resolved.ts'
import { modalOf } from '../policy/modal.ts'
import { ranks } from '../policy/rank.ts'
import { factsRead } from './condition.ts'
import type { Report } from './report.ts'

/** Checks the effect of a rule against the other rules of its instrument, its rank and its acts. */
export function checkEffect(instrument: syntax.Instrument, rule: syntax.Rule, report: Report): void {
  const modal = modalOf(rule.modal)
  if (modal === 'need-not') checkLifted(instrument, rule, report)
  if (modal === 'nobody-may-forbid' && instrument.rank === ranks.at(-1)) {
    report('POL-0348', rule, { rank: instrument.rank }, { property: 'modal' })
  }
  if (modal === 'must' || modal === 'may') checkPower(rule, report)
  if (rule.forcedBy !== undefined) checkVolunteered(rule, report)
}

/** Checks that each act that staff need not do is one that some rule of the instrument requires of them. */
function checkLifted(instrument: syntax.Instrument, rule: syntax.Rule, report: Report): void {
  const duties = instrument.sections
    .flatMap((section) => section.items.filter(syntax.isRule))
    .filter((other) => modalOf(other.modal) === 'must' && haveAgencyInCommon(rule, other))
  const required = new Set(duties.flatMap((other) => other.acts.map(({ $refText }) => $refText)))
  const acts = rule.acts.map(({ $refText }) => $refText).filter((act) => !required.has(act))
  if (acts.length > 0) report('POL-0347', rule, { acts }, { property: 'modal' })
}

function haveAgencyInCommon(one: syntax.Rule, other: syntax.Rule): boolean {
  if (one.agencies.length === 0 || other.agencies.length === 0) return true
  const kinds = kindsOf(other.agencies)
  return kindsOf(one.agencies).some((kind) => kinds.includes(kind))
}

/**
 * Checks that a power stands in a text that somebody read, or read about: what a text only implies gives none, unless
 * counsel says so before anybody acts.
 */
function checkPower(rule: syntax.Rule, report: Report): void {
  const { mark } = rule
  if (mark?.kind !== 'inferred' && mark?.kind !== 'unverified') return
  if (mark.kind === 'inferred' && rule.counsel !== undefined && modalOf(rule.modal) === 'may') return
  const act = rule.acts.map(resolved).find((one) => one?.power !== undefined)
  if (act === undefined) return
  const isImplied = mark.kind === 'inferred'
  report('POL-0350', mark, { implied: isImplied ? act.name : null, unread: isImplied ? null : act.name })
}

/** Checks that a law is not cited for asking what is only ever offered. */
function checkVolunteered(rule: syntax.Rule, report: Report): void {
  const facts = conditionsOf(rule).flatMap((condition) => factsRead(condition))
  if (facts.some((fact) => fact.protected)) return
  const fact = facts.find(({ volunteered }) => volunteered)
  if (fact !== undefined) report('POL-0351', rule, { fact: fact.name }, { property: 'forcedBy' })
}
