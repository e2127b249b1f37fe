/** The page on which a request is closed, the closing is confirmed, or the request is reopened. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import type { Who } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { casePath, workingRoles } from '../question/open-interview.ts'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { sayFrame } from '../screen/words.ts'
import { closingNow, mayClose, type ClosingRow } from './closing.ts'
import { closingOf, closingReasons, reasonOf, reopeningReasons, type ClosingReason } from './reason.ts'
import { closingWords, sayClosing } from './words.ts'

/** The page, as somebody sees it. */
export interface ClosingPage {
  readonly record: CaseRecord
  readonly who: Who
  readonly lang: Language
  readonly formWord: Markup
  readonly typed: { readonly reason: string; readonly twin: string }
  readonly faults: Faults
}

/** Says the news of a closing, or what can be done. */
export function closingNews({ record, lang }: Pick<ClosingPage, 'record' | 'lang'>): string {
  const now = closingNow(record)
  return now === null ? sayClosing(lang)('close') : sentenceCase(closingWords(now, lang), lang)
}

/** Makes the main part. */
export function closingMain(page: ClosingPage): Markup {
  const { record, lang, faults } = page
  const { reference } = record
  const say = sayClosing(lang)
  const now = closingNow(record)
  return markup`${faultList(lang, faults)}<p class="back"><a href="${href(casePath(reference))}">${say('back', { reference })}</a></p>
<p class="over">${reference}</p><h1>${closingNews(page)}</h1>${now === null ? proposal(page) : standing(page, now)}`
}

/** The frame of each form: what it does, and the version of the draft that was seen. */
function form({ record, formWord }: ClosingPage, inner: Markup): Markup {
  return markup`<form method="post" action="${href(casePath(record.reference, 'closing'))}">${formWord}<input type="hidden" name="version" value="${record.draft?.version ?? 0}">${inner}</form>`
}

function isWorking({ who }: ClosingPage): boolean {
  return workingRoles.includes(who.role)
}

function proposal(page: ClosingPage): Markup {
  const { lang, typed, faults, record } = page
  const say = sayClosing(lang)
  if (!isWorking(page)) return markup`<p class="lead">${say('close-lead')}</p>`
  const wrong = faults.get('reason')
  const choices = closingReasons.map((reason, at) =>
    radio({ reason, hint: say(`hint-${reason}`), isFirst: at === 0, isChosen: typed.reason === reason }, lang),
  )
  const given = record.notices.some(({ given_at: at }) => at !== null)
  const twin = { name: 'twin', label: say('twin'), hint: say('twin-hint', { example: exampleOf(record) }) }
  return markup`<p class="lead">${say('close-lead')}</p>${given ? markup`<div class="note"><p>${say('papers-are-there')}</p></div>` : null}
${form(
  page,
  markup`<fieldset class="field choices${wrong === undefined ? '' : ' wrong'}"><legend>${say('why')}</legend>
${wrong === undefined ? null : markup`<p class="fault" id="reason-fault">${wrong}</p>`}${choices}</fieldset>
${textField({ ...twin, value: typed.twin, width: 'short' }, faults)}
<div class="buttons"><button name="step" value="proposed">${say('propose')}</button></div>`,
)}<p class="hint after">${say('vault-stays')}</p>`
}

interface Radio {
  readonly reason: (typeof closingReasons)[number] | (typeof reopeningReasons)[number]
  readonly hint: string | null
  readonly isFirst: boolean
  readonly isChosen: boolean
}

function radio({ reason, hint, isFirst, isChosen }: Radio, lang: string): Markup {
  const id = isFirst ? trusted(' id="reason"') : null
  const checked = isChosen ? trusted(' checked') : null
  const soft = hint === null ? null : markup` <span class="soft">${hint}</span>`
  return markup`<label><input type="radio" name="reason" value="${reason}"${id}${checked}><span>${sayClosing(lang)(reason)}${soft}</span></label>`
}

/** A reference of the same desk that is another one. */
function exampleOf({ reference }: CaseRecord): string {
  const [head, year, number = ''] = reference.split('-')
  return `${head}-${year}-${String(Number(number) + 1).padStart(4, '0')}`
}

