/** Characters that no policy text uses, and texts in quotes that do not end: each is reported once and repaired, so that reading can go on. */
import type { ILexingError } from 'chevrotain'
import type { Finding } from '../file-problem.ts'

/** A problem with some characters. */
interface SpellingError extends Finding {
  readonly offset: number
}

/** The errors of a text, and the text with as many characters, in which they are mended. */
export interface Mended {
  readonly text: string
  readonly errors: readonly SpellingError[]
}

/** Mends what the lexer could not read. */
export function mendSpelling(text: string, lexerErrors: readonly ILexingError[]): Mended {
  const characters = text.split('')
  const errors: SpellingError[] = []
  let mendedTo = 0
  for (const { offset, length } of lexerErrors) {
    if (offset < mendedTo) continue
    const lineEnd = endOfLine(text, offset)
    const found = text.slice(offset, offset + Math.max(1, length))
    const quote = /["“”„«]/.exec(found)
    if (quote !== null) {
      const start = offset + quote.index
      errors.push({ offset: start, ...quoteError(quote[0]) })
      mendedTo = closingQuote(text, start, lineEnd)
      // An empty text takes the place of one that does not end.
      for (let at = start; at < mendedTo; at += 1) characters[at] = at < start + 2 ? '"' : ' '
      if (mendedTo === start + 1) characters[start] = ' '
      continue
    }
    errors.push({ offset, ...characterError(found) })
    for (let at = offset; at < offset + found.length; at += 1) characters[at] = mendedCharacter(text[at] ?? ' ')
    mendedTo = offset + found.length
  }
  return { text: characters.join(''), errors }
}

function quoteError(quote: string): Finding {
  return quote === '"' ? { code: 'POL-0111', values: {} } : { code: 'POL-0112', values: { quote } }
}

function characterError(found: string): Finding {
  const [first = ''] = found
  return { code: 'POL-0102', values: { character: first, advice: adviceFor(first) } }
}

function adviceFor(character: string): string {
  if (/\p{Lu}/u.test(character)) return 'small-letters'
  if (/[=<>≤≥≠]/.test(character)) return 'words-for-signs'
  if (character === '§') return 'section-in-words'
  return character === '.' ? 'no-full-stop' : 'free-text'
}

function closingQuote(text: string, start: number, lineEnd: number): number {
  const closing = text.slice(start + 1, lineEnd).search(/["”“»]/)
  return closing === -1 || text[start] === '"' ? lineEnd : start + closing + 2
}

/** Makes a capital letter small, and everything else a space. */
function mendedCharacter(character: string): string {
  const small = character.toLowerCase()
  return /[a-z\n]/.test(small) ? small : ' '
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}
