/** What courts and attorneys general said of the law of a page. */
import { markup, type Markup } from '@brightline/documents/html'
import type { ShownAuthority } from '@brightline/wording'
import { dayWords } from '@brightline/wording'
import { href } from '../screen/href.ts'
import { outsideLink } from '../screen/outside-link.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { lawHref } from './law-address.ts'
import { type LawView } from './law-page.ts'
import { tag } from './verdict-mark.ts'
import { sayLaw } from './words.ts'
import { withDays } from '../screen/with-days.ts'

/** Makes the section; null where nobody said anything. */
export function authoritySection(authorities: readonly ShownAuthority[], view: LawView): Markup | null {
  if (authorities.length === 0) return null
  const say = sayLaw(view.lang)
  return markup`<section class="section"><details><summary>${say('authorities', { count: authorities.length })}</summary>
<p class="soft">${say('authorities-lead')}</p><ul class="plain-list">${authorities.map((one) => authorityItem(one, view))}</ul></details></section>`
}

function authorityItem(one: ShownAuthority, { lang, asOf }: LawView): Markup {
  const { name, cite, by, decided, holding, standing, on, encodedIn } = one
  const say = sayLaw(lang)
  const rules =
    encodedIn === null ? null : markup`<br><a href="${href(lawHref(encodedIn, asOf))}">${say('authority-encoded')}</a>`
  return markup`<li><span lang="en"><cite>${name}</cite>, ${cite}</span><br>${holding}<br><span class="soft">${sentenceCase(by, lang)}, ${dayWords(decided, lang)}. ${withDays(sentenceCase(standing, lang), lang)}${on === null ? '' : `; ${on}`}.</span>${rules}<br>${sourceOf(one, lang)}</li>`
}

const markShapes = { read: 'read', inferred: 'reported', reported: 'reported', unverified: 'unverified' } as const

function sourceOf({ mark, source }: ShownAuthority, lang: string): Markup {
  const say = sayLaw(lang)
  const word = say(`mark-${mark}`)
  if (source === null) return markup`<span class="soft">${tag(markShapes[mark], word)}</span>`
  const words = say('by-source', { mark: word, source: dayWords(source.read, lang) })
  return markup`<span class="soft">${tag(markShapes[mark], words)} ${outsideLink(source.url, source.title)}</span>`
}
