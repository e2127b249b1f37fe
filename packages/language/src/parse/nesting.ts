/** Brackets in brackets, counted before the parser descends into them. */
import { fileProblem, type PolicyProblem } from '../file-problem.ts'

/** The deepest bracket that real law needs is a handful; the parser itself stands some hundred. */
const deepest = 64

/**
 * Finds where the brackets of a text are nested too deeply; null where they are not.
 *
 * @example
 * tooDeep('us/xx/a.policy', 'when (warrant.expired or (not warrant.names-person))') // => null
 * tooDeep('us/xx/a.policy', '('.repeat(65)).code // => 'POL-0104'
 */
export function tooDeep(file: string, text: string): PolicyProblem | null {
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
    if (depth > deepest) return fileProblem('POL-0104', { file, line, column: at - lineStart + 1 }, { most: deepest })
  }
  return null
}
