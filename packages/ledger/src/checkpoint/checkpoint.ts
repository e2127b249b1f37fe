/** Checkpoints (c2sp.org/tlog-checkpoint): the origin, size and root of a log, as the text of a note. */
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { fromDecimal } from '../bytes/bytes.ts'
import { fail, onLine, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'

/** The statement of a log about itself at one size. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly extensions: readonly string[]
}

/**
 * Reads the text of a checkpoint.
 *
 * @example
 * const text = 'log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'
 * parseCheckpointText(text).ok // true
 */
export function parseCheckpointText(text: string): Result<Checkpoint> {
  if (!text.endsWith('\n')) return fail('LOG-0201')
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n')
  if (origin === '' || extensions.includes('')) return fail('LOG-0201')
  const size = fromDecimal(sizeText)
  if (size === undefined) return fail('LOG-0201', {}, onLine(2))
  const root = fromBase64(rootText)
  if (root?.length !== 32) return fail('LOG-0201', {}, onLine(3))
  return succeed({ origin, size, root, extensions })
}

/** Writes the text of a checkpoint. */
export function printCheckpointText({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, size, toBase64(root), ...extensions].map((line) => `${line}\n`).join('')
}
