/** The express page: one form with everything that still matters, for those who know the questions. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import { takesUnknown, type QuestionStep } from '@brightline/engine'
import { choicesOf, titleOf } from '@brightline/wording'
import type { CaseRecord } from '../case/read-case.ts'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import type { CaseInterview } from './case-interview.ts'
import { expressSteps, fieldText, type Sent } from './express.ts'
import { isTyped } from './fields.ts'
import { casePath } from './open-interview.ts'
import { cannotTell } from './read-reply.ts'
import { sayQuestion } from './words.ts'

/** The express page of a case, as somebody sees it. */
export interface Express {
  readonly record: CaseRecord
  readonly interview: CaseInterview
  readonly lang: Language
  readonly formWord: Markup
  /** What was sent just now and not saved. */
  readonly sent?: Sent
  readonly faults?: Faults
  readonly notice?: Markup
}

/** So many choices stand side by side; more are a list. */
const mostSideBySide = 3

/** Makes the main part. */
export function expressMain(express: Express): Markup {
  const { record, interview, lang, formWord, faults = new Map<string, string>(), notice = null } = express
  const say = sayQuestion(lang)
  const { next } = interview.now
  const steps = expressSteps(interview)
  const one =
    next.kind === 'check'
      ? casePath(record.reference, 'questions')
      : casePath(record.reference, 'questions', next.address)
  return markup`<p class="back"><a href="${href(casePath(record.reference))}">${say('back-to-case')}</a></p>
${faultList(lang, faults)}${notice}<p class="over">${record.reference}</p><h1>${say('express-title')}</h1>
<p class="lead">${say('express-lead')}</p>
<form method="post" class="express" action="${href(casePath(record.reference, 'express'))}">${formWord}
<input type="hidden" name="version" value="${record.draft?.version ?? 0}">
${steps.map((step) => question(express, step))}
<div class="buttons"><button>${say('express-save')}</button>
<a class="button second" href="${href(one)}">${say('one-by-one')}</a></div></form>`
}

function question(express: Express, step: QuestionStep): Markup {
  const { interview, lang, sent, faults } = express
  const { address } = step
  const title = titleOf(interview.now, step, lang)
  const value = sent?.get(address) ?? fieldText(step, interview.answers[address])
  const fault = faults?.get(address)
  const told = fault === undefined ? null : markup`<p class="fault">${fault}</p>`
  const count = choicesOf(step, lang).length
  const isRow = !isTyped(step) && count <= mostSideBySide
  const field = isRow
    ? sideBySide(step, value, lang)
    : markup`<label for="${address}">${title}</label><div>${told}${isTyped(step) ? line(step, value, lang) : list(step, value, lang)}</div>`
  return isRow
    ? markup`<fieldset class="row${fault === undefined ? '' : ' wrong'}"><legend>${title}</legend>${told}${field}</fieldset>`
    : markup`<div class="row${fault === undefined ? '' : ' wrong'}">${field}</div>`
}

interface Option {
  readonly value: string
  readonly label: string
}

function optionsOf(step: QuestionStep, lang: string): readonly Option[] {
  const unknown = takesUnknown(step) ? [{ value: cannotTell, label: sayQuestion(lang)('cannot-tell') }] : []
  return [...choicesOf(step, lang), ...unknown]
}

function sideBySide(step: QuestionStep, chosen: string, lang: string): Markup {
  const items = optionsOf(step, lang).map(({ value, label }, at) => {
    const id = at === 0 ? markup` id="${step.address}"` : null
    return markup`<label><input type="radio" name="${step.address}" value="${value}"${id}${value === chosen ? trusted(' checked') : null}><span>${label}</span></label>`
  })
  return markup`<div class="abreast">${items}</div>`
}

function list(step: QuestionStep, chosen: string, lang: string): Markup {
  const empty = { value: '', label: sayQuestion(lang)('not-answered') }
  const items = [empty, ...optionsOf(step, lang)].map(
    ({ value, label }) =>
      markup`<option value="${value}"${value === chosen ? trusted(' selected') : null}>${label}</option>`,
  )
  return markup`<select id="${step.address}" name="${step.address}">${items}</select>`
}

function line(step: QuestionStep, value: string, lang: string): Markup {
  const say = sayQuestion(lang)
  const kind = step.kind === 'time' ? 'time' : step.kind === 'fact' ? step.fact?.type.kind : undefined
  const hint = say(kind === 'time' ? 'time-typed' : kind === 'date' ? 'date-typed' : 'typed')
  const unknown = `${step.address}-unknown`
  const [typed, isUnknown] = value === cannotTell ? ['', true] : [value, false]
  return markup`<p class="hint" id="${step.address}-hint">${hint}</p>
<div class="abreast"><input id="${step.address}" name="${step.address}" type="text" value="${typed}" autocomplete="off" aria-describedby="${step.address}-hint">
<label><input type="checkbox" id="${unknown}" name="${step.address}" value="${cannotTell}"${isUnknown ? trusted(' checked') : null}><span>${say(kind === 'time' ? 'leave-out' : 'cannot-tell')}</span></label></div>`
}
