/** Why an answer is as it is: each citation opens in place; what gave way stands last, and what would change it after. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import {
  verdictWords,
  type Said,
  type SaidAct,
  type SaidAnswer,
  type SaidDuty,
  type SaidReason,
} from '@brightline/wording'
import { dateWords } from '../law-reader/law-page.ts'
import { outsideLink } from '../screen/outside-link.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { verdictIcon, type Sign } from './verdict-icon.ts'
import { sayAnswer } from './words.ts'
import { withDays } from '../screen/with-days.ts'

/** Makes the part that says why, act by act; null where nothing is decided yet. */
export function whySection({ acts }: SaidAnswer, lang: string): Markup | null {
  const isOne = acts.length === 1
  const told = acts.filter(({ reasons, readings, after }) => reasons.length + readings.length + after.length > 0)
  if (told.length === 0) return null
  const parts = told.map((act, at) => {
    const title = isOne ? null : markup`<h3>${act.headline}</h3>`
    return markup`${title}${reasonsOf(act, lang, at === 0)}`
  })
  return markup`<section class="section" aria-labelledby="why"><h2 id="why">${sayAnswer(lang)('why')}</h2>
${parts}</section>`
}

function reasonsOf(act: SaidAct, lang: string, isFirst: boolean): Markup {
  const say = sayAnswer(lang)
  const deciding = act.reasons.filter(({ reason }) => reason.effect === 'decides')
  const other = act.reasons.filter(({ reason }) => reason.effect !== 'decides')
  const items = deciding.map((one, at) => reasonItem(one, lang, isFirst && at === 0))
  const gaveWay = other.map(({ text }) => markup`<li>${sentenceCase(text, lang)}</li>`)
  const readings = act.readings.map((text) => markup`<li>${sentenceCase(text, lang)}</li>`)
  return markup`${items}${readings.length === 0 ? null : markup`<ul>${readings}</ul>`}
${gaveWay.length === 0 ? null : markup`<details class="cite gave-way"><summary>${say('gave-way')}</summary><ul>${gaveWay}</ul></details>`}
${act.after.length === 0 ? null : markup`<h4>${say('if-done')}</h4><ul>${act.after.map((duty) => treeItem(duty, lang))}</ul>`}`
}

/** The sign of what a rule says of an act; a rule that neither commands nor allows has none. */
const signByModal: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ['must', 'required'],
  ['must-not', 'prohibited'],
  ['may', 'permitted'],
])

function reasonItem({ text, under, reason }: SaidReason, lang: string, isOpen: boolean): Markup {
  const { source, modal } = reason
  const sign = signByModal.get(modal)
  const link =
    source === null
      ? null
      : markup`<p class="hint">${outsideLink(source.url, source.title)}. ${sayAnswer(lang)('source-read', { date: dateWords(source.read, lang) })}</p>`
  return markup`<details class="cite"${isOpen ? trusted(' open') : null}><summary>${sign === undefined ? null : verdictIcon(sign)}${sentenceCase(text, lang)}</summary>
<div>${under.map((one) => markup`<p>${sentenceCase(one, lang)}</p>`)}${link}</div></details>`
}

function treeItem({ text, under }: Said | SaidDuty, lang: string): Markup {
  const lines = under.map((one) => markup`<li>${withDays(sentenceCase(one, lang), lang)}</li>`)
  return markup`<li>${sentenceCase(text, lang)}<ul class="under">${lines}</ul></li>`
}

/** Makes the part that says what would change the answer; null where there is none that could change. */
export function changeSection({ acts }: SaidAnswer, nameOf: (act: string) => string, lang: string): Markup | null {
  const say = sayAnswer(lang)
  const rows = acts.flatMap(({ nearest, decision }) =>
    nearest.map(({ question, to, verdict }, at) => {
      const act = sentenceCase(nameOf(decision.act), lang)
      const head = at === 0 ? markup`<th scope="rowgroup" rowspan="${nearest.length}">${act}</th>` : null
      return markup`<tr>${head}<td>${question} <b>${to}</b></td><td><span class="tag v-${verdict}">${verdictIcon(verdict)}${verdictWords(verdict, lang)}</span></td></tr>`
    }),
  )
  if (rows.length === 0 && acts.some(({ decision }) => decision.verdict === 'needs-facts')) return null
  const columns = (['act', 'change-what', 'change-to'] as const).map((key) => markup`<th scope="col">${say(key)}</th>`)
  const table = markup`<table><thead><tr>${columns}</tr></thead><tbody>${rows}</tbody></table>`
  return markup`<section class="section" aria-labelledby="change"><h2 id="change">${say('change')}</h2>
${rows.length === 0 ? markup`<p class="quiet">${say('no-change')}</p>` : table}</section>`
}

/** Makes the part that says what is always due, and how far the law was checked. */
export function restSection({ always, checked, noVersion, title, notes }: SaidAnswer, lang: string): Markup {
  const say = sayAnswer(lang)
  const items = always.map((said) => treeItem(said, lang))
  const sweeps = [title, ...notes, ...checked].map((one) => markup`<li>${withDays(sentenceCase(one, lang), lang)}</li>`)
  const later =
    noVersion === null
      ? null
      : markup`<details class="cite"><summary>${noVersion.text}</summary><ul>${noVersion.under.map((one) => markup`<li>${one}</li>`)}</ul></details>`
  return markup`<section class="section rest">${later}${items.length === 0 ? null : markup`<details class="cite"><summary>${say('always')}</summary><ul>${items}</ul></details>`}
<details class="cite"><summary>${say('checked')}</summary><ul>${sweeps}</ul></details></section>`
}
