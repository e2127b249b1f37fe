/** The end of a server: what was asked is answered, and whoever does not come to an end with asking is cut off. */
import type { App } from './room.ts'

/**
 * The longest that answers may take after the end began. Then connections are cut, so that the database is still ended in
 * order, within the 30 seconds after which the process ends by force: node looks for slow requests no more once a server
 * closes, and somebody who sends a byte now and then would hold it open for ever.
 */
const longestAnswers = 15_000

/** Declares what happens when the server closes. */
export function declareEnding(app: App): void {
  let late: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    late = setTimeout(() => app.server.closeAllConnections(), longestAnswers)
  })
  app.addHook('onClose', async () => clearTimeout(late))
}
