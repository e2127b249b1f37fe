/** Reads a log over HTTP, as any web server publishes it. */
import type { TileSource } from '../tiles/reader.ts'

/** Options of a source over HTTP. */
export interface HttpOptions {
  readonly timeoutMilliseconds?: number
  readonly signal?: AbortSignal
  readonly fetch?: typeof fetch
  /** Makes a signal that is aborted when the time is over. */
  readonly deadline?: (milliseconds: number) => AbortSignal
  /** Longer answers are refused. */
  readonly maximumLength?: number
}

/** More than the longest bundle has. */
const longestBundle = 20_000_000

/**
 * Opens the public files of a log below a URL. Answers other than 200, 404 and 410 reject, and so do those that are too long
 * or too slow; the error has a `code`.
 *
 * @example
 * const source = httpSource('https://log.example/springfield/')
 */
export function httpSource(prefix: string, options: HttpOptions = {}): TileSource {
  const base = prefix.endsWith('/') ? prefix : `${prefix}/`
  const { timeoutMilliseconds = 10_000, maximumLength = longestBundle, deadline = timeoutSignal } = options
  const ask = options.fetch ?? fetch
  return {
    read: async (path) => {
      const timeout = deadline(timeoutMilliseconds)
      const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal])
      try {
        return await readAnswer(await ask(new URL(path, base), { signal, redirect: 'error' }), maximumLength)
      } catch (error) {
        throw Object.assign(new Error('the answer was refused'), { code: reasonOf(error) })
      }
    },
  }
}

function timeoutSignal(milliseconds: number): AbortSignal {
  return AbortSignal.timeout(milliseconds)
}

async function readAnswer(response: Response, maximumLength: number): Promise<Uint8Array | undefined> {
  if (response.status !== 200) {
    await response.body?.cancel()
    if (response.status === 404 || response.status === 410) return undefined
    throw refusal(`HTTP ${response.status}`)
  }
  // What the server says of the length is not believed: it may lie, or be of the packed bytes.
  let bytes = new Uint8Array(65_536)
  let length = 0
  for await (const part of response.body ?? []) {
    if (length + part.length > maximumLength) throw refusal('too long')
    if (length + part.length > bytes.length) {
      const longer = new Uint8Array(2 * (length + part.length))
      longer.set(bytes.subarray(0, length))
      bytes = longer
    }
    bytes.set(part, length)
    length += part.length
  }
  return bytes.slice(0, length)
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** Names an error by its code, or by the code of what caused it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  if (error.name === 'TimeoutError') return 'timeout'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? 'unknown error' : reasonOf(error.cause)
}
