/** Prints an answer as wide as the screen. */
import type { DecisionDocument, Stack } from '@brightline/engine'
import { answerLines } from '@brightline/wording'
import { paint, print } from '../terminal/output.ts'
import { screenWidth } from '../terminal/screen.ts'

/** Prints every decision of a request. */
export function printDecisions(document: DecisionDocument, stack: Stack, lang: string): void {
  for (const line of answerLines(document, stack, { lang, width: screenWidth(), paint })) print(line)
}
