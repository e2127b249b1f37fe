/** A reason of an answer, with its note and its source, that opens in place. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { SaidReason } from '@brightline/wording'
import { dayWords } from '@brightline/wording'
import { outsideLink } from '../screen/outside-link.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { verdictIcon, type Sign } from './verdict-icon.ts'
import { sayAnswer } from './words.ts'

/** The sign of what a rule says of an act; a rule that neither commands nor allows has none. */
const signByModal: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ['must', 'required'],
  ['must-not', 'prohibited'],
  ['may', 'permitted'],
])

/** Makes a reason that opens in place. */
export function reasonItem({ text, under, reason }: SaidReason, lang: string, isOpen: boolean): Markup {
  const { source, modal } = reason
  const sign = signByModal.get(modal)
  const link =
    source === null
      ? null
      : markup`<p class="hint">${outsideLink(source.url, source.title)}. ${sayAnswer(lang)('source-read', { date: dayWords(source.read, lang) })}</p>`
  return markup`<details class="cite"${isOpen ? trusted(' open') : null}><summary>${sign === undefined ? null : verdictIcon(sign)}${sentenceCase(text, lang)}</summary>
<div>${under.map((one) => markup`<p>${sentenceCase(one, lang)}</p>`)}${link}</div></details>`
}
