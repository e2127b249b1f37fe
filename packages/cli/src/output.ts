/** Data to standard output, talk to standard error, and the exit codes of the command. */
import { styleText } from 'node:util'

/** 0 fine, 1 findings, 2 wrong use, 3 internal. */
export const exitCode = { fine: 0, findings: 1, usage: 2, internal: 3 } as const

/** Wrong use of the command: told on standard error, exit 2. */
export class UsageError extends Error {
  readonly help: string | null

  constructor(message: string, help: string | null = null) {
    super(message)
    this.name = 'UsageError'
    this.help = help
  }
}

/** Findings in what was given that leave nothing to go on with: told on standard error, exit 1. */
export class FindingsError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'FindingsError'
  }
}

/** Writes a line of data. */
export function print(line: string = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Writes a line of talk. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Text in a style, or as it is where colour is not wanted. `NO_COLOR` and a pipe are respected. */
export function paint(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stdout })
}
