/** The page of an instrument, or of one of its sections: its words, and beside each provision what it does. */
import { dayWords } from '@brightline/wording'
import { href } from '../screen/href.ts'
import { markup, verbatim, type Markup } from '@brightline/documents/html'
import type { Standing } from '@brightline/engine'
import type { Instrument } from '@brightline/language'
import type { ShownInstrument, ShownProvision } from '@brightline/wording'
import { lawHref, anchorOf } from './law-address.ts'
import { type LawView } from './law-page.ts'
import { effectOf, type Effect, type Provided } from './effect.ts'
import { examplesOf } from './example.ts'
import { marginOf, providedIn } from './reading.ts'
import { sectionSource } from './source-text.ts'
import { tag } from './verdict-mark.ts'
import { sayLaw } from './words.ts'
import { withDays } from '../screen/with-days.ts'

/** An instrument in force, as a page shows it. */
export interface ShownLaw {
  readonly shown: ShownInstrument
  readonly standing: Standing
  /** The section that the page is about; null for all. */
  readonly section: string | null
  /** The canonical text of the file. */
  readonly source: string | null
}

/** Makes the articles of an instrument. */
export function articleOf(law: ShownLaw, view: LawView): Markup {
  const { shown, section } = law
  const sections = shown.sections.filter(({ number }) => section === null || number === section)
  return markup`<article class="law">${sections.map((one) => sectionOf(one, law, view))}${termsOf(law, view)}</article>`
}

type ShownSection = ShownInstrument['sections'][number]

function sectionOf(section: ShownSection, law: ShownLaw, view: LawView): Markup {
  const { number, title, leadIns, provisions } = section
  const { lang, asOf } = view
  const say = sayLaw(lang)
  const leads = leadIns.map(({ label, condition }) => {
    const words = condition.map(({ joint, text }) => `${joint} ${text}`).join(' ')
    return clause({ label: label ?? '', id: null, text: markup`<p>${words}:</p>`, margin: null })
  })
  const source = law.source === null ? null : sectionSource(law.source, number)
  const written =
    source === null
      ? null
      : markup`<details><summary>${say('as-written', { number })}</summary><pre lang="en">${verbatim(source)}</pre></details>`
  return markup`<h2 id="${anchorOf(number, '')}"><a href="${href(lawHref(law.shown.id, asOf, number))}">${`§ ${number}`}</a> <span lang="en">${title}</span></h2>
${leads}${provisions.map((one) => provisionOf(one, law, view))}${written}`
}

function provisionOf(one: ShownProvision, law: ShownLaw, view: LawView): Markup {
  const { standing } = law
  const raw = providedIn(standing).find(({ id }) => id === one.id)
  if (raw === undefined) return clause({ label: one.label, id: null, text: markup`<p>${one.says}</p>`, margin: null })
  const margin = marginOf(view.stack, standing, raw.section, view.lang)
  const terms = law.shown.terms.map(({ name }) => name)
  const note = one.note === null ? null : markup`<p class="soft aside-note">${one.note}</p>`
  const examples = examplesOf(standing.instrument, one.id, view)
  return clause({
    label: one.label,
    id: anchorOf(raw.section.replace(/^section /, ''), one.label),
    text: markup`${sentenceOf(one, terms, view.lang)}${note}${examples}`,
    margin: marginWords(effectOf(raw, margin), one, { raw, lang: view.lang }),
  })
}

const markShapes = { read: 'read', inferred: 'reported', reported: 'reported', unverified: 'unverified' } as const

/** Writes the margin: what it does, how far its text was read, and what is said against it. */
function marginWords(
  { shape, head, more }: Effect,
  shown: Pick<ShownProvision, 'mark' | 'source' | 'isContested' | 'challenged' | 'isPart' | 'cite' | 'kind'>,
  { raw, lang }: { readonly raw: Provided; readonly lang: string },
): Markup {
  const say = sayLaw(lang)
  const mark = say(`mark-${shown.mark}`)
  const source = raw.mark.source
  const words = source === null ? mark : say('by-source', { mark, source: dayWords(source.read, lang) })
  const remarks = [
    ...more,
    ...(shown.isPart ? [say('part', { cite: shown.cite })] : []),
    ...(shown.isContested ? [say('contested')] : []),
    ...shown.challenged.map((cite) => say('challenged', { cite })),
  ]
  const marked = shown.kind === 'not-encoded' ? null : markup`<p class="soft">${tag(markShapes[shown.mark], words)}</p>`
  return markup`<p class="effect">${shape === null ? markup`<b>${head}</b>` : tag(shape, head)}</p>${remarks.map((line) => markup`<p>${line}</p>`)}${marked}`
}

