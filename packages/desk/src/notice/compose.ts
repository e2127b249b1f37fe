/** A case to a notice: what the record says, in the shape that papers are made from. Identity is no part of it. */
import { toQuestion, type Stack } from '@brightline/engine'
import type { AnsweredAct, Notice, NoticeRequest } from '@brightline/documents/notice'
import { changeWords } from '@brightline/wording'
import type { Texts } from '@brightline/language'
import { Temporal } from 'temporal-polyfill'
import { standingDecisions, type CaseRecord, type DecisionRecord } from '../case/read-case.ts'
import { courtChangesOf, decisionOf } from './notice-document.ts'
import type { PaperKind, Recipient } from './paper-kind.ts'

/** What a notice is made from. */
export interface NoticeSource {
  readonly record: CaseRecord
  readonly stack: Stack
  readonly agencyName: string
  readonly contact: string | null
  readonly cites: readonly string[]
  /** Where the desk is reached, for the address of a proof. */
  readonly origin: string
}

/** What whoever makes a paper says of it. */
export interface NoticeWish {
  readonly kind: PaperKind
  readonly recipient: Recipient
  /** Times with zone, where the paper speaks of a release date that was told. */
  readonly toldAt: string | null
  readonly releaseAt: string | null
}

/** Makes the notice; null where the case does not have what it needs. */
export function composeNotice(source: NoticeSource, { kind, recipient, toldAt, releaseAt }: NoticeWish): Notice | null {
  const { record, agencyName, contact, cites, stack } = source
  const headed = {
    reference: record.reference,
    agency: agencyName,
    place: stack.library.places.find(({ id }) => id === record.place)?.title ?? { en: record.place },
    madeOn: Temporal.Now.plainDateISO(record.timeZone).toString(),
    contact,
    demandedBy: cites,
  }
  const request = requestOf(record, stack)
  if (kind === 'receipt') return receiptOf(source, headed)
  if (request === null) return null
  switch (kind) {
    case 'request-copy':
      return { kind, ...headed, request, answers: answersOf(record, stack) }
    case 'interview-consent':
      return { kind, ...headed, request, purpose: purposeOf(record, stack) }
    case 'agency-reply':
      return { kind, ...headed, request, answers: answersOf(record, stack), changes: changesOf(record, stack) }
    case 'same-notice':
      if (toldAt === null || releaseAt === null || recipient === 'requesting-agency') return null
      return { kind, ...headed, recipient, request, toldAt, releaseAt }
  }
}

/** Writes an instant by the clock of the place, as papers take it. */
function timeAt(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toString({ smallestUnit: 'second' })
}

/** Tells if a case has a decision that is in the log. */
export function hasLogged(record: CaseRecord): boolean {
  return lastLogged(record) !== undefined
}

function requestOf({ request, answers, timeZone }: CaseRecord, stack: Stack): NoticeRequest | null {
  if (request === null) return null
  const form = request.form ?? answers.get('request.form')?.value ?? null
  const label = typeof form === 'string' ? formName(form, stack) : null
  return { from: null, form: label, receivedAt: timeAt(request.received_at, timeZone) }
}

/** Names a form as it is printed on it. A paper that has no such name is not named. */
function formName(form: string, stack: Stack): string | null {
  const label = toQuestion(stack, 'request.form')?.answers.find(({ value }) => value === form)?.label?.en ?? form
  return /\bI-\d+[A-Z]?\b/.exec(label)?.[0] ?? null
}

function answersOf(record: CaseRecord, stack: Stack): readonly AnsweredAct[] {
  const decided = standingDecisions(record)
  const asked = record.request?.acts ?? []
  const open = asked.filter((act) => decided.every((decision) => decision.act !== act))
  return [
    ...decided.map((decision) => answerOf(decision, stack)),
    ...open.map((act) => ({ decision: undecided(act), name: actName(act, stack), chosen: null, waits: true })),
  ]
}

function answerOf(row: DecisionRecord, stack: Stack): AnsweredAct {
  const { act, document, choice, confirmation, needs_role: needsRole } = row
  const waits = confirmation === null ? needsRole !== null : confirmation.outcome !== 'confirmed'
  return {
    decision: decisionOf(document, act) ?? undecided(act),
    name: actName(act, stack),
    chosen: choice === 'do' || choice === 'do-not' ? choice : null,
    waits,
  }
}

function undecided(act: string): AnsweredAct['decision'] {
  return { act, verdict: 'needs-facts', silence: [], counsel: [], power: null, reasons: [] }
}

function actName(act: string, { vocabulary }: Stack): Texts {
  return vocabulary.acts.find(({ name }) => name === act)?.phrase ?? { en: act }
}

/** Says a purpose that is not about civil immigration matters, as the vocabulary does. */
function purposeOf({ answers }: CaseRecord, stack: Stack): Texts | null {
  const purpose = answers.get('request.purpose')?.value ?? 'civil-immigration'
  if (purpose === 'civil-immigration') return null
  return toQuestion(stack, 'request.purpose')?.answers.find(({ value }) => value === purpose)?.label ?? null
}

function changesOf(record: CaseRecord, stack: Stack): readonly Texts[] {
  const changes = standingDecisions(record).flatMap(({ document }) => courtChangesOf(document))
  const said = changes.map(({ fact, to }) => {
    const question = toQuestion(stack, fact)?.question ?? { en: fact }
    const inLanguage = (lang: 'en' | 'es'): string =>
      `${question[lang] ?? question.en} ${changeWords(stack, { fact, to }, lang)}`
    return { en: inLanguage('en'), es: inLanguage('es') }
  })
  return [...new Map(said.map((texts) => [texts.en, texts])).values()]
}

function lastLogged(record: CaseRecord): DecisionRecord | undefined {
  return standingDecisions(record).toSorted((one, other) => other.log_serial - one.log_serial)[0]
}

function receiptOf({ record, origin }: NoticeSource, headed: Omit<Notice, 'kind'>): Notice | null {
  const last = lastLogged(record)
  if (last === undefined) return null
  return {
    kind: 'receipt',
    ...headed,
    loggedAt: timeAt(last.decided_at, record.timeZone),
    entry: String(last.log_serial),
    address: `${origin}/receipts/${last.id}`,
  }
}
