/** The pages of places: all of them, and one with its layers, its standard situations and the way to try a case. */
import { markup, type Markup } from '@brightline/documents/html'
import { textIn, type Library } from '@brightline/language'
import { caseAnswerText, namesOf, type CasesDocument, dayWords } from '@brightline/wording'
import { href } from '../screen/href.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { trailOf } from '../setup/place-list.ts'
import { placesByName } from '../setup/place-order.ts'
import { lawHref } from './law-address.ts'
import { shapeOfAnswer } from './case-shape.ts'
import { type LawView } from './law-page.ts'
import { documentOf } from './reading.ts'
import { tag } from './verdict-mark.ts'
import { sayLaw } from './words.ts'

/** Lists every place of the law. */
export function placesTable(library: Library, lang: string): Markup {
  const say = sayLaw(lang)
  const rows = placesByName(library, lang).map(({ id, title, checked }) => {
    const around = trailOf(library, id, lang).slice(0, -1)
    const own = library.instruments.filter(({ place }) => place === id).length
    const through = checked === null ? say('not-checked') : dayWords(checked.through, lang)
    return markup`<tr><th scope="row">${around.map((one) => markup`<span class="soft">${one} ›</span> `)}<a href="${href(`/law/${id}`)}">${sentenceCase(textIn(title, lang), lang)}</a></th><td data-act="${say('instruments')}">${own}</td><td data-act="${say('checked-through')}">${through}</td></tr>`
  })
  return markup`<section class="section"><h2>${say('other-places')}</h2><table class="stack"><thead><tr><th scope="col">${say('place')}</th><th scope="col">${say('instruments')}</th><th scope="col">${say('checked-through')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

/** Lists the instruments that bind a place, from the top. */
export function layersTable({ lang, stack, asOf }: LawView): Markup {
  const say = sayLaw(lang)
  const rows = documentOf(stack, lang).instruments.map(
    ({ id, title, cite, rank, reach, bindsWords }) =>
      markup`<tr><th scope="row"><b>${say(`rank-${rank}`)}</b> <span lang="en"><a href="${href(lawHref(id, asOf))}">${title}</a><br><span class="soft">${cite}</span></span></th><td data-act="${say('binds')}">${bindsWords}</td><td data-act="${say('reach')}">${say(`reach-${reach}`)}</td></tr>`,
  )
  return markup`<section class="section"><h2>${say('layers')}</h2><table class="stack"><thead><tr><th scope="col">${say('instrument')}</th><th scope="col">${say('binds')}</th><th scope="col">${say('reach')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

/** Shows the standard situations with the answer that the law of the place gives. */
export function casesTable(document: CasesDocument, { lang, stack }: LawView): Markup {
  const say = sayLaw(lang)
  const names = namesOf(stack, lang)
  const [place] = document.places
  const rows = document.situations.flatMap(({ id, title, agency }) => {
    const found = place?.cases.find((one) => one.situation === id && one.asOf === document.asOf)
    if (found === undefined) return []
    const answer = tag(shapeOfAnswer(found.answer), caseAnswerText(found, lang))
    const because = found.because === null ? null : markup`<br><span class="soft">${textIn(found.because, lang)}</span>`
    return [
      markup`<tr><th scope="row">${textIn(title, lang)} <span class="soft">${names.agency(agency)}</span></th><td data-act="${say('answer')}">${answer}${because}</td></tr>`,
    ]
  })
  return markup`<section class="section"><h2>${say('cases-title')}</h2><p class="soft">${say('cases-lead', { clean: place?.clean ?? 0, count: document.situations.length })}</p>
<table class="stack"><thead><tr><th scope="col">${say('situation')}</th><th scope="col">${say('answer')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}
