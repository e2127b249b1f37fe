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
  /** What is recorded that the agency does; null where nothing is recorded, and the law alone says it. */
  readonly chosen: 'do' | 'do-not' | null
  /** True while it waits for somebody: nothing is said then but that it is not decided. */
  readonly waits: boolean
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

/** What the agency will do about an act: what is recorded, or what the law alone says, or nothing yet. */
export type Intent = 'will' | 'wont' | 'open'

/** Tells what the agency will do. What waits for a second person is open. */
export function intentOf({ decision, chosen, waits }: Omit<AnsweredAct, 'name'>): Intent {
  if (waits) return 'open'
  if (chosen !== null) return chosen === 'do' ? 'will' : 'wont'
  switch (decision.verdict) {
    case 'required':
      return decision.counsel.length > 0 ? 'open' : 'will'
    case 'prohibited':
      return 'wont'
    case 'no-rule':
      // Without the power that it needs, an act may not be done.
      return decision.silence.includes('no-power') ? 'wont' : 'open'
    case 'permitted':
    case 'conflict':
    case 'needs-facts':
      return 'open'
  }
}

/** Lists the citations of the rules by which the agency does what it does, each once. None where it goes another way, or none yet. */
export function citesOf(answer: AnsweredAct): readonly string[] {
  const { reasons, power, silence, verdict } = answer.decision
  const intent = intentOf(answer)
  const isAgainst = (verdict === 'prohibited' && intent === 'will') || (verdict === 'required' && intent === 'wont')
  if (isAgainst || intent === 'open') return []
  const deciding = reasons.filter(({ effect }) => effect === 'decides').map(({ cite }) => cite)
  const lacking = deciding.length === 0 && silence.includes('no-power') && power !== null ? [power] : []
  return [...new Set([...deciding, ...lacking])]
}
