/** Administration in its pages, and the audit. */
import { markup } from '@brightline/documents/html'
import { sayClock } from '../clock/words.ts'
import { hasDemonstration } from '../demonstration/visit.ts'
import { sayDemonstration } from '../demonstration/words.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { saySheet } from '../sheet/words.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { declareAudit } from './audit-routes.ts'
import { declareBackup } from './backup-routes.ts'
import { declareClock } from './clock-routes.ts'
import { declareKeys } from './keys-routes.ts'
import { declareLawState } from './law-state-routes.ts'
import { pages } from './page.ts'
import { declarePlace } from './place-routes.ts'
import { declareRetention } from './retention-routes.ts'
import { sayAdministration } from './words.ts'

/** Declares the routes. */
export function declareAdministration(app: App, room: Room): void {
  app.get('/administration', async (request, reply) => {
    requireSignedIn(request, ['administrator'])
    const say = sayAdministration(request.lang)
    const invented = sayDemonstration(request.lang)
    const list = pages.map(
      ({ name, path }) =>
        markup`<li><a href="${href(path)}">${say(name)}</a><br><span class="soft">${say(`${name}-lead`)}</span></li>`,
    )
    const paper = saySheet(request.lang)
    const sheets = markup`<li><a href="${href('/sheet', { lang: request.lang })}">${paper('sheets')}</a><br><span class="soft">${paper('lead')}</span></li>`
    const clock = sayClock(request.lang)
    const calendar = markup`<li><a href="${href('/calendar')}">${clock('calendar')}</a><br><span class="soft">${clock('calendar-lead')}</span></li>`
    const demonstration = (await hasDemonstration(room.database))
      ? markup`<section class="section"><h2>${invented('remove-title')}</h2><p>${invented('remove-lead')}</p>
<form method="post" action="${href('/demonstration-end')}">${formWordField(frameOf(request))}<button class="second">${invented('remove')}</button></form></section>`
      : null
    const main = markup`<h1>${say('administration')}</h1><p class="lead">${say('lead')}</p><ul class="section plain-list pages">${list}${calendar}${sheets}</ul>${demonstration}`
    return await sendPage(request, reply, { title: say('administration'), main })
  })
  for (const declare of [
    declarePlace,
    declareLawState,
    declareKeys,
    declareRetention,
    declareBackup,
    declareClock,
    declareAudit,
  ])
    declare(app, room)
}
