/** The page on which set-up chooses the place: a search, what it found, and every encoded place. */
import { markup, type Markup } from '@brightline/documents/html'
import { textIn } from '@brightline/language'
import { missingWords, type ShownMissing } from '@brightline/wording'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import { agencyQuery, placeTable, type PlaceChoice } from './place-list.ts'
import { placesByName } from './place-order.ts'
import { placesScript } from './place-script.ts'
import { shown, type FoundPlaces } from './place-search.ts'
import { saySetUpPlace } from './place-words.ts'

/** So many places of one name are listed. */
const mostNamed = 12

/** What the page shows. */
export interface PlacePage extends PlaceChoice {
  readonly lang: Language
  readonly typed: string
  /** Null where nothing was searched for. */
  readonly found: FoundPlaces | null
  readonly faults: Faults
}

/** Makes the main part of the page. */
export function placePage(page: PlacePage): Markup {
  const { lang, library, path, typed, found, faults } = page
  const say = saySetUpPlace(lang)
  const all = shown(library, placesByName(library, lang))
  const summary = say('all', { count: all.length })
  const field = textField(
    { name: 'q', label: say('search'), hint: say('search-hint'), value: typed, autocomplete: 'off' },
    faults,
  )
  return markup`${faultList(lang, faults)}<h1>${say('title')}</h1><p class="lead">${say('lead')}</p>
<form class="search" action="${href(path)}" role="search">${field}<button>${say('go')}</button></form>
${found === null ? null : foundSections(found, page)}
<details class="section all-places" data-filter="q"><summary>${summary}</summary><p class="soft" role="status" hidden>${say('filtered', { count: '#' })}</p>${placeTable(all, page)}</details>
<script src="${href(placesScript.path)}" defer></script>`
}

function foundSections(found: FoundPlaces, page: PlacePage): readonly (Markup | null)[] {
  const { name, missing, layers } = found
  const say = saySetUpPlace(page.lang)
  const [only] = missing.length === 1 && found.found.length === 0 ? missing : []
  const isAbove = found.agency !== null && found.found.length > 0
  const titles =
    found.agency === null ? (['also-title', 'several-title'] as const) : (['agency-others', 'agency-several'] as const)
  const title = say(found.found.length > 0 ? titles[0] : titles[1], { name })
  const lead = found.found.length > 0 ? null : markup`<p>${say('several-lead')}</p>`
  return [
    found.agency === null ? null : agencyNote(found.agency, page),
    listed(say(foundKey(found), { name }), found.found, page),
    isAbove ? listed(say('agency-above'), layers, page, say('agency-above-lead')) : null,
    only === undefined ? null : missingSection(only, layers, name, page),
    only !== undefined || missing.length === 0 ? null : othersSection(title, lead, missing, page),
    found.meant === null ? null : meantSection(found.meant, page),
    listed(say('partly-title', { name }), found.partly, page),
  ]
}

function foundKey({ agency, found }: FoundPlaces): 'found-title' | 'agency-place' | 'agency-places' {
  if (agency === null) return 'found-title'
  return found.length === 1 ? 'agency-place' : 'agency-places'
}

function listed(title: string, places: FoundPlaces['found'], page: PlacePage, lead?: string): Markup | null {
  if (places.length === 0) return null
  return markup`<section class="section"><h2>${title}</h2>${lead === undefined ? null : markup`<p>${lead}</p>`}${placeTable(places, page)}</section>`
}

/** Says which kind of agency the name says. */
function agencyNote(kind: string, { lang, library, typed }: PlacePage): Markup {
  const label = library.vocabulary.agencies.find(({ name }) => name === kind)?.label ?? { en: kind }
  const words = saySetUpPlace(lang)('agency-lead', { name: typed, kind: label })
  return markup`<div class="note section" role="status"><p>${words}</p></div>`
}

/** Says that a place is not encoded, what that leaves unknown, and offers the law above it. */
function missingSection(missing: ShownMissing, layers: FoundPlaces['layers'], asked: string, page: PlacePage): Markup {
  const say = saySetUpPlace(page.lang)
  const { title, unknown, counties, above } = missingWords(missing, page.lang)
  const table =
    layers.length === 0
      ? markup`<p>${above}</p>`
      : markup`<h3>${say('layers-title')}</h3><p>${say('layers-lead')}</p>${placeTable(layers, { ...page, asked })}`
  const lines = [unknown, ...counties].map((text) => markup`<p>${withoutTicks(text)}</p>`)
  return markup`<section class="section"><h2>${title}</h2><div class="note"><div>${lines}</div></div>${table}</section>`
}

function othersSection(title: string, lead: Markup | null, missing: readonly ShownMissing[], page: PlacePage): Markup {
  const items = missing.slice(0, mostNamed).map(({ name }) => {
    const said = textIn(name, page.lang)
    return markup`<li><a href="${href(page.path, { q: name.en, ...agencyQuery(page) })}">${said}</a></li>`
  })
  const left = missing.length - items.length
  const more = left > 0 ? markup`<p class="soft">${saySetUpPlace(page.lang)('left-out', { count: left })}</p>` : null
  return markup`<section class="section"><h2>${title}</h2>${lead}<ul>${items}</ul>${more}</section>`
}

function meantSection(meant: string, page: PlacePage): Markup {
  const { path, lang } = page
  const link = markup`<a href="${href(path, { q: meant, ...agencyQuery(page) })}">${saySetUpPlace(lang)('meant', { name: meant })}</a>`
  return markup`<p class="section">${link}</p>`
}

/** Takes the marks of code from a sentence; on a page an id is read without them. */
export function withoutTicks(text: string): string {
  return text.replaceAll('`', '')
}
