/** Pieces that the declarations of commands share. */

/**
 * Help begins with examples.
 *
 * @example
 * examples('brightline places') // => 'Examples:\n  brightline places\n'
 */
export function examples(...lines: readonly string[]): string {
  return `Examples:\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/** Collects the values of a flag that may stand more than once. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}
