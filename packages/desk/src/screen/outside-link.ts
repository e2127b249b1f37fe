/** Ways out of the desk, to the texts that it cites. */
import { markup, type Markup } from '@brightline/documents/html'
import { href, isSecureAddress } from './href.ts'

/** Leads to a text over https. Texts are called in English in every language. What was read at another address is named with it and leads nowhere. */
export function outsideLink(address: string, words: string): Markup {
  if (isSecureAddress(address)) return markup`<a href="${href(address)}" rel="noreferrer" lang="en">${words}</a>`
  return markup`<span lang="en">${words}</span> <span class="mono">${address}</span>`
}
