/** What a second person sees of proposals that wait for that person: each with its sentence, choice and reason. */
import { markup, type Markup } from '@brightline/documents/html'
import type { Stack } from '@brightline/engine'
import { namesOf } from '@brightline/wording'
import type { CaseRecord, DecisionRecord } from '../case/read-case.ts'
import type { Json } from '../database/tables.ts'
import type { Who } from '../database/transaction.ts'
import { answerOfRow } from '../law-reader/answer-of-row.ts'
import { casePath } from '../question/open-interview.ts'
import { href } from '../screen/href.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { mayConfirm } from './confirm.ts'
import { waitsNote } from './log-waits.ts'
import { sendBackReasons } from './reason.ts'
import { reasonWords } from './reason-words.ts'
import { afterVerdict, verdictName } from './verdict.ts'
import { sayDecision } from './words.ts'

/** Where the forms stand. */
export interface Confirmations {
  readonly record: CaseRecord
  readonly stack: Stack
  readonly who: Who
  readonly lang: string
  readonly formWord: Markup
  /** The day before which nothing can be confirmed; null where it can be now. */
  readonly waitsUntil: string | null
}

/** Makes a form for each proposal that waits for this person; null where none does. Where none can be confirmed, everybody is told. */
export function confirmationForms(confirmations: Confirmations): Markup | null {
  const { record, who, lang, waitsUntil } = confirmations
  const waiting = record.decisions.filter((decision) => mayConfirm(who, decision))
  if (waitsUntil !== null && record.decisions.some(isWaiting))
    return markup`<section class="section">${waitsNote('confirmations-wait', waitsUntil, lang)}</section>`
  if (waiting.length === 0) return null
  return markup`<section class="section key" aria-labelledby="confirm"><h2 id="confirm">${sayDecision(lang)('confirm-title')}</h2>
${waiting.map((decision) => form(decision, confirmations))}</section>`
}

/** Tells whether somebody has to confirm a decision, whoever reads. */
function isWaiting({ needs_role: needs, confirmation, isSuperseded }: DecisionRecord): boolean {
  return needs !== null && confirmation === null && !isSuperseded
}

function form(decision: DecisionRecord, { record, stack, lang, formWord }: Confirmations): Markup {
  const say = sayDecision(lang)
  const sentence = `${verdictOf(decision, lang)}${afterVerdict(decision.verdict)}${namesOf(stack, lang).act(decision.act)}.`
  const choice = decision.choice === 'do' ? say('do') : say('do-not')
  const reason = reasonWords(decision.reason_code, lang)
  const lead =
    reason === '' ? say('confirm-plain', { sentence, choice }) : say('confirm-lead', { sentence, choice, reason })
  const path = casePath(record.reference, 'decisions', decision.id, 'confirmation')
  const id = `back.${decision.id}`
  const reasons = sendBackReasons.map((code) => markup`<option value="${code}">${say(code)}</option>`)
  return markup`<form method="post" action="${href(path)}">${formWord}<input type="hidden" name="version" value="${record.draft?.version ?? 0}">
<p>${lead}</p><div class="buttons"><button name="outcome" value="confirmed">${say('confirm')}</button></div>
<details><summary>${say('send-back')}</summary><div class="field"><label for="${id}">${say('send-back-reason')}</label>
<select id="${id}" name="reason">${reasons}</select></div>
<button class="second" name="outcome" value="sent-back">${say('send-back')}</button></details></form>`
}

/** Says the verdict with counsel first, where the law says so. */
function verdictOf({ verdict, document }: DecisionRecord, lang: string): string {
  const answer = answerOfRow(document satisfies { readonly [key: string]: Json }, lang)
  return answer === null ? verdictName(verdict, lang) : sentenceCase(answer.words, lang)
}
