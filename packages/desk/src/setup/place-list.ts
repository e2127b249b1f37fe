/** Places to choose from: a row each, with its state before it, what is encoded of it, and how far that was looked at. */
import { markup, type Markup } from '@brightline/documents/html'
import { placesAbove } from '@brightline/engine'
import { textIn, type Library } from '@brightline/language'
import { dayWords, inLanguage, placeKindPhrases, shareRead, type ShownPlace } from '@brightline/wording'
import { href } from '../screen/href.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { saySetUpPlace } from './place-words.ts'

/** Where a choice leads, and in which words. */
export interface PlaceChoice {
  readonly lang: string
  readonly library: Library
  /** The path of set-up. */
  readonly path: string
  /** The name that was searched for, where the place itself is not encoded. */
  readonly asked?: string
  /** The kind of agency that was searched for, and its name as it was typed. */
  readonly agency?: { readonly kind: string; readonly name: string }
}

/** Gives what a choice takes along of the agency that was searched for. */
export function agencyQuery({ agency }: PlaceChoice): Readonly<Record<string, string>> {
  return agency === undefined ? {} : { kind: agency.kind, agency: agency.name }
}

/** Makes a table of places. Each row leads to the choice of its place. */
export function placeTable(places: readonly ShownPlace[], choice: PlaceChoice): Markup {
  const say = saySetUpPlace(choice.lang)
  const head = (['place', 'instruments', 'read', 'checked'] as const).map(
    (key) => markup`<th scope="col">${say(key)}</th>`,
  )
  const rows = places.map((place) => placeRow(place, choice))
  return markup`<table class="stack places"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`
}

/** Writes a place with those that it lies in: `California › San Francisco`. The country goes without saying. */
export function trailOf({ places }: Library, id: string, lang: string): readonly string[] {
  const inside = placesAbove(id).slice(1)
  const titles = (inside.length === 0 ? [id] : inside).map((one) => {
    const title = places.find((place) => place.id === one)?.title
    return title === undefined ? one : sentenceCase(textIn(title, lang), lang)
  })
  return titles
}

function placeRow(place: ShownPlace, choice: PlaceChoice): Markup {
  const { lang, library, path, asked } = choice
  const say = saySetUpPlace(lang)
  const { id, title, kind, instruments, rules, read, checked } = place
  const around = trailOf(library, id, lang).slice(0, -1)
  const before = around.map((one) => markup`<span class="soft">${one} ›</span> `)
  const query = { place: id, ...(asked === undefined ? {} : { asked }), ...agencyQuery(choice) }
  const name = sentenceCase(textIn(title, lang), lang)
  return markup`<tr data-names="${namesIn(place)}"><th scope="row">${before}<a href="${href(path, query)}" aria-label="${say('choose', { place: name })}">${name}</a><br><span class="soft">${inLanguage(placeKindPhrases, lang)[kind]}</span></th>
<td data-act="${say('instruments')}">${instruments}</td><td data-act="${say('read')}">${shareRead(rules, read, lang)}</td><td data-act="${say('checked')}">${checked === null ? say('checked-never') : dayWords(checked, lang)}</td></tr>`
}

/** Lists the names of a place for the script that filters: the id and the titles, without accents. */
function namesIn({ id, title }: ShownPlace): string {
  const names = [id.replaceAll(/[/-]/g, ' '), ...Object.values(title)].join(' ')
  return names.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
