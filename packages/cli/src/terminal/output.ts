/**
 * Data to standard output, talk to standard error, and the exit codes of the command. The one place that writes to them.
 *
 * INVARIANT: whatever leaves here was made safe to show. Text from law, data or arguments steers no terminal.
 */
import { randomUUID } from 'node:crypto'
import { styleText } from 'node:util'
import { jsonText, rendered, sealedPainter, shownJson, shownText, type Style } from '@brightline/wording'

/** 0 fine, 1 findings, 2 wrong use, 3 internal. */
export const exitCode = { fine: 0, findings: 1, usage: 2, internal: 3 } as const

/** Ends a command whose lines are made already: they are told on standard error. Findings, where no exit code is said. */
export class ToldError extends Error {
  readonly lines: readonly string[]
  readonly code: number

  constructor(lines: readonly string[], code: number = exitCode.findings) {
    super(lines.join('\n'))
    this.name = 'ToldError'
    this.lines = lines
    this.code = code
  }
}

// Nobody outside knows it, so nobody else's marks are turned into colours.
const seal = randomUUID()

const sealed = sealedPainter(seal)

/** Writes a line of data. A line end inside it is written out. */
export function print(line: string = ''): void {
  process.stdout.write(`${rendered(line, seal, codesOf)}\n`)
}

/** Writes a text of several lines as data, and nothing behind it. */
export function printText(text: string): void {
  process.stdout.write(shownText(text))
}

/** Writes a value as one line of JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonText(value)}\n`)
}

/** Writes a line that is JSON already. */
export function printJsonLine(json: string): void {
  process.stdout.write(`${shownJson(json)}\n`)
}

/** Writes a line of talk. */
export function tell(line: string): void {
  process.stderr.write(`${rendered(line, seal, codesOf)}\n`)
}

/** Writes a text of several lines as talk, and nothing behind it. */
export function tellText(text: string): void {
  process.stderr.write(shownText(text))
}

/** Sets a text in a style, or leaves it where colour is not wanted. `NO_COLOR` and a pipe are respected. */
export function paint(style: Style, text: string): string {
  return styleText(style, 'x', { stream: process.stdout }) === 'x' ? text : sealed(style, text)
}

function codesOf(style: Style): readonly [string, string] {
  const [begin = '', end = ''] = styleText(style, '\n', { validateStream: false }).split('\n')
  return [begin, end]
}
