/** Starts the server of a place again when it ended though nobody stopped it. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'

/** Who is told of a server that ended by itself. */
export interface Gone {
  readonly lost: () => void
  readonly back: () => void
  /** It did not start; it is tried again. */
  readonly failed: (error: unknown) => void
}

/** How long is waited before each try, in milliseconds; the last one is repeated. */
const waits = [0, 1_000, 5_000, 15_000, 60_000]

/**
 * Watches the connection that holds the lock of the folder: it ends when the server does.
 * `start` starts the server, or adopts it, and gives a new such connection.
 */
export function keepRunning(
  lock: Client,
  start: () => Promise<Client>,
  gone?: Gone,
): { readonly stop: () => Promise<void> } {
  const ending = new AbortController()
  let held: Client | null = null
  let restarting = Promise.resolve()
  const watch = (client: Client): void => {
    held = client
    client.once('end', () => {
      held = null
      if (!ending.signal.aborted) restarting = restart()
    })
  }
  const restart = async (): Promise<void> => {
    gone?.lost()
    for (let tries = 0; !ending.signal.aborted; tries += 1) {
      try {
        await wait(waits[Math.min(tries, waits.length - 1)], undefined, { signal: ending.signal })
        watch(await start())
        gone?.back()
        return
      } catch (error) {
        if (!ending.signal.aborted) gone?.failed(error)
      }
    }
  }
  watch(lock)
  return {
    stop: async () => {
      ending.abort()
      await restarting
      await held?.end()
    },
  }
}
