/**
 * Conditions as JavaScript over one row. Written from the rules, not from the diagrams, so that the two check each
 * other.
 */
import type { Condition } from '@brightline/language'
import type { FactTest } from '../fact/condition.ts'

/** A way to write a test of one fact. */
export type TestWriter = (test: FactTest) => string

/** Writes a condition as an expression of 0 or 1, with `&`, `|` and `^` so that there is no branch. */
export function writeCondition(condition: Condition, writeTest: TestWriter): string {
  switch (condition.kind) {
    case 'always':
      return '1'
    case 'all':
      return join(condition.of, ' & ', '1', writeTest)
    case 'any':
      return join(condition.of, ' | ', '0', writeTest)
    case 'not':
      return `(${writeCondition(condition.of, writeTest)} ^ 1)`
    case 'term':
      return writeCondition(condition.of, writeTest)
    case 'is':
    case 'range':
    case 'never':
      return writeTest(condition)
  }
}

function join(parts: readonly Condition[], operator: string, empty: string, writeTest: TestWriter): string {
  const codes = parts.map((part) => writeCondition(part, writeTest)).filter((code) => code !== empty)
  return codes.length === 0 ? empty : `(${codes.join(operator)})`
}
