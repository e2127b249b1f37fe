/** Lines to a stream in pieces of a fair size, at the pace of whoever reads them. */

/** Writes lines. */
export interface LineWriter {
  /** Writes one line that is safe to show; waits where the reader is slow. */
  readonly write: (line: string) => Promise<void> | null
  /** Writes what is left. */
  readonly end: () => Promise<void>
}

/** So many letters are written at once. */
const pieceLength = 64 * 1024

/** Makes a writer on a stream, which stays open. */
export function lineWriter(output: NodeJS.WritableStream): LineWriter {
  let lines: string[] = []
  let length = 0
  const flush = async (): Promise<void> => {
    const piece = lines.join('')
    lines = []
    length = 0
    if (piece === '' || output.write(piece)) return
    await new Promise<void>((resolve) => {
      output.once('drain', resolve)
    })
  }
  return {
    write: (line) => {
      lines.push(`${line}\n`)
      length += line.length
      return length < pieceLength ? null : flush()
    },
    end: flush,
  }
}
