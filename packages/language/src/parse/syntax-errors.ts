/**
 * The syntax errors of a text: each item that cannot be read is reported once.
 *
 * The parser's own recovery floods a text with errors that follow from the first. So only its first error is used; the
 * item to blame is replaced by a stand-in, and the text is read again until nothing is left to report.
 */
import type { IToken } from 'chevrotain'
import { fileProblem, inOrder, type PolicyProblem } from '../file-problem.ts'
import { expectedIn } from './expected.ts'
import { explain, type Failure } from './explain.ts'
import { itemsOf, withoutItem, type Item } from './items.ts'
import type { Reader } from './reader.ts'
import { mendSpelling } from './spelling.ts'

/** After this many errors the text is probably no policy at all. */
const mostErrors = 50

/** Finds every syntax error of a text, in the order of its lines; none when it can be read. */
export function syntaxErrors(file: string, text: string, reader: Reader): readonly PolicyProblem[] {
  const mended = mendSpelling(text, reader.lexer.tokenize(text).errors)
  const found = mended.errors.map(({ offset, code, values }) =>
    fileProblem(code, { file, ...positionAt(text, offset) }, values),
  )
  let readable = mended.text
  for (let count = 0; count < mostErrors; count += 1) {
    const failure = firstFailure(readable, reader)
    if (failure === null) break
    const items = itemsOf(readable, failure.tokens)
    const item = blame(readable, items, failure, reader)
    if (item === undefined) return [explained(failure, { file, line: 1, column: 1 })]
    // What could not be read after mending is the same error once more.
    if (!found.some((other) => isInside(other, readable, item))) {
      const scene = failureInside(readable, item, reader) ?? cutTo(item, failure)
      found.push(explained(scene, { file, ...placeOf(scene) }))
    }
    const next = withoutItem(readable, item)
    if (next === readable) break
    readable = next
  }
  const sorted = inOrder(found)
  const last = sorted.at(-1)
  if (last === undefined || found.length < mostErrors) return sorted
  return [...sorted, fileProblem('POL-0110', last.where)]
}

function explained(failure: Failure, place: { file: string; line: number; column: number }): PolicyProblem {
  const { code, values } = explain(failure)
  return fileProblem(code, place, values)
}

/** Finds where reading failed: the last token where the item ends too early. */
function placeOf({ tokens, index }: Failure): { line: number; column: number } {
  const token = tokens[index] ?? tokens.at(-1)
  return { line: token?.startLine ?? 1, column: token?.startColumn ?? 1 }
}

/** Cuts a failure down to the tokens of one item. */
function cutTo({ first, endOffset }: Item, { tokens, index, expected }: Failure): Failure {
  const own = tokens.slice(first).filter((token) => token.startOffset < endOffset)
  return { tokens: own, index: index - first, expected }
}

/** Reads an item alone, and finds where it fails; that is more exact, because nothing else could be meant. */
function failureInside(text: string, { production, startOffset, endOffset }: Item, reader: Reader): Failure | null {
  if (production === null) return null
  const before = text.slice(0, startOffset).replace(/[^\n]/g, ' ')
  return firstFailure(`${before}${text.slice(startOffset, endOffset)}`, reader, production)
}

function firstFailure(text: string, { parser, lexer }: Reader, production?: string): Failure | null {
  const errors = parser.parse(text, production === undefined ? undefined : { rule: production }).parserErrors
  const [error] = errors.toSorted((a, b) => startOf(a.token) - startOf(b.token))
  if (error === undefined) return null
  const { tokens } = lexer.tokenize(text)
  const index = tokens.findIndex((token) => token.startOffset >= startOf(error.token))
  return { tokens, index: index === -1 ? tokens.length : index, expected: expectedIn(error.message) }
}

/** Gives the offset of a token; the end of the file has none. */
function startOf(token: IToken): number {
  return token.tokenType.name === 'EOF' ? Infinity : token.startOffset
}

/** Finds the item to blame. An error at the first token of an item belongs to the one before it, unless it stays when that is gone. */
function blame(text: string, items: readonly Item[], failure: Failure, reader: Reader): Item | undefined {
  const item = itemAt(items, failure.index)
  const before = items[items.findIndex((other) => other === item) - 1]
  if (item === undefined || before === undefined || item.first !== failure.index) return item
  const again = firstFailure(withoutItem(text, before), reader)
  return again !== null && isSamePlace(again, failure) ? item : before
}

function itemAt(items: readonly Item[], index: number): Item | undefined {
  return items.findLast((item) => item.first <= index)
}

/** Tells whether two failures are at one place. Offsets move when an item is replaced, lines and columns do not. */
function isSamePlace(a: Failure, b: Failure): boolean {
  const [one, other] = [a.tokens[a.index], b.tokens[b.index]]
  return one?.startLine === other?.startLine && one?.startColumn === other?.startColumn
}

function isInside({ where: { line } }: PolicyProblem, text: string, { startOffset, endOffset }: Item): boolean {
  const first = positionAt(text, startOffset).line
  return line === first || (line > first && line < positionAt(text, endOffset).line)
}

/** Gives the line and the column of an offset. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
