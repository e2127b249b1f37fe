/** The page of an answer: a sentence for each act, then what to do now, then why, then what would change it. */
import { markup, type Markup } from '@brightline/documents/html'
import type { DecisionDocument } from '@brightline/engine'
import { namesOf, saidAnswer, titleOf, type SaidAct, type SaidAnswer, type SaidDuty } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { timelessName } from '../clock/timeless.ts'
import { calendarWord } from '../duty/due-time.ts'
import { standingDecisions, type CaseRecord, type DecisionRecord } from '../case/read-case.ts'
import { isOf, isReopened } from '../decision/same-decision.ts'
import { sayDecision } from '../decision/words.ts'
import { clockTime } from '../home/time.ts'
import type { CaseInterview } from '../question/case-interview.ts'
import { papersAfter } from '../notice/list-page.ts'
import type { PaperMaking } from '../notice/make-form.ts'
import { casePath } from '../question/open-interview.ts'
import { faultList } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { icon } from '../screen/icon.ts'
import type { Language } from '../screen/language.ts'
import { formWords } from '../case/form-words.ts'
import { reasonWords } from '../decision/reason-words.ts'
import { editionNote } from '../intake/edition-fit.ts'
import { unknownNote } from '../setup/not-encoded.ts'
import { authoritySection } from './authority-section.ts'
import { recordForm, type Recording } from './record-form.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { settleNote } from './settle-note.ts'
import { timeLeft } from './time-left.ts'
import { signOf, verdictIcon } from './verdict-icon.ts'
import { changeSection, restSection, whySection } from './why.ts'
import { sayAnswer } from './words.ts'

/** An answer, as somebody sees it. */
export interface ShownAnswer {
  readonly record: CaseRecord
  readonly interview: CaseInterview
  readonly document: DecisionDocument
  readonly lang: Language
  /** The form by which it is recorded; null for those who only read. */
  readonly recording: Recording | null
  /** With what papers are made; null for those who make none, and where none is demanded. */
  readonly making: PaperMaking | null
  /** What a second person can do here. */
  readonly confirming: Markup | null
  readonly notice: Markup | null
}

/** Makes the main part. */
export function answerMain(shown: ShownAnswer): Markup {
  const { record, interview, document, lang, recording, notice, confirming } = shown
  const said = saidAnswer(document, interview.stack, lang)
  return markup`${head(shown)}${recording === null ? null : faultList(lang, recording.faults)}${notice}
<h1 class="unseen">${sayAnswer(lang)('title')}</h1>
<ol class="verdicts">${said.acts.map((act) => verdictItem(act, shown))}</ol>
${unknownNote(interview.law.library, record.placeAsked ?? '', lang)}${flagNote(said, lang)}${editionNote(record, lang, recording !== null)}${openNote(shown)}${settleNote({ record, interview, lang, isWorking: recording !== null }, said)}${confirming}${nowSection(shown, said)}${papersAfter(shown.record, { lang, making: shown.making })}
${whySection(said, interview, lang)}${changeSection(said, { nameOf: namesOf(interview.stack, lang).act, isOpen: interview.now.next.kind !== 'check', lang })}${authoritySection(said, lang)}${restSection(said, lang)}`
}

function head({ record, interview, lang, recording }: ShownAnswer): Markup {
  const say = sayAnswer(lang)
  const { request, reference, timeZone } = record
  const over =
    request === null
      ? say('not-received', { reference })
      : say('received', {
          reference,
          form: formWords(request.form, interview.stack, lang),
          when: clockTime(request.received_at, timeZone, lang),
        })
  const count = interview.now.path.length - 1
  return markup`<p class="back"><a href="${href(casePath(reference))}">${reference}</a></p>
<p class="over">${over} ${recording === null ? null : markup`<a href="${href(casePath(reference, 'questions'))}">${say('answers', { count: Math.max(count, 0) })}</a>`}</p>`
}

function verdictItem({ decision, headline, capitals, under }: SaidAct, shown: ShownAnswer): Markup {
  const sign = signOf(decision)
  const row = standingDecisions(shown.record).find(({ act }) => act === decision.act)
  const until = sign === 'counsel' && row === undefined ? [sayAnswer(shown.lang)('until-counsel')] : []
  const lines = [...under.map((line) => sentenceCase(line, shown.lang)), ...until].map((line) => markup`<p>${line}</p>`)
  return markup`<li class="verdict">${verdictIcon(sign)}<div><h2><b class="v-${sign}">${capitals}</b>${headline.slice(capitals.length)}.</h2>
${lines}${row === undefined || !isOf(row, decision) ? null : recordedLine(row, shown)}</div></li>`
}

/** Says what is on record of an act: its entry, and the second person. */
function recordedLine(row: DecisionRecord, { record, lang }: ShownAnswer): Markup {
  const say = sayAnswer(lang)
  const when = (at: Temporal.Instant): string => clockTime(at, record.timeZone, lang)
  const { confirmation, needs_role: needs, choice, log_serial: serial } = row
  const waits = needs !== null && confirmation === null ? say(`waits-${needs}`) : ''
  const second =
    confirmation === null
      ? waits
      : confirmation.outcome === 'confirmed'
        ? say('confirmed', { when: when(confirmation.confirmed_at) })
        : say('sent-back', {
            when: when(confirmation.confirmed_at),
            reason: reasonWords(confirmation.reason_code, lang),
          })
  const chosen = choice === 'do' || choice === 'do-not' ? say(`as-chosen-${choice}`) : ''
  return markup`<p class="on-record">${icon('record')}<span>${say('recorded', { when: when(row.decided_at), serial })} ${chosen} ${second}</span></p>`
}

