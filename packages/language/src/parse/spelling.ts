/** Characters that no policy text uses, and texts in quotes that do not end: each is reported once and repaired, so that reading can go on. */
import type { ILexingError } from 'chevrotain'

/** What is wrong with some characters. */
interface SpellingError {
  readonly offset: number
  readonly message: string
  readonly help: string
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

function quoteError(quote: string): { message: string; help: string } {
  if (quote === '"') {
    const help = 'close it with `"`; a quote inside it is written `\\"`, and it stands on one line, however long'
    return { message: 'this text in quotes does not end on its line', help }
  }
  return {
    message: `\`${quote}\` is not a quote that policies use`,
    help: 'write the straight quote `"` on both sides',
  }
}

function characterError(found: string): { message: string; help: string } {
  const [first = ''] = found
  const message = `unexpected character \`${first}\``
  if (/\p{Lu}/u.test(first)) return { message, help: 'names and words of the language are written in small letters' }
  if (first === '.') return { message, help: 'a sentence of a policy ends without a full stop' }
  return { message, help: 'put free text in double quotes, and explanations of your own behind `--`' }
}

function closingQuote(text: string, start: number, lineEnd: number): number {
  const closing = text.slice(start + 1, lineEnd).search(/["”“»]/)
  return closing === -1 || text[start] === '"' ? lineEnd : start + closing + 2
}

/** A capital letter becomes small, everything else a space. */
function mendedCharacter(character: string): string {
  const small = character.toLowerCase()
  return /[a-z\n]/.test(small) ? small : ' '
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}
