/** Brackets in brackets, and `not` before `not`, counted before the parser descends into them. */
import { fileProblem, type PolicyProblem } from '../file-problem.ts'

/** The deepest bracket that real law needs is a handful; the parser itself stands some hundred. */
const deepest = 64

/** A comment, a text in quotes, which ends with its line, a bracket, or a word. */
const part = /--[^\n\r]*|"(?:\\.|[^"\\\n\r])*"?|[()]|[^\s()"]+/g

/**
 * Finds where the brackets of a text are nested too deeply; null where they are not. A `not` descends as a bracket does.
 *
 * @example
 * tooDeep('us/xx/a.policy', 'when (warrant.expired or (not warrant.names-person))') // => null
 * tooDeep('us/xx/a.policy', '('.repeat(65)).code // => 'POL-0104'
 */
export function tooDeep(file: string, text: string): PolicyProblem | null {
  // Each open bracket, with the `not`s before it.
  const open: number[] = []
  let depth = 0
  let nots = 0
  for (const { 0: found, index } of text.matchAll(part)) {
    if (found.startsWith('--')) continue
    if (found === '(') {
      open.push(nots + 1)
      depth += nots + 1
    } else if (found === ')') depth -= open.pop() ?? 0
    nots = found === 'not' ? nots + 1 : 0
    if (depth + nots > deepest) return fileProblem('POL-0104', placeOf(file, text, index), { most: deepest })
  }
  return null
}

function placeOf(file: string, text: string, index: number): { file: string; line: number; column: number } {
  const before = text.slice(0, index).split('\n')
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
