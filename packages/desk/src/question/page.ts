/** The page of one question, and the page on which all answers are looked over. */
import { markup, type Markup } from '@brightline/documents/html'
import { agencyFact, type QuestionStep } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { asideWords, checkPageOf, helpOf, pageOf, titleOf } from '@brightline/wording'
import type { CaseRecord } from '../case/read-case.ts'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import { countLeft, decideNow, type CaseInterview } from './case-interview.ts'
import { withDays } from '../screen/with-days.ts'
import { casePath } from './open-interview.ts'
import { buttonsOf, fieldsOf, firstField, isTyped, replyOf } from './fields.ts'
import type { Reply } from './read-reply.ts'
import { rulesReading } from './rules-reading.ts'
import { sayQuestion } from './words.ts'

/** A question of a case, as somebody sees it. */
export interface AskedQuestion {
  readonly record: CaseRecord
  readonly interview: CaseInterview
  readonly step: QuestionStep
  readonly lang: Language
  /** The hidden field of the form. */
  readonly formWord: Markup
  /** What was sent just now and not taken, and why. */
  readonly reply?: Reply
  readonly faults?: Faults
  /** Why the page is shown again, where somebody else was first. */
  readonly notice?: Markup
}

/** Makes the main part of a question. */
export function questionMain(asked: AskedQuestion): Markup {
  const { record, interview, step, lang, formWord, faults = new Map<string, string>(), notice = null } = asked
  const say = sayQuestion(lang)
  const page = pageOf(interview.now, step, lang)
  const count = countLeft(interview, step.address)
  const over = say(count === 0 ? 'left-none' : 'left-some', { reference: record.reference, count })
  const given = [...interview.now.offered, ...interview.now.path].find((one) => one.step.address === step.address)
  const shown = { step, lang, reply: asked.reply ?? replyOf(step, given?.answer) }
  const fault = faults.get(firstField(step))
  const [question, rest] = questionParts(page.title)
  return markup`${backLink(asked)}${faultList(lang, faults)}${notice}
<div class="ask"><form method="post" action="${href(casePath(record.reference, 'questions', step.address))}">${formWord}
<input type="hidden" name="version" value="${record.draft?.version ?? 0}">
<fieldset class="asked${fault === undefined ? '' : ' wrong'}"><legend><span class="over">${over}</span><h1>${question}</h1></legend>
${rest === '' ? null : markup`<p class="lead">${rest}</p>`}
${hintsOf(asked).map((hint) => markup`<p class="hint">${hint}</p>`)}
${fault === undefined ? null : markup`<p class="fault" id="answer-fault">${fault}</p>`}
${fieldsOf(shown)}</fieldset>
<div class="buttons">${buttonsOf(shown)}</div>
<p class="beside"><a href="${href(casePath(record.reference))}">${say('stop')}</a> <a href="${href(casePath(record.reference, 'express'))}">${say('express')}</a></p></form>
<div class="margin">${whyAsked(asked)}${answersSoFar(asked)}</div></div>`
}

/** Parts a question from what stands behind it, such as where to look. */
function questionParts(title: string): readonly [string, string] {
  const end = title.indexOf('? ')
  return end < 0 ? [title, ''] : [title.slice(0, end + 1), title.slice(end + 2)]
}

/** Says who can know, how an answer is typed, and what was answered before. */
function hintsOf({ interview, step, lang }: AskedQuestion): readonly string[] {
  const { knower, hints, given } = pageOf(interview.now, step, lang)
  const typed = isTyped(step) && step.kind === 'fact' && step.fact?.type.kind === 'number' ? hints : []
  const before = given === null ? null : sayQuestion(lang)('answered-before', { answer: withDays(given, lang) })
  return [knower, ...typed, asideWords(interview.now, step, lang), before].filter((hint) => hint !== null)
}

function backLink({ record, interview, step, lang }: AskedQuestion): Markup {
  const say = sayQuestion(lang)
  const { path, next } = interview.now
  const addresses = [...path.map((one) => one.step.address), next.address]
  const question = path[addresses.indexOf(step.address) - 1]?.step
  if (question === undefined || question.address === agencyFact)
    return markup`<p class="back"><a href="${href(casePath(record.reference))}">${say('back-to-case')}</a></p>`
  const words = say('back', { question: titleOf(interview.now, question, lang) })
  return markup`<p class="back"><a href="${href(casePath(record.reference, 'questions', question.address))}">${words}</a></p>`
}

/** So many rules say why a question is asked. */
const mostRules = 2

