/**
 * What the server writes down of itself: one line of JSON an event.
 *
 * INVARIANT: an event holds numbers, and words of ours: the pattern of a path and never the path, no address of a
 * network, no name, nothing that was typed.
 */

/** The values of an event. */
export type EventValues = Readonly<Record<string, string | number | boolean>>

/** Writes an event down. */
export type Log = (event: string, values?: EventValues) => void

/** Makes a log that writes lines. */
export function lineLog(write: (line: string) => void, now: () => string = () => new Date().toISOString()): Log {
  return (event, values = {}) => write(`${JSON.stringify({ time: now(), event, ...values })}\n`)
}

/** Says what kind of fault an error is. Its words stay out: they may quote what was typed, or a row. */
export function faultOf(error: unknown): EventValues {
  if (!(error instanceof Error)) return { fault: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const place = /at .*?([\w.-]+\/[\w.-]+\.[jt]s:\d+)/.exec(error.stack ?? '')?.[1]
  return { fault: error.name, ...code, ...(place === undefined ? {} : { place }) }
}
