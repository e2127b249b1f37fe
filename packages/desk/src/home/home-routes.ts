/** The home page. */
import { textIn } from '@brightline/language'
import { namesOf } from '@brightline/wording'
import type { ReadLaw } from '../case/law-in-use.ts'
import { requireSignedIn } from '../people/require.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { readHome } from './home.ts'
import { homeMain } from './page.ts'
import type { Voice } from './started-section.ts'
import { sayHome } from './words.ts'

/** Declares the route. */
export function declareHome(app: App, { database, law }: Room): void {
  app.get('/', async (request, reply) => {
    const signedIn = requireSignedIn(request)
    const home = await readHome(database, signedIn.who)
    // Home is there also where the law cannot be read.
    const [read, state] = await Promise.all([law.all(), law.state()]).catch(() => [null, null] as const)
    const isLawBroken = state === null || state.failed !== null
    const reader = { ...voiceOf(read, request.lang), signedIn, isLawBroken }
    return await sendPage(request, reply, { title: sayHome(request.lang)('home'), main: homeMain(home, reader) })
  })
}

/** Finds out how acts and forms are called. A word that the law no longer has is shown as it is. */
function voiceOf(read: ReadLaw | null, lang: string): Voice {
  if (read === null) return { lang, act: (name) => name, form: (name) => name }
  const { library } = read
  const { act } = namesOf({ library, vocabulary: library.vocabulary }, lang)
  const type = library.vocabulary.facts.find(({ name }) => name === 'request.form')?.type
  const forms = type?.kind === 'one-of' ? type.values : []
  const form = (name: string): string => {
    const known = forms.find((value) => value.name === name)
    return known === undefined ? name : textIn(known.phrase ?? known.label, lang)
  }
  return { lang, act, form }
}
