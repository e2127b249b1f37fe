/** What must be said beside the numbers of recorded requests. */
import { printoutLines } from '@brightline/simulate'
import type { CompareDocument } from './compare-document.ts'
import { suppressedWords } from './words.ts'

/** The whole printout of a replay as lines of text, the sentence about its limits last. */
export function dataLines(data: NonNullable<CompareDocument['data']>): readonly string[] {
  return [...printoutLines(data, 'en'), ...(data.isPublic ? [suppressedWords] : []), data.printout.disclaimer]
}
