/**
 * Puts the comments of a text back into its printed form.
 *
 * Printing changes white space, the signs between list items and brackets that say nothing, so the tokens of both texts
 * pair up one to one. A comment keeps its place among the tokens; what would stand inside a line moves above the line.
 */
import type { IToken } from 'chevrotain'
import type { Lines } from './layout.ts'

/** A text as the lexer sees it. */
export interface Lexed {
  readonly tokens: readonly IToken[]
  readonly hidden: readonly IToken[]
}

/** Puts the comments of the source among the printed lines. */
export function weaveComments(source: string, sourceLexed: Lexed, printed: Lines, printedLexed: Lexed): Lines {
  const before = sourceLexed.tokens.filter(countsForPairing)
  const after = printedLexed.tokens.filter(countsForPairing)
  assertPaired(before, after)
  const places = commentsOf(source, sourceLexed).map((comment) => placeOf(comment, before, after, printed.length))
  const atLine = Map.groupBy(places, (place) => place.line)
  const lines = printed.flatMap((line, index) => withComments(line, printed[index - 1], atLine.get(index) ?? []))
  const atEnd = textsOf(atLine.get(printed.length) ?? [], '', true)
  return atEnd.length === 0 ? lines : [...lines, '', ...atEnd]
}

interface Comment {
  readonly text: string
  readonly offset: number
  readonly isTrailing: boolean
  /** True where an empty line follows. */
  readonly isBeforeBlank: boolean
}

/** The place of a comment: above a printed line (0-based, or the number of lines for the end), or at its end. */
interface Place {
  readonly comment: Comment
  readonly line: number
  readonly isTrailing: boolean
}

/** Tells whether a token counts. Brackets do not: those that say nothing are not printed. */
function countsForPairing(token: IToken): boolean {
  return token.image !== '(' && token.image !== ')'
}

// INVARIANT: printing never changes what the text says; this keeps it, token by token.
function assertPaired(before: readonly IToken[], after: readonly IToken[]): void {
  const index = before.findIndex((token, position) => !isSame(token, after[position]))
  if (index === -1 && before.length === after.length) return
  const [was, is] = [before[Math.max(index, 0)], after[Math.max(index, 0)]]
  throw new Error(`printing changed token ${index} from ${was?.image ?? 'nothing'} to ${is?.image ?? 'nothing'}`)
}

function isSame(before: IToken, after: IToken | undefined): boolean {
  if (after === undefined) return false
  if (before.image === after.image || before.image.replace(/\s+/g, ' ') === after.image) return true
  const swaps = [
    [',', 'or'],
    ['of', 'after'],
  ]
  if (swaps.some((pair) => pair.includes(before.image) && pair.includes(after.image))) return true
  if (before.tokenType.name === 'STRING') return unescaped(before.image) === unescaped(after.image)
  // `1 hours` and `1 hour`.
  return before.tokenType.name === 'NAME' && (before.image === `${after.image}s` || `${before.image}s` === after.image)
}

function unescaped(image: string): string {
  return image.replace(/\\(.)/g, '$1')
}

function commentsOf(source: string, { hidden }: Lexed): readonly Comment[] {
  return hidden
    .filter((token) => token.tokenType.name === 'COMMENT')
    .map((token) => {
      const lineStart = source.lastIndexOf('\n', token.startOffset) + 1
      const after = source.slice(token.startOffset + token.image.length)
      return {
        text: token.image.trimEnd(),
        offset: token.startOffset,
        isTrailing: source.slice(lineStart, token.startOffset).trim() !== '',
        isBeforeBlank: /^[ \t]*\n[ \t]*\n/.test(after),
      }
    })
}

function placeOf(comment: Comment, before: readonly IToken[], after: readonly IToken[], end: number): Place {
  const next = before.findIndex((token) => token.startOffset > comment.offset)
  const nextIndex = next === -1 ? before.length : next
  const previousLine = lineOf(after[nextIndex - 1])
  const nextLine = lineOf(after[nextIndex]) ?? end
  if (!comment.isTrailing) return { comment, line: nextLine, isTrailing: false }
  if (previousLine === undefined) return { comment, line: nextLine, isTrailing: false }
  return { comment, line: previousLine, isTrailing: previousLine !== nextLine }
}

function lineOf(token: IToken | undefined): number | undefined {
  return token?.startLine === undefined ? undefined : token.startLine - 1
}

function withComments(line: string, previous: string | undefined, places: readonly Place[]): Lines {
  const trailing = places.filter((place) => place.isTrailing)
  const last = trailing.at(-1)
  const above = places.filter((place) => place !== last)
  const indent = line.slice(0, line.length - line.trimStart().length)
  const isParagraph = previous === undefined || previous === ''
  const comments = textsOf(above, indent, isParagraph)
  // At the left margin a comment begins a paragraph of its own.
  const gap = comments.length > 0 && indent === '' && !isParagraph ? [''] : []
  return [...gap, ...comments, last === undefined ? line : `${line}  ${last.comment.text}`]
}

/** Writes the comments above a line, with the empty lines that part them where a paragraph begins. */
function textsOf(places: readonly Place[], indent: string, isParagraph: boolean): Lines {
  return places.flatMap(({ comment }) => {
    const text = `${indent}${comment.text}`
    return isParagraph && comment.isBeforeBlank && !comment.isTrailing ? [text, ''] : [text]
  })
}
