/** Reads a log over HTTP, as any web server publishes it. */
import type { TileSource } from '../tiles/reader.ts'

/** How to ask. */
export interface HttpOptions {
  readonly timeoutMilliseconds?: number
  readonly signal?: AbortSignal
  readonly fetch?: typeof fetch
}

const maximumLength = 20_000_000

/**
 * The public files of a log below a URL. Answers other than 200, 404 and 410 reject.
 *
 * @example
 * const source = httpSource('https://log.example/springfield/')
 */
export function httpSource(prefix: string, options: HttpOptions = {}): TileSource {
  const base = prefix.endsWith('/') ? prefix : `${prefix}/`
  const ask = options.fetch ?? fetch
  return {
    read: async (path) => {
      const timeout = AbortSignal.timeout(options.timeoutMilliseconds ?? 10_000)
      const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal])
      const response = await ask(new URL(path, base), { signal, redirect: 'error' })
      if (response.status === 404 || response.status === 410) return undefined
      const isLong = Number(response.headers.get('content-length') ?? 0) > maximumLength
      if (response.status !== 200 || isLong)
        throw Object.assign(new Error('refused'), { code: `HTTP ${response.status}` })
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}
