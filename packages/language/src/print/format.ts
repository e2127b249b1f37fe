/** The one canonical layout of a policy text. */
import * as syntax from '../generated/ast.ts'
import type { PolicyProblem } from '../file-problem.ts'
import { hiddenCharacters } from '../parse/hidden.ts'
import { tooDeep } from '../parse/nesting.ts'
import { policyReader } from '../parse/reader.ts'
import { syntaxErrors } from '../parse/syntax-errors.ts'
import type { Result } from '../problem.ts'
import { printAuthorities } from './authorities.ts'
import { weaveComments } from './comments.ts'
import { printInstrument } from './instrument.ts'
import { printPlace, printVocabulary } from './vocabulary.ts'
import type { Lines } from './layout.ts'

/**
 * Lays a policy text out as every policy text is laid out, and keeps its meaning and its comments.
 *
 * @example
 * formatPolicy('place us "United States" division "d"  geoid "0" time-zone "UTC"', 'us/place.policy')
 * // => { ok: true, value: 'place us "United States"\n  division "d"\n  geoid "0"\n  time-zone "UTC"\n' }
 */
export function formatPolicy(text: string, path: string): Result<string, PolicyProblem> {
  const hidden = hiddenCharacters(path, text)
  if (hidden.length > 0) return { ok: false, problems: hidden }
  const nested = tooDeep(path, text)
  if (nested !== null) return { ok: false, problems: [nested] }
  const { parser, lexer } = policyReader()
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const { value, lexerErrors, parserErrors } = parser.parse<syntax.Document>(source)
  if (lexerErrors.length + parserErrors.length > 0) {
    return { ok: false, problems: syntaxErrors(path, source, { parser, lexer }) }
  }
  const printed = printDocument(value)
  const lines = weaveComments(source, lexer.tokenize(source), printed, lexer.tokenize(printed.join('\n')))
  return { ok: true, value: `${lines.join('\n').trimEnd()}\n` }
}

function printDocument(root: syntax.Document): Lines {
  if (syntax.isInstrument(root)) return printInstrument(root)
  if (syntax.isAuthorities(root)) return printAuthorities(root)
  return syntax.isVocabulary(root) ? printVocabulary(root) : printPlace(root)
}
