/** Conditions: the right test for each type of fact, and no protected fact unless the law forces it. */
import { AstUtils, type AstNode } from 'langium'
import { resolved } from '../names/resolved.ts'
import * as syntax from '../generated/ast.ts'
import type { OptionalValues } from '../file-problem.ts'
import { checkDate } from './date.ts'
import type { Report } from './report.ts'

/** Checks every test in a condition of an item, following terms for protected facts. Only a rule can cite a law that forces one. */
export function checkCondition(
  report: Report,
  condition: syntax.Condition | undefined,
  item: syntax.Rule | syntax.Duty | syntax.NotEncoded,
): void {
  if (condition === undefined) return
  const isForced = syntax.isRule(item) && item.forcedBy !== undefined
  const clause = syntax.isRule(item) ? 'forced by "…"' : null
  for (const node of AstUtils.streamAst(condition)) {
    if (syntax.isFactTest(node)) checkTest(report, node)
    if (!isForced && (syntax.isFactTest(node) || syntax.isTermUse(node))) checkProtected(report, node, { clause })
  }
}

/** Reports the first protected fact that a condition reads; `rule` is the rule in which a law could be cited that forces it. */
export function checkUnprotected(report: Report, condition: syntax.Condition, rule: string | null): void {
  for (const node of AstUtils.streamAst(condition)) {
    if (!syntax.isFactTest(node) && !syntax.isTermUse(node)) continue
    if (checkProtected(report, node, { rule })) return
  }
}

/** Checks the tests of a definition; whether it may read a protected fact depends on the rule that uses it. */
export function checkDefinition(report: Report, condition: syntax.Condition): void {
  for (const node of AstUtils.streamAst(condition)) if (syntax.isFactTest(node)) checkTest(report, node)
}

/** Collects the facts that a condition reads, through its terms. */
export function factsRead(condition: AstNode, seen: Set<AstNode> = new Set()): readonly syntax.Fact[] {
  if (seen.has(condition)) return []
  seen.add(condition)
  const facts: syntax.Fact[] = []
  for (const node of AstUtils.streamAst(condition)) {
    const fact = syntax.isFactTest(node) ? resolved(node.fact) : undefined
    if (fact !== undefined) facts.push(fact)
    if (syntax.isTermUse(node) && node.term.ref !== undefined) facts.push(...factsRead(node.term.ref.condition, seen))
  }
  return facts
}

/** Reports a protected fact that a test or a term reads, and tells whether there is one. */
function checkProtected(report: Report, node: syntax.FactTest | syntax.TermUse, values: OptionalValues): boolean {
  const read = factsRead(node).find((fact) => fact.protected)
  if (read === undefined) return false
  report('POL-0305', node, { fact: read.name, term: syntax.isTermUse(node) ? node.term.$refText : null, ...values })
  return true
}

const typeNames: Readonly<Record<string, string>> = {
  [syntax.YesNoType.$type]: 'yes-no',
  [syntax.OneOfType.$type]: 'one-of',
  [syntax.NumberType.$type]: 'number',
  [syntax.DateType.$type]: 'date',
}

function checkTest(report: Report, test: syntax.FactTest): void {
  const fact = resolved(test.fact)
  if (fact === undefined) return
  const form = formOfTest(test)
  const fits: Readonly<Record<string, readonly string[]>> = {
    [syntax.YesNoType.$type]: ['bare'],
    [syntax.OneOfType.$type]: ['values'],
    [syntax.NumberType.$type]: ['amount', 'never'],
    [syntax.DateType.$type]: ['date'],
  }
  if (!(fits[fact.type.$type] ?? []).includes(form)) {
    report('POL-0304', test, { fact: fact.name, type: typeNames[fact.type.$type] ?? null })
    return
  }
  checkDate(report, test, 'date', test.date)
  if (syntax.isNumberType(fact.type)) checkNumber(report, test, fact.type)
}

/** Checks a number against the declared range and unit of its fact. */
export function checkNumber(
  report: Report,
  node: AstNode & { readonly amount?: number; readonly unit?: string; readonly never?: boolean },
  type: syntax.NumberType,
): void {
  if (node.never === true && !type.never) {
    report('POL-0333', node)
  }
  if (node.amount !== undefined && (node.amount < type.min || node.amount > type.max)) {
    const values = { amount: node.amount, min: type.min, max: type.max }
    report('POL-0312', node, values, { property: 'amount' })
  }
  if (node.unit !== undefined && node.unit !== type.unit) {
    report('POL-0339', node, { unit: node.unit, wanted: type.unit ?? null }, { property: 'unit' })
  }
}

function formOfTest(test: syntax.FactTest): string {
  if (test.values.length > 0) return 'values'
  if (test.never) return 'never'
  if (test.amount !== undefined) return 'amount'
  return test.date === undefined ? 'bare' : 'date'
}
