/** Ends of commands that run until they are told to stop. */

/** Aborted by Ctrl-C and by the request of the system to end. */
export function interrupted(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  return stop.signal
}
