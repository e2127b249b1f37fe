/** The one thing that is to be done next on a case. */
import { titleOf } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { timelessName } from '../clock/timeless.ts'
import { timeLeft } from '../answer/time-left.ts'
import { closingNow, mayClose } from '../closing/closing.ts'
import { closingWords } from '../closing/words.ts'
import type { Who } from '../database/transaction.ts'
import { mayConfirm } from '../decision/confirm.ts'
import { isOf, isReopened } from '../decision/same-decision.ts'
import { reasonWords } from '../decision/reason-words.ts'
import { entryLeft } from '../intake/draft.ts'
import { decideNow, type CaseInterview } from '../question/case-interview.ts'
import { paperToGive } from '../notice/offer.ts'
import { paperFor } from '../notice/paper-kind.ts'
import { casePath, workingRoles } from '../question/open-interview.ts'
import { dutyWords } from './duty-words.ts'
import { standingDecisions, type CaseRecord } from './read-case.ts'
import { sayCase } from './words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'

/** What is next: a sentence, and the way there. */
export interface NextThing {
  readonly lead: string
  readonly path: string
  readonly button: string
}

/** Finds it. What waits for the reader comes before what waits for others; who only reads is led to the answer. */
export function nextThing(record: CaseRecord, interview: CaseInterview, who: Who, lang: string): NextThing {
  const next = closedOf(record, interview, who, lang) ?? nextOf(record, interview, who, lang)
  if (workingRoles.includes(who.role)) return next
  return { ...next, path: casePath(record.reference, 'answer'), button: sayCase(lang)('next-none') }
}

/** What is next on a request that is closed, or is about to be; null while it goes on. */
function closedOf(record: CaseRecord, interview: CaseInterview, who: Who, lang: string): NextThing | null {
  const now = closingNow(record)
  if (now === null) return null
  const say = sayCase(lang)
  const lead = `${closingWords(now, lang)}.`
  const path = casePath(record.reference, 'closing')
  if (now.step === 'proposed') {
    const button = say(mayClose(who, now) ? 'next-close' : 'next-closing')
    return { lead: `${lead} ${say('next-wait-closing')}`, path, button }
  }
  if (!record.duties.some(({ state }) => state === 'open')) return { lead, path, button: say('next-closed') }
  const owed = afterDeciding(record, interview, lang)
  return { ...owed, lead: `${lead} ${say('next-still-owed', { owed: owed.lead })}` }
}

function nextOf(record: CaseRecord, interview: CaseInterview, who: Who, lang: string): NextThing {
  const say = sayCase(lang)
  const { next, stack } = interview.now
  const standing = standingDecisions(record)
  const answer = casePath(record.reference, 'answer')
  if (standing.some((decision) => mayConfirm(who, decision)))
    return { lead: say('next-confirm-lead'), path: answer, button: say('next-confirm') }
  const back = standing.find(({ confirmation }) => confirmation?.outcome === 'sent-back')
  if (back !== undefined) {
    const reason = reasonWords(back.confirmation?.reason_code ?? null, lang)
    return { lead: say('next-sent-back-lead', { reason }), path: answer, button: say('next-sent-back') }
  }
  const left = entryLeft(record)
  if (left !== null && standing.length === 0)
    return { lead: say('next-entry-lead'), path: left, button: say('next-entry') }
  if (next.kind !== 'check' && standing.length === 0) {
    const path = casePath(record.reference, 'questions', next.address)
    return { lead: titleOf({ stack }, next, lang), path, button: say('next-questions') }
  }
  if (standing.length === 0) return { lead: say('next-answer-lead'), path: answer, button: say('next-answer') }
  if (!isOnRecord(record, interview)) return { lead: say('next-again-lead'), path: answer, button: say('next-again') }
  if (isReopened(record) && next.kind === 'check')
    return { lead: say('next-since-lead'), path: answer, button: say('next-again') }
  return afterDeciding(record, interview, lang)
}

/** Tells whether what the law says now is what is on record, act by act. */
function isOnRecord(record: CaseRecord, interview: CaseInterview): boolean {
  const standing = standingDecisions(record)
  if (interview.now.acts.length === 0) return true
  return decideNow(interview).decisions.every((decision) =>
    standing.some((row) => row.act === decision.act && isOf(row, decision)),
  )
}

function afterDeciding(record: CaseRecord, { stack }: CaseInterview, lang: string): NextThing {
  const say = sayCase(lang)
  const path = casePath(record.reference, 'answer')
  const waiting = standingDecisions(record).find(
    ({ needs_role: needs, confirmation }) => needs !== null && confirmation === null,
  )
  if (waiting !== undefined && waiting.needs_role !== null)
    return { lead: say(`next-wait-${waiting.needs_role}`), path, button: say('next-wait') }
  const [duty] = record.duties
    .filter(({ state }) => state === 'open')
    .toSorted((one, other) => dueOrder(one.due_at) - dueOrder(other.due_at))
  if (duty === undefined) return { lead: say('next-none-lead'), path, button: say('next-none') }
  const when =
    duty.due_at === null ? timelessName(duty.calendar, lang) : timeLeft(duty.due_at, Temporal.Now.instant(), lang)
  return {
    lead: say('next-duty-lead', { action: sentenceCase(dutyWords(duty, stack, lang), lang), when }),
    ...wayToDuty(duty, record, lang),
  }
}

/** The way to what discharges a duty: the paper that was made for it, the papers, or its own page. */
function wayToDuty(
  { id, rule }: CaseRecord['duties'][number],
  record: CaseRecord,
  lang: string,
): Pick<NextThing, 'path' | 'button'> {
  const say = sayCase(lang)
  const kind = paperFor(rule)
  if (kind === null) return { path: `/duties/${id}`, button: say('next-duty') }
  const paper = paperToGive(record, kind)
  return paper === null
    ? { path: casePath(record.reference, 'notices'), button: say('next-paper') }
    : { path: casePath(record.reference, 'notices', paper), button: say('next-give') }
}

/** What has no time comes last. */
function dueOrder(due: Temporal.Instant | null): number {
  return due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER
}
