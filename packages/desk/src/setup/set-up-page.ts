/** The page of set-up: the place that was chosen, the agency, its first desk, and who administers it. */
import { markup, type Markup } from '@brightline/documents/html'
import { placesAbove } from '@brightline/engine'
import { textIn, type Library } from '@brightline/language'
import { dayWords, shareRead } from '@brightline/wording'
import { passwordFields } from '../people/password-pair.ts'
import { faultList, listField, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { zoneName } from '../screen/zone-name.ts'
import { trailOf } from './place-list.ts'
import { unknownNote } from './not-encoded.ts'
import { shown } from './place-search.ts'
import { saySetUpPlace } from './place-words.ts'
import { zones, type SetUpForm } from './set-up.ts'
import { saySetUp } from './words.ts'

/** What the page shows. */
export interface FormPage {
  readonly lang: Language
  readonly library: Library
  readonly form: SetUpForm
  readonly faults: Faults
  readonly path: string
  readonly frame: Frame
}

/** Makes the main part of the page. */
export function formPage(page: FormPage): Markup {
  const { lang, form, faults, path, frame } = page
  const say = saySetUp(lang)
  const options = zones.map((zone) => ({ value: zone, name: zoneName(zone, lang) }))
  return markup`${faultList(lang, faults)}<h1>${say('title')}</h1><p class="lead">${say('lead')}</p>
${placeSection(page)}
<form method="post" action="${href(path)}">${formWordField(frame)}
<input type="hidden" name="place" value="${form.place ?? ''}"><input type="hidden" name="asked" value="${form.asked ?? ''}">
${textField({ name: 'agency', label: say('agency'), hint: say('agency-hint'), value: form.agency ?? '' }, faults)}
${kindField(page)}
${listField({ name: 'zone', label: say('zone'), value: form.zone ?? '', options }, faults)}
${textField({ name: 'desk', label: say('desk'), hint: say('desk-hint'), value: form.desk ?? '' }, faults)}
${textField({ name: 'prefix', label: say('prefix'), hint: say('prefix-hint'), value: form.prefix ?? '', width: 'short' }, faults)}
<section class="section"><h2>${say('you')}</h2>
${textField({ name: 'name', label: say('name'), hint: say('name-hint'), value: form.name ?? '', autocomplete: 'username' }, faults)}
${passwordFields(lang, faults)}</section>
<button>${say('go')}</button></form>`
}

/** Lists the kinds of agency that the law of the place knows. */
function kindField({ lang, library, form, faults }: FormPage): Markup {
  const say = saySetUp(lang)
  const around = placesAbove(form.place ?? '')
  const kinds = library.vocabulary.agencies.filter(({ place }) => place === undefined || around.includes(place))
  const options = kinds.map(({ name, label }) => ({ value: name, name: textIn(label ?? { en: name }, lang) }))
  const all = [{ value: '', name: say('kind-none') }, ...options]
  return listField(
    { name: 'kind', label: say('kind'), hint: say('kind-hint'), value: form.kind ?? '', options: all },
    faults,
  )
}

/** Shows the place that was chosen, how far its law is encoded, and what stays unknown where another was meant. */
function placeSection({ lang, library, form, path }: FormPage): Markup {
  const say = saySetUpPlace(lang)
  const [place] = shown(
    library,
    library.places.filter(({ id }) => id === form.place),
  )
  if (place === undefined) return markup``
  const { instruments, rules, read, checked } = place
  const size = say('law-size', { instruments, read: shareRead(rules, read, lang) })
  const through = checked === null ? say('checked-never') : say('law-checked', { date: dayWords(checked, lang) })
  return markup`<dl class="facts"><div><dt>${say('chosen')}</dt><dd>${trailOf(library, place.id, lang).join(' › ')}<br><a href="${href(path)}">${say('change')}</a></dd></div>
<div><dt>${say('law')}</dt><dd>${size}; ${through}</dd></div></dl>${unknownNote(library, form.asked ?? '', lang)}`
}
