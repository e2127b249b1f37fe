/** Lines typed at a terminal, with Ctrl-C and Ctrl-D as answers. The one place that touches the terminal. */
import { createInterface, type Interface } from 'node:readline'
import { hangingOf, shown, wrapped } from '@brightline/wording'
import { screenWidth } from './screen.ts'

/** A line from the keyboard, or the end of typing. */
type Typed =
  { readonly kind: 'line'; readonly text: string } | { readonly kind: 'interrupted' } | { readonly kind: 'ended' }

/** Where the interview talks. */
export interface Terminal {
  readonly say: (line?: string) => void
  /** Waits for one line; after Ctrl-C or Ctrl-D, every call gives that again. */
  readonly ask: () => Promise<Typed>
  /** Gives the terminal back as it was. */
  readonly close: () => void
}

/** Plain lines: nothing is redrawn, so a screen reader, a serial console and a log see the same text. */
export function openTerminal(
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Terminal {
  // A dumb terminal edits its own lines. No history: what was typed must not come back with the arrow keys.
  const terminal = process.env['TERM'] !== 'dumb'
  const reader = createInterface({ input, output, terminal, historySize: 0, prompt: '> ' })
  return {
    say: (line = '') => {
      const width = screenWidth(output)
      for (const part of wrapped(line, width, hangingOf(line))) output.write(`${shown(part)}\n`)
    },
    ask: typedIn(reader),
    close: () => reader.close(),
  }
}

/** Gives what is typed, one line a call. Lines that were typed ahead wait. */
function typedIn(reader: Interface): () => Promise<Typed> {
  const lines: string[] = []
  let left: Typed | null = null
  let wake: (() => void) | null = null
  const happened = (): void => {
    wake?.()
    wake = null
  }
  reader.on('line', (text) => {
    lines.push(text)
    happened()
  })
  reader.on('SIGINT', () => {
    left ??= { kind: 'interrupted' }
    reader.close()
  })
  reader.on('close', () => {
    left ??= { kind: 'ended' }
    happened()
  })
  return async () => {
    if (left === null && lines.length === 0) {
      reader.prompt()
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    // Ctrl-C leaves at once, whatever was typed ahead.
    if (left?.kind === 'interrupted') return left
    const text = lines.shift()
    return text === undefined ? (left ?? { kind: 'ended' }) : { kind: 'line', text }
  }
}

/** Tells whether a person can be asked. */
export function isTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}
