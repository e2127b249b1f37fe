/** Lines to a stream in pieces of a fair size, at the pace of whoever reads them. */

/** Writes lines. */
export interface LineWriter {
  /** Writes the bytes of whole lines that are safe to show; waits where the reader is slow. */
  readonly write: (lines: Buffer) => Promise<void> | null
  /** Writes what is left. */
  readonly end: () => Promise<void>
}

/** So many bytes are written at once. */
const pieceLength = 64 * 1024

/** Makes a writer on a stream, which stays open. */
export function lineWriter(output: NodeJS.WritableStream = process.stdout): LineWriter {
  let parts: Buffer[] = []
  let length = 0
  const flush = async (): Promise<void> => {
    const piece = Buffer.concat(parts)
    parts = []
    length = 0
    if (piece.length === 0 || output.write(piece)) return
    await new Promise<void>((resolve) => {
      output.once('drain', resolve)
    })
  }
  return {
    write: (lines) => {
      parts.push(lines)
      length += lines.length
      return length < pieceLength ? null : flush()
    },
    end: flush,
  }
}
