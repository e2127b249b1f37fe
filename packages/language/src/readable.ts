/** Texts that can be read. */
import type { LangiumDocument } from 'langium'

/** Tells whether a document has no syntax error. */
export function isReadable({ parseResult }: LangiumDocument): boolean {
  return parseResult.lexerErrors.length + parseResult.parserErrors.length === 0
}
