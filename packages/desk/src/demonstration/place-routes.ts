/** The places of the demonstration: a page that lists them, and the way from one to another. */
import { markup } from '@brightline/documents/html'
import { Type } from 'typebox'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, keepSession, sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { town } from './town.ts'
import { listDemonstration, moveInDemonstration } from './visit.ts'
import { sayDemonstration } from './words.ts'

const ChosenPlace = Type.Object({ place: Type.Optional(Type.String({ maxLength: 100 })) })

/** Declares the routes. Whoever moves goes on as the one who signs reports; in the town, as its clerk. */
export function declarePlaces(app: App, { database, isSecure }: Room): void {
  app.get('/demonstration-places', async (request, reply) => {
    if (!requireSignedIn(request).isDemonstration) throw new Refusal('not-allowed')
    const say = sayDemonstration(request.lang)
    const places = await listDemonstration(database)
    const buttons = places.map(({ place, name }) => {
      const words = say(place === town.place ? 'open-town' : 'open-place', { name })
      return markup`<li><button class="second" name="place" value="${place}">${words}</button></li>`
    })
    const alone = places.length > 1 ? null : markup`<p class="section">${say('town-alone')}</p>`
    const main = markup`<h1>${say('places')}</h1><p class="lead">${say('places-lead')}</p>${alone}
<form method="post" action="${href('/demonstration-place')}" class="section">${formWordField(frameOf(request))}<ul class="ways">${buttons}</ul></form>`
    return await sendPage(request, reply, { title: say('places'), main })
  })
  app.post('/demonstration-place', { schema: { body: ChosenPlace } }, async (request, reply) => {
    const signedIn = requireSignedIn(request)
    const { place } = request.body
    if (!signedIn.isDemonstration || place === undefined) throw new Refusal('not-allowed')
    const isTown = place === town.place
    const session = await moveInDemonstration(database, signedIn, { place, role: isTown ? 'clerk' : 'supervisor' })
    if (session === null) throw new Refusal('not-allowed')
    keepSession(reply, session, isSecure)
    return await reply.redirect(href(isTown ? '/' : '/reports'), 303)
  })
}