interface Clause {
  readonly label: string
  readonly id: string | null
  readonly text: Markup
  readonly margin: Markup | null
}

function clause({ label, id, text, margin }: Clause): Markup {
  const named = id === null ? null : markup` id="${id}"`
  return markup`<div class="clause"${named}><div class="text"><b class="label">${label}</b><div>${text}</div></div><div class="margin">${margin}</div></div>`
}

function termsOf({ shown }: ShownLaw, { lang }: LawView): Markup {
  const say = sayLaw(lang)
  const names = shown.terms.map(({ name }) => name)
  const terms = shown.terms.map(({ name, cite, condition }) => {
    const words = condition.map(({ joint, text }, at) => (at === 0 ? text : `${joint} ${text}`)).join(' ')
    const margin = plainMargin(say('effect-term'), cite)
    const text = markup`<p><b lang="en">${capital(name)}</b>: ${withTerms(`${words}.`, names)}</p>`
    return clause({ label: '', id: termAnchor(name), text, margin })
  })
  const groups = shown.groups.map(({ says, cite }) =>
    clause({ label: '', id: null, text: markup`<p>${says}.</p>`, margin: plainMargin(say('effect-group'), cite) }),
  )
  return markup`${terms}${groups}`
}

function plainMargin(head: string, cite: string | null): Markup {
  return markup`<p class="effect"><b>${head}</b></p>${cite === null ? null : markup`<p class="soft">${cite}</p>`}`
}

/** Makes the life of an instrument and the texts in which it was read. */
export function lifeOf({ events, sources }: Pick<Instrument, 'events' | 'sources'>, lang: string): Markup {
  const say = sayLaw(lang)
  const lives = events.map(({ kind, date, through, cite }) => {
    const when =
      through === null
        ? dayWords(date, lang)
        : say('through', { from: dayWords(date, lang), through: dayWords(through, lang) })
    return markup`<tr><th scope="row">${say(`life-${kind}`)}</th><td>${when}</td><td>${cite}</td></tr>`
  })
  const read = sources.map(
    ({ title, url, read: day }) =>
      markup`<li><cite lang="en">${title}</cite>, ${say('read-on', { date: dayWords(day, lang) })}<br><span class="mono soft">${url}</span></li>`,
  )
  return markup`<section class="section"><h2>${say('life')}</h2><table><thead><tr><th scope="col">${say('event')}</th><th scope="col">${say('date')}</th><th scope="col">${say('cite')}</th></tr></thead><tbody>${lives}</tbody></table></section>
<section class="section"><h2>${say('sources')}</h2><ul class="plain-list">${read}</ul></section>`
}

/** Writes what a provision says, each condition on a line of its own, and each defined term as the way to its meaning. */
function sentenceOf({ says, condition }: ShownProvision, terms: readonly string[], lang: string): Markup {
  const parts = [capital(says), ...condition.map(({ joint, text }) => `${joint} ${text}`)]
  const last = parts.length - 1
  return markup`<p>${parts.map((part, at) => {
    const words = withTerms(withDays(at === last ? `${part}.` : part, lang), terms)
    return at === 0 ? words : markup` <span class="condition">${words}</span>`
  })}</p>`
}

function withTerms(text: string, terms: readonly string[]): Markup {
  const pieces = text.split(/\[([^\]]+)\]/)
  return markup`${pieces.map((piece, at) => {
    if (at % 2 === 0) return piece
    return terms.includes(piece)
      ? markup`<a class="term" lang="en" href="#${termAnchor(piece)}">${piece}</a>`
      : markup`<span lang="en">${piece}</span>`
  })}`
}

function termAnchor(name: string): string {
  return `term-${name.replaceAll(/[^A-Za-z0-9]+/g, '-')}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
