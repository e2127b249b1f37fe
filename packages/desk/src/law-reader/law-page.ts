/** The parts that pages of law share: the date, how far a place was checked, and the stack with what decides in it. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import { caseAnswer, type Decision, type Stack } from '@brightline/engine'
import { textIn, type Library } from '@brightline/language'
import { caseAnswerText, dayWords, namesOf } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReadLaw } from '../case/law-in-use.ts'
import { faultList, type Faults } from '../screen/form.ts'
import { isLanguage } from '../screen/language.ts'
import { href } from '../screen/href.ts'
import { lawHref } from './law-address.ts'
import { shapeOfAnswer } from './case-shape.ts'
import { tag } from './verdict-mark.ts'
import { sayLaw } from './words.ts'

/** What every page of law says of itself. */
export interface LawView {
  readonly lang: string
  readonly stack: Stack
  /** The date in the address. */
  readonly asOf: string
  /** The date that it is at the place. */
  readonly today: string
  /** The kind of agency that reads. */
  readonly agency: string
  /** What is wrong with the date that was typed. */
  readonly faults: Faults
}

/** What a page of law is answered with. */
export interface LawExchange {
  readonly law: ReadLaw
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly view: LawView
}

/** Makes the bar of the date: which law this is, and another date by three boxes. */
export function dateBar({ lang, asOf, today, faults }: LawView, path: string, beside: Markup | null): Markup {
  const say = sayLaw(lang)
  const [year = '', month = '', day = ''] = asOf.split('-')
  const box = (name: 'month' | 'day' | 'year', value: string): Markup =>
    markup`<label for="${name}">${say(name)}<input class="box-${name}" id="${name}" name="${name}" value="${value}" inputmode="numeric" autocomplete="off"></label>`
  const [monthBox, dayBox] = [box('month', month), box('day', day)]
  const other =
    asOf < today ? say('past-date', { date: dayWords(asOf, lang) }) : say('future-date', { date: dayWords(asOf, lang) })
  const notice =
    asOf === today
      ? null
      : markup`<p class="note">${other} <a href="${href(`/law/${path}/${today}`)}">${say('show-today')}</a></p>`
  return markup`${faultList(isLanguage(lang) ? lang : 'en', faults)}${notice}<div class="date-bar"><form action="${href(`/law/${path}`)}" aria-label="${say('as-of')}">${lang === 'en' ? [monthBox, dayBox] : [dayBox, monthBox]}${box('year', year)}<button class="second">${say('show-date')}</button></form><div>${beside}</div></div>`
}

/** Makes the way from the index to here. */
export function wayTo(lang: string, steps: readonly (readonly [words: string, path: string | null])[]): Markup {
  const items = steps.map(([words, path]) =>
    path === null ? markup`<li>${words}</li>` : markup`<li><a href="${href(path)}">${words}</a></li>`,
  )
  return markup`<nav class="over" aria-label="${sayLaw(lang)('law')}"><ol class="trail">${items}</ol></nav>`
}

/** Says how far the law of a place, and of those above it, was checked. */
export function checkedWords(library: Library, place: string, lang: string): Markup {
  const say = sayLaw(lang)
  const parts = place.split('/')
  const above = parts.map((_, at) => parts.slice(0, parts.length - at).join('/'))
  const lines = above.flatMap((id) => {
    const found = library.places.find((one) => one.id === id)
    if (found === undefined) return []
    const title = textIn(found.title, lang)
    if (found.checked === null) return id === place ? [say('never-checked-words', { place: title })] : []
    const { through, sweep } = found.checked
    return [say('checked-words', { place: title, date: dayWords(through, lang), sweep: textIn(sweep, lang) })]
  })
  return markup`<section class="section"><ul class="plain-list soft">${lines.map((line) => markup`<li>${line}</li>`)}</ul></section>`
}

/**
 * Makes the table of layers for decisions on some acts: what each instrument says, which of it decides, and what gives
 * way, which is shown and does not count.
 */
export function stackTable(view: LawView, decisions: readonly Decision[], here: string | null): Markup | null {
  const { lang, stack, asOf, agency } = view
  const say = sayLaw(lang)
  const names = namesOf(stack, lang)
  const all = stack.layers.flatMap(({ rank, instruments }) =>
    instruments.map(({ instrument }) => ({ rank, instrument })),
  )
  const speaking = all.filter(({ instrument }) => decisions.some((one) => saidBy(one, instrument.id).length > 0))
  if (speaking.length === 0) return null
  const head = decisions.map(({ act }) => markup`<th scope="col">${names.act(act)}</th>`)
  const rows = speaking.map(({ rank, instrument: { id, title } }) => {
    const link =
      id === here
        ? markup`<b>${say('this-one')}</b>`
        : markup`<a href="${href(lawHref(id, asOf))}" lang="en">${title}</a>`
    const cells = decisions.map((decision) => saidCell(decision, id, names.act(decision.act), lang))
    return markup`<tr><th scope="row"><b>${say(`rank-${rank}`)}</b> ${link}</th>${cells}</tr>`
  })
  const answers = decisions.map(
    (decision) => markup`<td data-act="${names.act(decision.act)}">${answerTag(decision, lang)}</td>`,
  )
  return markup`<section class="section"><h2>${say('stack-title', { agency: names.agency(agency) })}</h2>
<div class="scroll"><table class="stack"><thead><tr><th scope="col">${say('layer')}</th>${head}</tr></thead><tbody>${rows}
<tr class="sum"><th scope="row"><b>${say('answer')}</b></th>${answers}</tr></tbody></table></div></section>`
}

/** Says the answer on an act with its shape. */
export function answerTag(decision: Decision, lang: string): Markup {
  const answer = caseAnswer(decision)
  return tag(shapeOfAnswer(answer), caseAnswerText({ answer, until: null }, lang))
}

function saidBy({ reasons }: Decision, instrument: string): Decision['reasons'] {
  return reasons.filter(({ rule }) => rule.startsWith(`${instrument} `))
}

function saidCell(decision: Decision, instrument: string, act: string, lang: string): Markup {
  const say = sayLaw(lang)
  const said = saidBy(decision, instrument)
  if (said.length === 0) return markup`<td data-act="${act}" class="soft">${say('says-nothing')}</td>`
  const lines = said.map(({ modal, effect, cite, certain }) => {
    const words = { decides: 'strictest', overridden: 'gives-way', displaced: 'gives-way', beside: 'beside' } as const
    const beside = certain ? say(words[effect]) : `${say(words[effect])}, ${say('depends')}`
    return markup`<p class="${effect}"><b>${say(`modal-${modal}`)}</b> <span class="soft">${cite}, ${beside}</span></p>`
  })
  const look = said.some(({ effect }) => effect === 'decides') ? trusted(' class="strict"') : null
  return markup`<td data-act="${act}"${look}>${lines}</td>`
}