function flagNote({ acts }: SaidAnswer, lang: string): Markup | null {
  const flags = [...new Set(acts.flatMap((act) => act.flags))]
  if (flags.length === 0) return null
  return markup`<div class="note">${icon('alert')}<ul class="plain">${flags.map((flag) => markup`<li>${sentenceCase(flag, lang)}</li>`)}</ul></div>`
}

/** Says which question can still change the answer, with a link to it. */
function openNote(shown: ShownAnswer): Markup | null {
  const { interview, record, lang, recording } = shown
  const { next, stack } = interview.now
  if (next.kind === 'check') return null
  const words = sayAnswer(lang)('still-open', { question: titleOf({ stack }, next, lang) })
  const path = casePath(record.reference, 'questions', next.address)
  if (recording === null) return markup`<p class="note">${icon('alert')}${words}</p>`
  const waits = isOnRecord(shown) ? null : markup`<br>${sayAnswer(lang)('open-waits')}`
  return markup`<p class="note">${icon('alert')}<span><a href="${href(path)}">${words}</a>${waits}</span></p>`
}

/** Tells if the answer is that of the decisions that stand. */
function isStanding({ record, document }: ShownAnswer): boolean {
  const standing = standingDecisions(record)
  return document.decisions.every((decision) =>
    standing.some(
      (row) => row.act === decision.act && isOf(row, decision) && row.confirmation?.outcome !== 'sent-back',
    ),
  )
}

function isOnRecord(shown: ShownAnswer): boolean {
  return isStanding(shown) && !isReopened(shown.record)
}

function nowSection(shown: ShownAnswer, { toDo }: SaidAnswer): Markup {
  const { lang, recording, record, interview } = shown
  const say = sayAnswer(lang)
  const now = Temporal.Now.instant()
  const isNew = standingDecisions(record).length === 0
  const lead = say(isNew ? 'record-lead' : isStanding(shown) ? 'record-since' : 'record-again')
  const form =
    recording === null || isOnRecord(shown) || interview.now.next.kind !== 'check'
      ? null
      : markup`<li class="key"><p class="when">${say('now')}</p><div><h3>${say('record')}</h3><p>${lead}</p>${recordForm(recording)}</div></li>`
  const duties = toDo.map((said) => ({ said, done: doneAt(said, record) }))
  const inOrder = [...duties.filter(({ done }) => done === null), ...duties.filter(({ done }) => done !== null)]
  return markup`<section class="section" aria-labelledby="now"><h2 id="now">${say(form === null && duties.length > 0 && duties.every(({ done }) => done !== null) ? 'now-done' : 'now-title')}</h2>
<ol class="todo">${form}${inOrder.map(({ said, done }) => (done === null ? dutyItem(said, { shown, now }) : doneItem(said, done, shown)))}</ol></section>`
}

/** Gives when a duty of an answer was discharged; null where it is open, or arose again. */
function doneAt({ duty }: SaidDuty, { duties }: CaseRecord): Temporal.Instant | null {
  const mine = duties.filter(({ rule }) => rule === duty.duty)
  if (mine.some(({ state }) => state === 'open')) return null
  return mine.findLast(({ state }) => state === 'discharged')?.discharged_at ?? null
}

function doneItem({ text, under }: SaidDuty, done: Temporal.Instant, { record, lang }: ShownAnswer): Markup {
  const when = clockTime(done, record.timeZone, lang)
  const lines = under.map((line) => markup`<p>${sentenceCase(line, lang)}</p>`)
  return markup`<li class="done"><p class="when">${icon('record')} ${sayAnswer(lang)('done')}<small>${when}</small></p><div><h3>${sentenceCase(text, lang)}</h3>${lines}</div></li>`
}

function dutyItem(
  { text, under, duty }: SaidDuty,
  { shown, now }: { readonly shown: ShownAnswer; readonly now: Temporal.Instant },
): Markup {
  const { lang, record } = shown
  const due = duty.at === null ? null : Temporal.Instant.from(duty.at)
  const isLate = due !== null && Temporal.Instant.compare(due, now) < 0
  // Without a clock time, the first line says when: at once, or after which event.
  const isTold = due === null && duty.due !== null
  const told = isTold ? (under[0] ?? '') : timelessName(calendarWord(duty.due), lang)
  const rest = isTold ? under.slice(1) : under
  const when =
    due === null
      ? markup`<p class="when">${sentenceCase(told, lang)}</p>`
      : markup`<p class="when${isLate ? ' late' : ''}">${timeLeft(due, now, lang)}<small>${clockTime(due, record.timeZone, lang)}</small></p>`
  return markup`<li>${when}<div><h3>${sentenceCase(text, lang)}</h3>${rest.map((line) => markup`<p>${sentenceCase(line, lang)}</p>`)}</div></li>`
}

/** Says that what was sent was not recorded. */
export function staleDecision(lang: Language): Markup {
  const say = sayAnswer(lang)
  return markup`<div class="faults" role="alert" tabindex="-1"><h2>${say('stale-title')}</h2><p>${say('stale')}</p></div>`
}

/** Says that a second person was first. */
export function confirmedBefore(lang: Language): Markup {
  const say = sayDecision(lang)
  return markup`<div class="faults" role="alert" tabindex="-1"><h2>${say('first-title')}</h2><p>${say('first')}</p></div>`
}
