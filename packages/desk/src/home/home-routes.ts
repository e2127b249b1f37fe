/** The home page. */
import { requireSignedIn } from '../people/require.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { readHome } from './home.ts'
import { homeMain } from './page.ts'
import { sayHome } from './words.ts'

/** Declares the route. */
export function declareHome(app: App, { database }: Room): void {
  app.get('/', async (request, reply) => {
    const signedIn = requireSignedIn(request)
    const home = await readHome(database, signedIn.who)
    const reader = { lang: request.lang, signedIn }
    return await sendPage(request, reply, { title: sayHome(request.lang)('home'), main: homeMain(home, reader) })
  })
}
