/** JSON from files that people write, and where it goes wrong. What stands there is never repeated: it may be personal. */

/** Parses JSON; some programs begin a file with a byte-order mark, which is no part of it. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''))
}

/**
 * Where JSON goes wrong, as ` at line L, column C`; nothing where the parser does not say.
 *
 * @example
 * whereIn('{"a": 1,\n oops}', new SyntaxError('Unexpected token in JSON at position 10')) // => ' at line 2, column 2'
 * whereIn('', new SyntaxError('Unexpected end of JSON input')) // => ': it is empty'
 */
export function whereIn(text: string, error: unknown): string {
  if (text.trim() === '') return ': it is empty'
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined
  if (position === undefined) return ''
  const before = text
    .replace(/^\uFEFF/, '')
    .slice(0, Number(position))
    .split('\n')
  return ` at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}

/** Why a file cannot be read, in words. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  return code === 'EACCES' ? 'you may not read it' : 'the disk refuses'
}