function whyAsked({ interview, step, lang }: AskedQuestion): Markup | null {
  if (step.kind === 'time') return whyTime(interview, step.event.name, lang)
  const [, unknown = '', , lead, ...acts] = helpOf(interview.now, step, lang)
  const rules = rulesReading(interview, step.address, interview.now.acts).slice(0, mostRules)
  if (lead === undefined && rules.length === 0) return null
  const actItems = acts.map((act) => markup`<li>${act.replace(/^\s*- /, '')}</li>`)
  const ruleItems = rules.map(({ cite, note }) => {
    return markup`<li><b>${cite}</b>${note === null ? null : markup`<br>${textIn(note, lang)}`}</li>`
  })
  return markup`<section class="why"><h2>${sayQuestion(lang)('why-asked')}</h2>
${lead === undefined ? null : markup`<p>${lead}</p><ul>${actItems}</ul>`}
${ruleItems.length === 0 ? null : markup`<ul class="plain">${ruleItems}</ul>`}<p class="hint">${unknown}</p></section>`
}

/** Says what counts from the time of an event. */
function whyTime(interview: CaseInterview, event: string, lang: string): Markup {
  const say = sayQuestion(lang)
  const counted = decideNow(interview).decisions.flatMap(({ duties }) =>
    duties.filter(({ due }) => due?.kind === 'within' && due.span.event === event),
  )
  const items = [...new Map(counted.map((duty) => [duty.duty, duty])).values()].map(
    ({ cite, action }) => markup`<li><b>${cite}</b><br>${textIn(action, lang)}</li>`,
  )
  return markup`<section class="why"><h2>${say('why-asked')}</h2><p>${say('why-time')}</p><ul class="plain">${items}</ul></section>`
}

function answersSoFar({ record, interview, lang, step }: AskedQuestion): Markup | null {
  const rows = answerRows(record, interview, lang, step.address)
  if (rows.length === 0) return null
  return markup`<section><h2>${sayQuestion(lang)('your-answers')}</h2><dl class="given">${rows}</dl></section>`
}

/** Makes a row for each answer that counts, with a link that changes it. */
function answerRows(record: CaseRecord, { now }: CaseInterview, lang: Language, without = ''): readonly Markup[] {
  const say = sayQuestion(lang)
  return checkPageOf(now, lang)
    .answers.filter(({ address }) => address !== agencyFact && address !== without)
    .map(({ address, question, answer }) => {
      const path = casePath(record.reference, 'questions', address)
      return markup`<div><dt>${question}</dt><dd>${withDays(answer, lang)}</dd><dd><a href="${href(path)}" aria-label="${say('change-this', { question })}">${say('change')}</a></dd></div>`
    })
}

/** Makes the page on which the answers are looked over: those that count, those kept aside, and the way on. */
export function checkMain(record: CaseRecord, interview: CaseInterview, lang: Language): Markup {
  const say = sayQuestion(lang)
  const { next, stack } = interview.now
  const page = checkPageOf(interview.now, lang)
  const rows = answerRows(record, interview, lang)
  const isDone = next.kind === 'check'
  const lead = isDone ? say('check-lead-done') : say('check-lead-open', { question: titleOf({ stack }, next, lang) })
  const way = isDone ? casePath(record.reference, 'answer') : casePath(record.reference, 'questions', next.address)
  // What waits for its question is not idle.
  const idle = new Set(interview.now.aside.flatMap(({ address, why }) => (why === 'waiting' ? [] : [address])))
  const kept = page.aside.filter(({ address }) => record.answers.has(address) && idle.has(address))
  const asideItems = kept.map(({ question, answer }) => markup`<li>${question} <b>${withDays(answer, lang)}</b></li>`)
  return markup`<p class="back"><a href="${href(casePath(record.reference))}">${say('back-to-case')}</a></p>
<p class="over">${record.reference}</p><h1>${page.title}</h1><p class="lead">${lead}</p>
<p class="buttons"><a class="button" href="${href(way)}">${say(isDone ? 'see-answer' : 'go-on')}</a>
<a class="button second" href="${href(casePath(record.reference, 'express'))}">${say('express')}</a></p>
<section class="section">${rows.length === 0 ? markup`<p class="quiet">${say('no-answers')}</p>` : markup`<dl class="given wide">${rows}</dl>`}</section>
${kept.length === 0 ? null : markup`<section class="section soft"><h2>${page.asideTitle}</h2><ul>${asideItems}</ul></section>`}`
}
