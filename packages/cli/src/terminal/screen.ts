/** The width of a screen. */

/** Longer lines are hard to read. */
const widest = 100

/** A screen that says it is narrower does not know. */
const narrowest = 20

/** Counts the columns to write in; some terminals say 0, which is not known, and a file or a pipe says nothing. */
export function screenWidth(output: NodeJS.WritableStream = process.stdout): number {
  const columns = 'columns' in output && typeof output.columns === 'number' ? output.columns : 0
  return columns < narrowest ? widest : Math.min(columns, widest)
}

/** Counts the columns of the screen that data goes to; null where it goes to a file or a pipe, or nobody knows. */
export function outputColumns(): number | null {
  const { isTTY, columns } = process.stdout
  return isTTY && columns >= narrowest ? columns : null
}
