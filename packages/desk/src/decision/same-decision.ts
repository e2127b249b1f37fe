/** Whether what is on record is what the law says now. */
import type { Decision } from '@brightline/engine'
import type { CaseToDecide, DecisionRecord } from '../case/read-case.ts'
import type { Json } from '../database/tables.ts'

/** Tells whether a row says the verdict of a decision, by the same rules. */
export function isOf(row: DecisionRecord, decision: Decision): boolean {
  const rules = decidingIn(decision)
  const recorded = decidingRules(row.document)
  return (
    row.verdict === decision.verdict &&
    rules.length === recorded.length &&
    rules.every((rule) => recorded.includes(rule))
  )
}

/**
 * Tells whether something was entered or answered since the decisions that stand. What it was is on record only with the
 * next decision, though that may say the same: reports and the log read the answers that a decision was made on.
 */
export function isReopened({ draft }: Pick<CaseToDecide, 'draft'>): boolean {
  return draft?.step === 'questions'
}

/** Finds the ids of the rules that decided in a document as it is on record. */
export function decidingRules({ decisions }: DecisionRecord['document']): readonly string[] {
  const [decision] = listOf(decisions)
  return listOf(fieldOf(decision, 'reasons')).flatMap((reason) => {
    const rule = fieldOf(reason, 'effect') === 'decides' ? fieldOf(reason, 'rule') : null
    return typeof rule === 'string' ? [rule] : []
  })
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function fieldOf(value: Json | undefined, name: string): Json {
  const isFields = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isFields ? (new Map<string, Json>(Object.entries(value)).get(name) ?? null) : null
}

/** Lists the ids of the rules that decide. */
export function decidingIn({ reasons }: Decision): readonly string[] {
  return reasons.flatMap(({ rule, effect }) => (effect === 'decides' ? [rule] : []))
}
