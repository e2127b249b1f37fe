/** Conditions: in one line when they fit, otherwise one part a line. */
import * as syntax from '../generated/ast.ts'
import { at, fill, fits, list, listWords, quote, type Lines } from './layout.ts'

/** The place of a printed condition: what stands before and after it, and how deep its later lines stand. */
interface Setting {
  readonly indent: number
  readonly deeper: number
  readonly before: string
  readonly after: string
}

/** Prints a clause such as `when …`; nothing when there is no condition. */
export function printClause(indent: number, word: string, condition: syntax.Condition | undefined): Lines {
  if (condition === undefined) return []
  return print(condition, { indent, deeper: indent + 2, before: `${word} `, after: '' })
}

/** Prints a condition that begins its own line. */
export function printCondition(indent: number, condition: syntax.Condition): Lines {
  return print(condition, { indent, deeper: indent, before: '', after: '' })
}

/** Writes a condition in one line, however long. */
export function conditionText(condition: syntax.Condition): string {
  if (syntax.isAll(condition) || syntax.isAny(condition)) {
    return condition.of.map((part) => atomText(part)).join(` ${wordOf(condition)} `)
  }
  if (syntax.isNot(condition)) return `not ${atomText(condition.of)}`
  if (syntax.isTermUse(condition)) return quote(condition.term.$refText)
  return [...testWords(condition), list(valuesOf(condition))].filter((word) => word !== '').join(' ')
}

/** The parser joins the words of a comparison; these are the ones of more than one word. */
const spacedComparison: Readonly<Record<string, string>> = {
  atleast: 'at least',
  atmost: 'at most',
  onorafter: 'on or after',
}

function print(condition: syntax.Condition, setting: Setting): Lines {
  const { indent, deeper, before, after } = setting
  const line = at(indent, `${before}${conditionText(condition)}${after}`)
  if (fits(line)) return [line]
  if (syntax.isAll(condition) || syntax.isAny(condition)) return printParts(condition, setting)
  if (syntax.isNot(condition)) return printAtom(condition.of, { ...setting, before: `${before}not ` })
  if (syntax.isTermUse(condition) || condition.values.length === 0) return [line]
  const words = [`${before}${testWords(condition).join(' ')}`, ...listWords(valuesOf(condition))]
  return fill(indent, deeper + 2, [...words.slice(0, -1), `${words.at(-1) ?? ''}${after}`])
}

function printParts(condition: syntax.All | syntax.Any, { indent, deeper, before, after }: Setting): Lines {
  const last = condition.of.length - 1
  return condition.of.flatMap((part, index) =>
    printAtom(part, {
      indent: index === 0 ? indent : deeper,
      deeper,
      before: index === 0 ? before : `${wordOf(condition)} `,
      after: index === last ? after : '',
    }),
  )
}

function printAtom(condition: syntax.Condition, setting: Setting): Lines {
  if (!syntax.isAll(condition) && !syntax.isAny(condition)) return print(condition, setting)
  const { deeper, before, after } = setting
  return print(condition, { ...setting, deeper: deeper + 2, before: `${before}(`, after: `)${after}` })
}

function atomText(condition: syntax.Condition): string {
  const text = conditionText(condition)
  return syntax.isAll(condition) || syntax.isAny(condition) ? `(${text})` : text
}

function wordOf(condition: syntax.All | syntax.Any): 'and' | 'or' {
  return syntax.isAll(condition) ? 'and' : 'or'
}

/** Writes what stands before the values of a test. */
function testWords(test: syntax.FactTest): readonly string[] {
  const words: string[] = [test.fact.$refText]
  if (test.values.length === 0 && !test.never && test.amount === undefined && test.date === undefined) return words
  words.push(test.negated ? 'is not' : 'is')
  if (test.any) words.push('any of')
  if (test.never) words.push('never')
  if (test.comparison !== undefined) words.push(spacedComparison[test.comparison] ?? test.comparison)
  if (test.amount !== undefined) words.push(String(test.amount))
  if (test.unit !== undefined) words.push(test.unit)
  if (test.date !== undefined) words.push(test.date)
  return words
}

function valuesOf(test: syntax.FactTest): readonly string[] {
  return test.values.map((value) => value.$refText)
}
