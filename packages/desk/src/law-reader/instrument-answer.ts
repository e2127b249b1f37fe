/** Answers with an instrument: as a page, as its policy text, or as JSON. */
import { markup, type Markup } from '@brightline/documents/html'
import { tryAnswer, readRequest, actsOfForm } from '@brightline/engine'
import { parseRequest } from '@brightline/engine/request'
import { textIn, type Instrument } from '@brightline/language'
import { authoritiesAbout, dayWords, shownAuthorities } from '@brightline/wording'
import type { FastifyReply } from 'fastify'
import { href } from '../screen/href.ts'
import { sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { ReadLaw } from '../case/law-in-use.ts'
import { akomaNtoso } from './akoma-ntoso.ts'
import { authoritySection } from './authority-section.ts'
import { articleOf, lifeOf, type ShownLaw } from './instrument-page.ts'
import { lawHref, type LawAddress } from './law-address.ts'
import { checkedWords, dateBar, stackTable, wayTo, type LawExchange, type LawView } from './law-page.ts'
import { documentOf, instrumentNamed, standingOf } from './reading.ts'
import { canonicalText } from './source-text.ts'
import { startingCase } from './what-if-address.ts'
import { sayLaw } from './words.ts'

/** Sends an instrument in the shape that is asked for. */
export async function sendInstrument(
  exchange: LawExchange,
  { name, section }: LawAddress,
  shape: string | undefined,
): Promise<FastifyReply> {
  const { law, reply, view } = exchange
  const instrument = instrumentNamed(view.stack, name)
  if (instrument === undefined) throw new Refusal('not-found')
  const source = canonicalText(instrument, law.textOf)
  if (shape === 'policy' && source !== null) return await reply.type('text/plain; charset=utf-8').send(source)
  const shown = documentOf(view.stack, view.lang).instruments.find(({ id }) => id === name)
  if (shape === 'json' && shown !== undefined) return await reply.type('application/json; charset=utf-8').send(shown)
  if (shape === 'akn' && shown !== undefined)
    return await reply
      .type('application/xml; charset=utf-8')
      .send(akomaNtoso({ shown, asOf: view.asOf, lang: view.lang }))
  const standing = standingOf(view.stack, name)
  if (shown === undefined || standing === undefined) return await sendNotInForce(exchange, instrument)
  if (section !== null && !shown.sections.some(({ number }) => number === section)) throw new Refusal('not-found')
  return await sendShown(exchange, instrument, { shown, standing, section, source })
}

async function sendShown(exchange: LawExchange, instrument: Instrument, law: ShownLaw): Promise<FastifyReply> {
  const { law: read, request, reply, view } = exchange
  const { lang, asOf } = view
  const say = sayLaw(lang)
  const { shown, section } = law
  const since = instrument.events.findLast(({ kind, date }) => kind === 'effective' && date <= asOf)
  const beside = markup`${since === undefined ? null : markup`<p>${say('in-force-since', { date: dayWords(since.date, lang), cite: since.cite })}</p>`}
<p class="soft">${say('downloads')}: <a href="${href(lawHref(shown.id, asOf, null, { as: 'policy' }))}">${say('as-policy')}</a> <a href="${href(lawHref(shown.id, asOf, null, { as: 'json' }))}">${say('as-json')}</a> <a href="${href(lawHref(shown.id, asOf, null, { as: 'akn' }))}">${say('as-akn')}</a></p>
<p><a href="${href(lawHref(instrument.place, asOf, 'changes'))}">${say('changes')}</a></p>`
  const lead = `${shown.cite}. ${say('binds-words', { agencies: shown.bindsWords })} ${say(`reach-${shown.reach}-words`)}`
  const title = section === null ? shown.title : `${say('section', { number: section })}, ${shown.title}`
  const rest: Markup =
    section === null
      ? markup`${lifeOf(instrument, lang)}${checkedWords(view.stack.library, instrument.place, lang)}`
      : markup`<p class="section"><a href="${href(lawHref(shown.id, asOf))}">${say('whole-instrument', { title: shown.title })}</a></p>`
  const main = markup`${wayOf(instrument, view, section)}<h1>${title}</h1><p class="lead">${lead}</p>
${dateBar(view, shown.id, beside)}${section === null ? standsFor(read, instrument, view) : null}${articleOf(law, view)}${authoritiesOf(law, view)}${rest}`
  return await sendPage(request, reply, { title, main })
}

/** Shows what courts and attorneys general said of what the page shows. */
function authoritiesOf({ shown, section }: ShownLaw, view: LawView): Markup | null {
  const { stack, asOf, lang } = view
  const all = shownAuthorities(stack.library, { place: stack.place, asOf }, lang)
  return authoritySection(authoritiesAbout(all, shown.id, section), view)
}

async function sendNotInForce({ request, reply, view }: LawExchange, instrument: Instrument): Promise<FastifyReply> {
  const { lang, asOf } = view
  const say = sayLaw(lang)
  const main = markup`${wayOf(instrument, view, null)}<h1>${instrument.title}</h1><p class="lead">${say('not-in-force', { date: dayWords(asOf, lang) })} ${say('not-in-force-next')}</p>
${dateBar(view, instrument.id, null)}${lifeOf(instrument, lang)}`
  return await sendPage(request, reply, { title: instrument.title, main })
}

function wayOf({ id, place, title }: Instrument, { lang, asOf, stack }: LawView, section: string | null): Markup {
  const placeTitle = textIn(stack.library.places.find((one) => one.id === place)?.title ?? { en: place }, lang)
  const end: readonly (readonly [string, string | null])[] =
    section === null
      ? [[title, null]]
      : [
          [title, lawHref(id, asOf)],
          [`§ ${section}`, null],
        ]
  return wayTo(lang, [[sayLaw(lang)('law'), href('/law')], [placeTitle, lawHref(place, asOf)], ...end])
}

/** Shows where the instrument stands among the others, for a detainer, if it speaks of what a detainer asks. */
function standsFor(law: ReadLaw, instrument: Instrument, view: LawView): Markup | null {
  const { stack, asOf, agency } = view
  const asked = actsOfForm(stack.vocabulary, 'i-247a') ?? []
  const acts = asked.filter((act) => instrument.rules.some((rule) => rule.acts.includes(act)))
  if (acts.length === 0 || !law.isSound(stack.place)) return null
  const facts = Object.fromEntries(startingCase(agency).facts)
  const raw = parseRequest({ place: stack.place, asOf, agency, acts, facts })
  const request = raw.ok ? readRequest(law.library, raw.value, { stackAt: law.stackAt }) : raw
  const answer = request.ok ? tryAnswer(request.value) : request
  return answer.ok ? stackTable(view, answer.value.decisions, instrument.id) : null
}
