/** What is said of instruments that are read but not judged. */

/** Names the instruments. */
export function waitingLine(instruments: readonly string[]): string {
  return `not judged until the law that binds with them has no errors: ${instruments.join(', ')}`
}
