/** Answers with places: all of them, one with what binds it, and the case that somebody tries under its law. */
import { markup, type Markup } from '@brightline/documents/html'
import { textIn } from '@brightline/language'
import { shownAuthorities } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReadLaw } from '../case/law-in-use.ts'
import { href } from '../screen/href.ts'
import { sendPage } from '../server/frame.ts'
import { findCases } from './aside.ts'
import { lawHref } from './law-address.ts'
import { authoritySection } from './authority-section.ts'
import { checkedWords, dateBar, stackTable, wayTo, type LawExchange, type LawView } from './law-page.ts'
import { documentOf } from './reading.ts'
import { casesTable, layersTable, placesTable } from './place-page.ts'
import { whatIfHref, readTriedCase, startingCase } from './what-if-address.ts'
import { tryCase } from './what-if.ts'
import { whatIfColumns } from './what-if-page.ts'
import { saySheet } from '../sheet/words.ts'
import { sayLaw } from './words.ts'

/** The place and the kind of the agency that reads, and the date that it is there. */
export interface LawReader {
  readonly place: string
  readonly kind: string
  readonly today: string
}

/** Sends the index of all places, the reader's own first. */
export async function sendIndex(
  law: ReadLaw,
  request: FastifyRequest,
  reply: FastifyReply,
  reader: LawReader,
): Promise<FastifyReply> {
  const { lang } = request
  const say = sayLaw(lang)
  const library = law.library
  const own = library.places.find(({ id }) => id === reader.place)
  const mine =
    own === undefined
      ? null
      : markup`<p class="section actions"><a class="button" href="${href(`/law/${own.id}`)}">${say('your-law', { place: textIn(own.title, lang) })}</a>
<a class="button second" href="${href(whatIfHref(own.id, reader.today, startingCase(reader.kind)))}">${say('what-if-open')}</a></p>`
  const main = markup`<h1>${say('law')}</h1><p class="lead">${say('law-lead')}</p>${mine}
<p class="after"><a href="${href('/sheet', { lang })}">${saySheet(lang)('sheets')}</a><br><span class="soft">${saySheet(lang)('lead')}</span></p>${placesTable(library, lang)}`
  return await sendPage(request, reply, { title: say('law'), main })
}

/** Sends a place: where it stands, what binds it, its standard situations; or its whole law as data. */
export async function sendPlace(
  { law, request, reply, view }: LawExchange,
  place: string,
  shape: string | undefined,
): Promise<FastifyReply> {
  if (shape === 'json')
    return await reply
      .type('application/json; charset=utf-8')
      .send({ ...documentOf(view.stack, view.lang), asOf: view.asOf })
  const { lang, asOf, agency } = view
  const say = sayLaw(lang)
  const library = law.library
  const title = textIn(library.places.find(({ id }) => id === place)?.title ?? { en: place }, lang)
  const isSound = law.isSound(place)
  const tried = isSound ? tryCase(law, place, asOf, startingCase(agency)) : null
  const cases = isSound ? await findCases(law, place) : null
  const parts: readonly (Markup | null)[] = [
    isSound ? null : markup`<p class="note">${say('unsound')}</p>`,
    tried === null || tried.answer === null ? null : stackTable(view, tried.answer.decisions, null),
    markup`<p class="section actions"><a class="button" href="${href(whatIfHref(place, asOf, startingCase(agency)))}">${say('what-if-open')}</a>
<a class="button second" href="${href(lawHref(place, asOf, 'changes'))}">${say('changes')}</a></p>`,
    layersTable(view),
    authoritySection(shownAuthorities(library, { place, asOf }, lang), view),
    cases === null ? null : casesTable(cases, view),
    checkedWords(library, place, lang),
  ]
  const downloads = markup`<p class="soft">${say('downloads')}: <a href="${href(lawHref(place, asOf, null, { as: 'json' }))}">${say('as-json')}</a></p>`
  const main = markup`${wayTo(lang, [
    [say('law'), '/law'],
    [title, null],
  ])}<h1>${say('your-law', { place: title })}</h1>
${dateBar(view, place, downloads)}${parts}`
  return await sendPage(request, reply, { title: say('your-law', { place: title }), main })
}

/** Sends the what-if page of a place. */
export async function sendWhatIf(
  { law, request, reply, view }: LawExchange,
  place: string,
  query: Readonly<Record<string, string>>,
): Promise<FastifyReply> {
  const { lang, asOf } = view
  const say = sayLaw(lang)
  const library = law.library
  const title = textIn(library.places.find(({ id }) => id === place)?.title ?? { en: place }, lang)
  const asked = Object.keys(query).some((name) => name !== 'lang')
  const tried = asked ? readTriedCase(query, view.agency) : startingCase(view.agency)
  const columns = law.isSound(place)
    ? whatIfColumns(tryCase(law, place, asOf, tried), view, place)
    : markup`<p class="note">${say('unsound')}</p>`
  const main = markup`${wayTo(lang, [
    [say('law'), '/law'],
    [title, lawHref(place, asOf)],
    [say('what-if'), null],
  ])}
<h1>${say('what-if-title')}</h1><p class="lead">${say('what-if-lead')}</p>${columns}${situationList(law, view, place)}${checkedWords(library, place, lang)}`
  return await sendPage(request, reply, { title: say('what-if-title'), main })
}

/** Lists the standard situations as cases to try under the law of a place; null where the law has none. */
function situationList({ standardCases }: ReadLaw, { asOf, lang }: LawView, place: string): Markup | null {
  const list = standardCases()?.situations.situations ?? []
  if (list.length === 0) return null
  const items = list.map(({ title, agency, act, facts }) => {
    const known = new Map(Object.entries(facts).map(([fact, value]) => [fact, String(value)]))
    return markup`<li><a href="${href(whatIfHref(place, asOf, { agency, act, facts: known }))}">${textIn(title, lang)}</a></li>`
  })
  return markup`<details class="section"><summary>${sayLaw(lang)('try-situations', { count: list.length })}</summary><ul class="plain rows">${items}</ul></details>`
}
