/** Texts that can be read. */
import type { LangiumDocument } from 'langium'
import { isShown } from './hidden-character.ts'

// Asked many times of one text.
const known = new WeakMap<LangiumDocument['parseResult'], boolean>()

/** Tells whether a document has no syntax error, and no character that does not show. */
export function isReadable({ parseResult, textDocument }: LangiumDocument): boolean {
  const before = known.get(parseResult)
  if (before !== undefined) return before
  const isWhole = parseResult.lexerErrors.length + parseResult.parserErrors.length === 0
  const found = isWhole && isShown(textDocument.getText())
  known.set(parseResult, found)
  return found
}
