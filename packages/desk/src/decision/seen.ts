/** What somebody saw before deciding, as a short text: whoever decides decides on what was shown, or is told. */
import { createHash } from 'node:crypto'
import type { DecisionDocument } from '@brightline/engine'

/** Gives the text for a document. Times that pass do not change it; verdicts, reasons, duties and law do. */
export function seenOf({ decisions, agency, place }: DecisionDocument): string {
  return createHash('sha256').update(JSON.stringify({ place, agency, decisions })).digest('hex').slice(0, 32)
}