/** A closing that is proposed or confirmed: who said so, what follows, and what the reader may do. */
function standing(page: ClosingPage, now: ClosingRow): Markup {
  const { record, lang, who } = page
  const say = sayClosing(lang)
  const at = clockTime(now.recorded_at, record.timeZone, lang)
  const by = sentenceCase(sayFrame(lang)(now.recorded_as), lang)
  const isProposed = now.step === 'proposed'
  const lead = say(isProposed ? 'proposed-lead' : 'closed-lead')
  return markup`<p class="lead">${lead}</p><p class="soft">${by} · ${at}</p>
<section class="section"><h2>${say('what-follows')}</h2><ul class="plain rows">${followsOf(record, now, lang).map((line) => markup`<li>${line}</li>`)}</ul></section>
${isWorking(page) ? (isProposed ? confirming(page, mayClose(who, now)) : reopening(page, now)) : null}`
}

/** Says what becomes of duties, reports and the vault. */
function followsOf({ duties }: CaseRecord, now: ClosingRow, lang: string): readonly (string | Markup)[] {
  const say = sayClosing(lang)
  const reason: ClosingReason | null = reasonOf(closingReasons, now.reason)
  if (reason === null) return [say('vault-stays')]
  const open = duties.filter(({ state }) => state === 'open').length
  const { counts, endsDuties } = closingOf[reason]
  const ofDuties = endsDuties ? 'duties-ended' : open > 0 ? 'duties-go-on' : 'no-duties'
  const twin = now.twin === null ? null : markup`<p><a href="${href(casePath(now.twin))}">${now.twin}</a></p>`
  return [
    say(ofDuties, { count: open }),
    markup`${say(`counts-${counts}`, { twin: now.twin ?? '' })}${twin}`,
    say('vault-stays'),
  ]
}

function confirming(page: ClosingPage, may: boolean): Markup {
  const { lang, who, record } = page
  const say = sayClosing(lang)
  const isOwn = closingNow(record)?.recorded_by === who.user
  const confirm = may ? markup`<button name="step" value="confirmed">${say('confirm')}</button>` : null
  const wait = may ? null : markup`<p>${say(isOwn ? 'own-proposal' : 'wait')}</p>`
  return markup`<section class="section key">${wait}${form(
    page,
    markup`<div class="buttons">${confirm}<button class="second" name="step" value="kept-open">${say('keep-open')}</button></div><p class="hint after">${say('keep-open-lead')}</p>`,
  )}</section>`
}

function reopening(page: ClosingPage, { twin }: ClosingRow): Markup {
  const { lang, typed, faults } = page
  const say = sayClosing(lang)
  const wrong = faults.get('reason')
  // Whatever has no other request cannot be another one.
  const offered = reopeningReasons.filter((reason) => reason !== 'not-the-same' || twin !== null)
  const choices = offered.map((reason, at) =>
    radio({ reason, hint: null, isFirst: at === 0, isChosen: typed.reason === reason }, lang),
  )
  return markup`<section class="section"><h2>${say('reopen')}</h2><p>${say('reopen-lead')}</p>
${form(
  page,
  markup`<fieldset class="field choices${wrong === undefined ? '' : ' wrong'}"><legend>${say('why-reopen')}</legend>
${wrong === undefined ? null : markup`<p class="fault" id="reason-fault">${wrong}</p>`}${choices}</fieldset>
<div class="buttons"><button class="second" name="step" value="reopened">${say('reopen')}</button></div>`,
)}</section>`
}

/** The way to the page, for whoever works on the case. */
export function closingWay({ reference, closings }: CaseRecord, lang: string): Markup | null {
  if (closingNow({ closings }) !== null) return null
  return markup`<p class="after"><a href="${href(casePath(reference, 'closing'))}">${sayClosing(lang)('close')}</a></p>`
}

/** Says beside an answer that its request is closed, or is about to be. */
export function closedNote({ reference, closings }: CaseRecord, lang: string): Markup | null {
  const now = closingNow({ closings })
  if (now === null) return null
  return markup`<div class="note" role="status"><p><a href="${href(casePath(reference, 'closing'))}">${closingWords(now, lang)}</a></p></div>`
}

/** Says which other requests are closed as this one. */
export function twinNote({ twins }: CaseRecord, lang: string): Markup | null {
  if (twins.length === 0) return null
  const say = sayClosing(lang)
  const items = twins.map(
    (twin) => markup`<li><a href="${href(casePath(twin))}">${say('twin-of-this', { twin })}</a></li>`,
  )
  return markup`<div class="note"><ul class="plain">${items}</ul></div>`
}
