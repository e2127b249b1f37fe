/** Overrides: each names one rule, and no chain of them comes back to where it began. */
import * as syntax from '../generated/ast.ts'
import { resolved } from '../names/resolved.ts'
import { overridePairs } from '../names/override-pairs.ts'
import { nameOf, sectionName } from '../names/cited-name.ts'
import { isOpposite, modalOf } from '../policy/modal.ts'
import type { Modal } from '../policy/policy.ts'
import type { Report } from './report.ts'

/** Checks the labels and the overrides of an instrument. */
export function checkOverrides(report: Report, instrument: syntax.Instrument): void {
  checkLabels(report, instrument)
  const rules = instrument.sections.flatMap((section) => section.items.filter(syntax.isRule))
  for (const rule of rules) checkTargets(report, instrument, rule)
  const overrides = new Map<syntax.Rule, syntax.Rule[]>()
  for (const [over, under] of overridePairs(rules)) overrides.set(over, [...(overrides.get(over) ?? []), under])
  for (const circle of findCircles(rules, overrides)) {
    report('POL-0306', circle[0], { circle: [...circle, circle[0]].map(nameOf) })
  }
}

function checkLabels(report: Report, instrument: syntax.Instrument): void {
  const seen = new Set<string>()
  for (const item of instrument.sections.flatMap((section) => section.items)) {
    if (syntax.isTerm(item) || syntax.isGroup(item)) continue
    const name = nameOf(item)
    if (seen.has(name)) report(item.label === undefined ? 'POL-0336' : 'POL-0307', item, { name })
    seen.add(name)
  }
}

function checkTargets(report: Report, instrument: syntax.Instrument, rule: syntax.Rule): void {
  for (const reference of [...rule.despite, ...rule.subjectTo]) {
    if (syntax.isAllOf(reference)) {
      checkAllOf(report, instrument, reference)
      continue
    }
    const target = resolved(reference.target)
    if (target === undefined) continue
    if (!syntax.isRule(target)) {
      report('POL-0337', reference, { name: reference.target.$refText })
      continue
    }
    if (target.$container.$container !== instrument) report('POL-0338', reference)
    const isOver = rule.despite.includes(reference)
    checkLifted(report, reference, isOver ? [rule, target] : [target, rule])
    const acts = new Set(rule.acts.map((act) => act.ref))
    const isUnknown = [...rule.acts, ...target.acts].some((act) => act.ref === undefined)
    if (!isUnknown && target.acts.every((act) => !acts.has(act.ref))) {
      const word = isOver ? 'despite' : 'subject to'
      report('POL-0310', reference, { override: `${word} ${reference.target.$refText}` })
    }
  }
}

/** Checks that what takes back a duty or a prohibition, and says no more, names one. */
function checkLifted(
  report: Report,
  reference: syntax.RuleRef,
  [over, under]: readonly [syntax.Rule, syntax.Rule],
): void {
  const modal = modalOf(over.modal)
  if (!takesBack.has(modal) || isOpposite(modal, modalOf(under.modal))) return
  const name = nameOf(under)
  report('POL-0364', reference, modal === 'need-not' ? { duty: name } : { prohibition: name })
}

/** The modals that take back what another rule says, and say nothing else. */
const takesBack: ReadonlySet<Modal> = new Set(['need-not', 'nobody-may-forbid', 'not-forbidden'])

/** Checks that the section exists whose other rules are overridden. */
function checkAllOf(report: Report, instrument: syntax.Instrument, allOf: syntax.AllOf): void {
  const { section } = allOf
  if (section === undefined) return
  const isThere = instrument.sections.some(({ number }) => sectionName(number) === sectionName(section))
  if (!isThere) report('POL-0221', allOf, { section: sectionName(section) }, { property: 'section' })
}

type Circle = readonly [syntax.Rule, ...syntax.Rule[]]

/** Finds one circle for each group of rules that has one. */
function findCircles(
  rules: readonly syntax.Rule[],
  overrides: ReadonlyMap<syntax.Rule, readonly syntax.Rule[]>,
): readonly Circle[] {
  const done = new Set<syntax.Rule>()
  const walk = (rule: syntax.Rule, path: readonly syntax.Rule[]): Circle | null => {
    const start = path.indexOf(rule)
    if (start >= 0) return [rule, ...path.slice(start + 1)]
    if (done.has(rule)) return null
    const circle = (overrides.get(rule) ?? [])
      .map((next) => walk(next, [...path, rule]))
      .find((found) => found !== null)
    done.add(rule)
    return circle ?? null
  }
  return rules.map((rule) => walk(rule, [])).filter((circle) => circle !== null)
}
