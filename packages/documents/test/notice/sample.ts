/** One invented paper of each kind. */
import type { AnsweredAct, Notice, PrintedIdentity } from '../../src/notice.ts'

const zone = '-05:00[America/Chicago]'

const headed = {
  reference: 'SJ-26-0417',
  agency: 'Springfield Jail',
  place: { en: 'Springfield, Exampleland', es: 'Springfield, Exampleland' },
  madeOn: '2026-05-01',
  contact: null,
  demandedBy: [] as readonly string[],
} as const

const request = { from: null, form: 'I-247A', receivedAt: `2026-05-01T14:30:00${zone}` } as const

const answers: readonly AnsweredAct[] = [
  {
    name: { en: 'hold the person past release', es: 'retener a la persona más allá de su liberación' },
    chosen: null,
    waits: false,
    decision: {
      act: 'hold',
      verdict: 'prohibited',
      silence: [],
      counsel: [],
      power: null,
      reasons: [
        { cite: 'Ex. Gov. Code § 30.1(a)', effect: 'decides' },
        { cite: 'Springfield Mun. Code § 12.30(a)', effect: 'decides' },
      ],
    },
  },
  {
    name: { en: 'tell immigration authorities the release date', es: 'decir la fecha de liberación' },
    chosen: 'do-not',
    waits: false,
    decision: {
      act: 'notify-release',
      verdict: 'permitted',
      silence: [],
      counsel: [],
      power: null,
      reasons: [{ cite: 'Ex. Gov. Code § 30.2', effect: 'decides' }],
    },
  },
  {
    name: { en: 'hand the person over', es: 'entregar a la persona' },
    chosen: null,
    waits: false,
    decision: { act: 'transfer', verdict: 'needs-facts', silence: [], counsel: [], power: null, reasons: [] },
  },
]

/** One of each, with the law of California that demands it where there is one. */
export const samples: readonly Notice[] = [
  { kind: 'request-copy', ...headed, demandedBy: ['Cal. Gov. Code § 7283.1(b)'], request, answers },
  { kind: 'interview-consent', ...headed, demandedBy: ['Cal. Gov. Code § 7283.1(a)'], request, purpose: null },
  {
    kind: 'same-notice',
    ...headed,
    demandedBy: ['Cal. Gov. Code § 7283.1(b)'],
    recipient: 'attorney',
    request,
    toldAt: `2026-05-01T16:00:00${zone}`,
    releaseAt: `2026-05-02T08:00:00${zone}`,
  },
  {
    kind: 'agency-reply',
    ...headed,
    contact: 'Records desk, 555-0100',
    request: { ...request, from: 'U.S. Immigration and Customs Enforcement' },
    answers,
    changes: [{ en: 'a warrant signed by a judge', es: 'una orden firmada por un juez' }],
  },
  {
    kind: 'receipt',
    ...headed,
    loggedAt: `2026-05-01T15:02:00${zone}`,
    entry: '1842',
    address: 'https://desk.springfield.example/receipts/5mK2xQ7vT0aB9cD4eF6gH8',
  },
]

const identity: PrintedIdentity = { name: 'Alex Example', bookingNumber: 'B-2026-0042' }

/** What the person sees on the paper of each kind. */
export function identityFor({ kind }: Notice): PrintedIdentity {
  if (kind === 'agency-reply') return {}
  return kind === 'same-notice' ? { ...identity, addressee: 'Sam Sample, attorney' } : identity
}
