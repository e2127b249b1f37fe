/** Two questions of whoever runs the server: is it there, and can it work. And the files that pages need. */
import { sql } from 'kysely'
import { passkeyScript } from '../people/passkey-script.ts'
import { tabIconPath, tabIconText } from '../screen/icon.ts'
import { scriptPath, scriptText } from '../screen/script.ts'
import { stylePath, styleText } from '../screen/style.ts'
import { placesScript } from '../setup/place-script.ts'
import type { App, Room } from './room.ts'

/** Declares the routes. */
export function declareHealth(app: App, { database, log }: Room): void {
  const config = { isPlain: true }
  app.get('/healthz', { config }, async (_request, reply) => await reply.type('text/plain').send('ok\n'))
  app.get('/readyz', { config }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(database)
      return await reply.type('text/plain').send('ready\n')
    } catch {
      log('not-ready')
      return await reply.code(503).type('text/plain').send('the database does not answer\n')
    }
  })
  const files = [
    { path: stylePath, type: 'text/css', text: styleText },
    { path: scriptPath, type: 'text/javascript', text: scriptText },
    passkeyScript,
    placesScript,
    { path: tabIconPath, type: 'image/svg+xml', text: tabIconText },
  ]
  for (const { path, type, text } of files)
    app.get(path, { config }, async (_request, reply) => {
      const kept = reply.header('cache-control', 'public, max-age=31536000, immutable')
      return await kept.type(`${type}; charset=utf-8`).send(text)
    })
}
