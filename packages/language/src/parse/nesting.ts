/** Brackets in brackets, counted before the parser descends into them. */
import type { Diagnostic } from '../diagnostic.ts'

/** The deepest bracket that real law needs is a handful; the parser itself stands some hundred. */
const deepest = 64

/**
 * What is wrong with a text whose brackets are nested too deeply, or null.
 *
 * @example
 * tooDeep('us/xx/a.policy', 'when (warrant.expired or (not warrant.names-person))') // => null
 * tooDeep('us/xx/a.policy', '('.repeat(65)).code // => 'POL-0104'
 */
export function tooDeep(file: string, text: string): Diagnostic | null {
  let depth = 0
  let line = 1
  let lineStart = 0
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\n') {
      line += 1
      lineStart = at + 1
      // A text in quotes ends with its line; the lexer says so.
      inText = false
    } else if (character === '"' && text[at - 1] !== '\\') inText = !inText
    else if (!inText && character === '(') depth += 1
    else if (!inText && character === ')') depth -= 1
    if (depth > deepest) return finding(file, line, at - lineStart + 1)
  }
  return null
}

function finding(file: string, line: number, column: number): Diagnostic {
  const message = `more than ${deepest} brackets stand inside one another`
  return {
    code: 'POL-0104',
    severity: 'error',
    file,
    line,
    column,
    message,
    help: 'name the parts with `term`, and use the terms',
  }
}
