/** A progress bar on standard error, where a person looks at it. */
import type { WriteStream } from 'node:tty'

/** Shows how far something is. */
export interface ProgressBar {
  /** From 0 to 1. */
  readonly show: (share: number) => void
  readonly clear: () => void
}

const width = 30

/** Not before this, so that short work shows nothing. */
const patience = 400

/** A bar, or nothing where the stream is not a terminal. */
export function progressBar(stream: Pick<WriteStream, 'isTTY' | 'write'> = process.stderr): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined }
  const start = performance.now()
  let shown = -1
  return {
    show: (share) => {
      const percent = Math.floor(100 * share)
      if (percent === shown || performance.now() - start < patience) return
      shown = percent
      const full = Math.round(width * share)
      stream.write(`\r[${'#'.repeat(full)}${' '.repeat(width - full)}] ${percent} %`)
    },
    clear: () => {
      if (shown >= 0) stream.write('\r\u001B[K')
    },
  }
}
