/** The end of connections on which nobody asks: none is closed over a form that lies on it already. */
import type { Socket } from 'node:net'
import type { App } from './room.ts'

/**
 * A connection stays open for so long after an answer: longer than proxies keep theirs (nginx one minute, Caddy two), so
 * that it is they who close it. Whoever sends on a connection that is just being closed is told of no answer, and a proxy
 * does not send a form twice.
 */
export const keptMilliseconds = 130_000

/**
 * Declares when a connection that is silent for too long is closed. Node looks at its clocks before it reads: while the
 * server was busy a form may have come, which only the next turn reads.
 */
export function declareConnections(app: App): void {
  app.server.on('timeout', (socket: Socket) => {
    const { bytesRead } = socket
    // What has come by now is read before the immediates run.
    setImmediate(() => {
      if (socket.bytesRead === bytesRead) socket.destroy()
    })
  })
}
