/** What courts and attorneys general said of the acts that change, for the memo and the page. */
import { sayIn, type ShownAuthority } from '@brightline/wording'
import type { CompareDocument } from '@brightline/wording/analysis'
import { markup, type Markup } from '../html/markup.ts'
import { joinedMarkdown, prose, type Markdown } from '../markdown/markdown.ts'
import { comparisonPagePhrases } from './phrases.ts'

/** So many are told; the law of the place shows all. */
const mostTold = 8

/** Picks those about acts that change; what binds stands first. */
function told(authorities: readonly ShownAuthority[], { changed }: CompareDocument): readonly ShownAuthority[] {
  const acts = changed.map(({ act }) => act)
  return authorities.filter((one) => one.acts.some((act) => acts.includes(act))).slice(0, mostTold)
}

/** Writes the part of the memo; none where nobody said anything. */
export function authoritiesOfMemo(
  authorities: readonly ShownAuthority[],
  document: CompareDocument,
  lang: string,
): readonly Markdown[] {
  const items = told(authorities, document).map(
    ({ name, cite, holding, standing }) => prose`- ${name}, ${cite} (${standing}): ${holding}`,
  )
  if (items.length === 0) return []
  const say = sayIn(comparisonPagePhrases, lang)
  return [prose`## ${say('authorities')}`, prose`${say('authoritiesNote')}`, joinedMarkdown(items, '\n')]
}

/** Makes the part of the page; null where nobody said anything. */
export function authoritiesHtml(
  authorities: readonly ShownAuthority[],
  document: CompareDocument,
  lang: string,
): Markup | null {
  const items = told(authorities, document).map(
    ({ name, cite, holding, standing }) => markup`<li><cite>${name}</cite>, ${cite} (${standing}): ${holding}</li> `,
  )
  if (items.length === 0) return null
  const say = sayIn(comparisonPagePhrases, lang)
  return markup`<h2>${say('authorities')}</h2>
    <p>${say('authoritiesNote')}</p>
    <ul>
      ${items}
    </ul>`
}
