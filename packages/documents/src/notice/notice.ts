/** The papers that follow a request, as plain data. Who the person is comes in when a paper is printed, and is kept nowhere. */
import type { Decision } from '@brightline/engine'
import type { Texts } from '@brightline/language'

/** What a decision says that a paper needs. */
export type NoticeDecision = Pick<Decision, 'act' | 'verdict' | 'silence' | 'counsel' | 'power'> & {
  readonly reasons: readonly Pick<Decision['reasons'][number], 'cite' | 'effect'>[]
}

/** One act that the request asks for, and what the agency says to it. */
export interface AnsweredAct {
  readonly decision: NoticeDecision
  /** The act as the vocabulary says it. */
  readonly name: Texts
  /** What was chosen where the law leaves a choice; null where nobody has chosen. */
  readonly chosen: 'do' | 'decline' | null
}

/** What stands on every paper. */
interface Headed {
  readonly reference: string
  readonly agency: string
  readonly place: Texts
  /** The day on which it is made, as ISO 8601. */
  readonly madeOn: string
  /** Where questions go; null leaves a line to write on. */
  readonly contact: string | null
  /** Citations of the law that demands the paper. */
  readonly demandedBy: readonly string[]
}

/** The request that a paper answers. */
export interface NoticeRequest {
  /** The agency that asks; null where it is not known by name. */
  readonly from: string | null
  /** The form by its printed name, such as I-247A. */
  readonly form: string | null
  /** A time with zone, as ISO 8601 and RFC 9557. */
  readonly receivedAt: string
}

/** To the person: the request, and if the agency will comply (Cal. Gov. Code 7283.1(b), 7284.10(a)(2)). */
export interface RequestCopy extends Headed {
  readonly kind: 'request-copy'
  readonly request: NoticeRequest
  readonly answers: readonly AnsweredAct[]
}

/** To the person before an interview (Cal. Gov. Code 7283.1(a), 7284.10(a)(1), RCW 10.93.160(6)(b)). */
export interface InterviewConsent extends Headed {
  readonly kind: 'interview-consent'
  readonly request: NoticeRequest
  /** Why they want to talk, where it is not about civil immigration matters. */
  readonly purpose: Texts | null
}

/** To the person, and to the attorney or one other person: the release date that was told (Cal. Gov. Code 7283.1(b)). */
export interface SameNotice extends Headed {
  readonly kind: 'same-notice'
  readonly recipient: 'person' | 'attorney' | 'designee'
  readonly request: NoticeRequest
  readonly toldAt: string
  readonly releaseAt: string
}

/** To the agency that asked: an answer to each act, with the rule. */
export interface AgencyReply extends Headed {
  readonly kind: 'agency-reply'
  readonly request: NoticeRequest
  readonly answers: readonly AnsweredAct[]
  /** What would change an answer, each in words. */
  readonly changes: readonly Texts[]
}

/** To the person: where the decision stands in the log, and the address of the proof. */
export interface ProofReceipt extends Headed {
  readonly kind: 'receipt'
  readonly loggedAt: string
  readonly entry: string
  readonly address: string
}

/** Any paper. */
export type Notice = RequestCopy | InterviewConsent | SameNotice | AgencyReply | ProofReceipt

/** Who the person is, for the paper alone. */
export interface PrintedIdentity {
  readonly name?: string
  readonly bookingNumber?: string
  /** To whom a letter goes that does not go to the person. */
  readonly addressee?: string
}

/** Tells what the agency will do about an act: the law says it, or the one who chose, or nobody yet. */
export function intentOf({ decision, chosen }: Pick<AnsweredAct, 'decision' | 'chosen'>): 'will' | 'wont' | 'open' {
  switch (decision.verdict) {
    case 'required':
      return decision.counsel.length > 0 && chosen === null ? 'open' : 'will'
    case 'prohibited':
      return 'wont'
    case 'permitted':
      return intents[chosen ?? 'nobody']
    // Without the power that it needs, an act may not be done.
    case 'no-rule':
      return decision.silence.includes('no-power') ? 'wont' : intents[chosen ?? 'nobody']
    case 'conflict':
    case 'needs-facts':
      return chosen === 'decline' ? 'wont' : 'open'
  }
}

const intents = { do: 'will', decline: 'wont', nobody: 'open' } as const

/** Lists the citations of the rules that decide, each once. */
export function citesOf({ reasons, power, silence }: NoticeDecision): readonly string[] {
  const deciding = reasons.filter(({ effect }) => effect === 'decides').map(({ cite }) => cite)
  const lacking = deciding.length === 0 && silence.includes('no-power') && power !== null ? [power] : []
  return [...new Set([...deciding, ...lacking])]
}
