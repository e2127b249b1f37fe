/** Why an answer is as it is: each citation opens in place; what gave way stands last, and what would change it after. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import { verdictWords, type SaidAct, type SaidAnswer, type SaidDuty, type SaidReason } from '@brightline/wording'
import { href } from '../screen/href.ts'
import { verdictIcon } from './verdict-icon.ts'
import { sayAnswer } from './words.ts'

/** Makes the part that says why, act by act. */
export function whySection({ acts }: SaidAnswer, lang: string): Markup {
  const say = sayAnswer(lang)
  const isOne = acts.length === 1
  return markup`<section class="section" aria-labelledby="why"><h2 id="why">${say('why')}</h2>
${acts.map((act, at) => markup`${isOne ? null : markup`<h3>${act.headline}</h3>`}${reasonsOf(act, lang, at === 0)}`)}</section>`
}

function reasonsOf(act: SaidAct, lang: string, isFirst: boolean): Markup {
  const say = sayAnswer(lang)
  const deciding = act.reasons.filter(({ reason }) => reason.effect === 'decides')
  const other = act.reasons.filter(({ reason }) => reason.effect !== 'decides')
  const items = deciding.map((one, at) => reasonItem(one, lang, isFirst && at === 0))
  const gaveWay = other.map(({ text }) => markup`<li>${text}</li>`)
  const readings = act.readings.map((text) => markup`<li>${text}</li>`)
  return markup`${items}${readings.length === 0 ? null : markup`<ul>${readings}</ul>`}
${gaveWay.length === 0 ? null : markup`<details class="cite gave-way"><summary>${say('gave-way')}</summary><ul>${gaveWay}</ul></details>`}
${act.after.length === 0 ? null : markup`<h4>${say('if-done')}</h4><ul>${act.after.map(dutyItem)}</ul>`}`
}

function reasonItem({ text, under, reason }: SaidReason, lang: string, isOpen: boolean): Markup {
  const { source } = reason
  const link =
    source === null
      ? null
      : markup`<p class="hint"><a href="${href(source.url)}" rel="noreferrer">${source.title}</a>. ${sayAnswer(lang)('official-text', { date: source.read })}</p>`
  return markup`<details class="cite"${isOpen ? trusted(' open') : null}><summary>${text}</summary>
<div>${under.map((one) => markup`<p>${one}</p>`)}${link}</div></details>`
}

function dutyItem({ text, under }: SaidDuty): Markup {
  return markup`<li>${text}<ul class="under">${under.map((one) => markup`<li>${one}</li>`)}</ul></li>`
}

/** Makes the part that says what would change the answer. */
export function changeSection({ acts }: SaidAnswer, lang: string): Markup {
  const say = sayAnswer(lang)
  const rows = acts.flatMap(({ nearest, headline }) =>
    nearest.map(
      ({ question, to, verdict }) =>
        markup`<tr><th scope="row">${headline}</th><td>${question} <b>${to}</b></td><td><span class="tag v-${verdict}">${verdictIcon(verdict)}${verdictWords(verdict, lang)}</span></td></tr>`,
    ),
  )
  const table = markup`<table><thead><tr><th scope="col">${say('act')}</th><th scope="col">${say('change-what')}</th><th scope="col">${say('change-to')}</th></tr></thead><tbody>${rows}</tbody></table>`
  return markup`<section class="section" aria-labelledby="change"><h2 id="change">${say('change')}</h2>
${rows.length === 0 ? markup`<p class="quiet">${say('no-change')}</p>` : table}</section>`
}

/** Makes the part that says what is always due, and how far the law was checked. */
export function restSection({ always, checked, title, notes }: SaidAnswer, lang: string): Markup {
  const say = sayAnswer(lang)
  const items = always.map(
    ({ text, under }) => markup`<li>${text}<ul class="under">${under.map((one) => markup`<li>${one}</li>`)}</ul></li>`,
  )
  return markup`<section class="section rest">${items.length === 0 ? null : markup`<details class="cite"><summary>${say('always')}</summary><ul>${items}</ul></details>`}
<details class="cite"><summary>${say('checked')}</summary><ul>${[title, ...notes, ...checked].map((one) => markup`<li>${one}</li>`)}</ul></details></section>`
}
