/**
 * Conditions as JavaScript over one row. Written from the rules, not from the diagrams, so that the two check each
 * other.
 */
import type { Condition } from '@brightline/language'
import type { FactTest } from '../fact/condition.ts'

/** A way to write a test of one fact. */
export type TestWriter = (test: FactTest) => string

/** Writes a condition as an expression of 0 or `one`, with `&`, `|` and `^` so that there is no branch. */
export function writeCondition(condition: Condition, writeTest: TestWriter, one: string): string {
  const join = (parts: readonly Condition[], operator: string, empty: string): string => {
    const codes = parts.map((part) => writeCondition(part, writeTest, one)).filter((code) => code !== empty)
    return codes.length === 0 ? empty : `(${codes.join(operator)})`
  }
  switch (condition.kind) {
    case 'always':
      return one
    case 'all':
      return join(condition.of, ' & ', one)
    case 'any':
      return join(condition.of, ' | ', '0')
    case 'not':
      return `(${writeCondition(condition.of, writeTest, one)} ^ ${one})`
    case 'term':
      return writeCondition(condition.of, writeTest, one)
    case 'is':
    case 'range':
    case 'never':
      return writeTest(condition)
  }
}
