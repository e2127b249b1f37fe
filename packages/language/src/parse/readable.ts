/** Whether a text could be read at all. */
import type { LangiumDocument } from 'langium'

/** True when a document has no syntax error. */
export function isReadable({ parseResult }: LangiumDocument): boolean {
  return parseResult.lexerErrors.length + parseResult.parserErrors.length === 0
}
