/** Why an answer is as it is: each citation opens in place; what gave way stands last, and what would change it after. */
import { markup, type Markup } from '@brightline/documents/html'
import {
  possibleAnswerWords,
  verdictWords,
  type Said,
  type SaidAct,
  type SaidAnswer,
  type SaidDuty,
} from '@brightline/wording'
import type { CaseInterview } from '../question/case-interview.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { reasonItem } from './reason-item.ts'
import { whyOpen } from './why-open.ts'
import { verdictIcon } from './verdict-icon.ts'
import { sayAnswer } from './words.ts'
import { withDays } from '../screen/with-days.ts'

/** Makes the part that says why, act by act: what decides, or what is known of the law while facts are missing. */
export function whySection({ acts }: SaidAnswer, interview: CaseInterview, lang: string): Markup | null {
  const isOne = acts.length === 1
  const told = acts.filter(
    ({ decision, reasons, readings, after }) =>
      decision.verdict === 'needs-facts' || reasons.length + readings.length + after.length > 0,
  )
  if (told.length === 0) return null
  const parts = told.map((act, at) => {
    const title = isOne ? null : markup`<h3>${act.headline}</h3>`
    const isOpen = act.decision.verdict === 'needs-facts'
    return markup`${title}${isOpen ? whyOpen(act, interview, lang) : null}${reasonsOf(act, lang, at === 0)}`
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

function treeItem({ text, under }: Said | SaidDuty, lang: string): Markup {
  const lines = under.map((one) => markup`<li>${withDays(sentenceCase(one, lang), lang)}</li>`)
  return markup`<li>${sentenceCase(text, lang)}<ul class="under">${lines}</ul></li>`
}

/** Makes the part that says what would change the answer; null where there is none that could change. */
export function changeSection(
  { acts }: SaidAnswer,
  {
    nameOf,
    isOpen,
    lang,
  }: {
    readonly nameOf: (act: string) => string
    /** A question is open, and what it may change nobody knows yet. */
    readonly isOpen: boolean
    readonly lang: string
  },
): Markup | null {
  const say = sayAnswer(lang)
  const rows = acts.flatMap(({ nearest, decision }) =>
    nearest.map(({ question, to, verdict }, at) => {
      const act = sentenceCase(nameOf(decision.act), lang)
      const isSilent = verdict === 'no-rule'
      const words = isSilent
        ? sentenceCase(possibleAnswerWords(verdict, decision.power, lang), lang)
        : verdictWords(verdict, lang)
      const head = at === 0 ? markup`<th scope="rowgroup" rowspan="${nearest.length}">${act}</th>` : null
      return markup`<tr>${head}<td>${question} <b>${to}</b></td><td><span class="tag v-${verdict}">${verdictIcon(verdict)}${words}</span></td></tr>`
    }),
  )
  if (rows.length === 0 && acts.some(({ decision }) => decision.verdict === 'needs-facts')) return null
  const columns = (['act', 'change-what', 'change-to'] as const).map((key) => markup`<th scope="col">${say(key)}</th>`)
  const table = markup`<table><thead><tr>${columns}</tr></thead><tbody>${rows}</tbody></table>`
  return markup`<section class="section" aria-labelledby="change"><h2 id="change">${say('change')}</h2>
${rows.length === 0 ? markup`<p class="quiet">${say(isOpen ? 'no-change-open' : 'no-change')}</p>` : table}</section>`
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
