/** What courts and attorneys general said: folded, so that who looks for it finds it and nobody takes it for the answer. */
import { markup, type Markup } from '@brightline/documents/html'
import type { SaidAnswer, SaidAuthority } from '@brightline/wording'
import { dayWords } from '@brightline/wording'
import { outsideLink } from '../screen/outside-link.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { sayAnswer } from './words.ts'
import { withDays } from '../screen/with-days.ts'

/** Makes the section; null where nobody said anything. */
export function authoritySection({ authorities }: Pick<SaidAnswer, 'authorities'>, lang: string): Markup | null {
  if (authorities.length === 0) return null
  const say = sayAnswer(lang)
  return markup`<section class="section" aria-labelledby="authorities"><details class="cite"><summary><span id="authorities">${say('authorities', { count: authorities.length })}</span></summary>
<p class="hint">${say('authorities-lead')}</p><ul>${authorities.map((one) => authorityItem(one, lang))}</ul></details></section>`
}

function authorityItem({ text, under, authority: { source } }: SaidAuthority, lang: string): Markup {
  const link =
    source === null
      ? null
      : markup`<li class="hint">${outsideLink(source.url, source.title)}. ${sayAnswer(lang)('source-read', { date: dayWords(source.read, lang) })}</li>`
  const lines = under.map((one) => markup`<li>${withDays(sentenceCase(one, lang), lang)}</li>`)
  return markup`<li><cite lang="en">${text}</cite><ul class="under">${lines}${link}</ul></li>`
}
