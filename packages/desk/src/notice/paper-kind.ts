/** The kinds of paper, and the facts about each: to whom it goes, in which languages, and which duties of the law demand it. */
import type { Role } from '../people/role.ts'

/** To whom a paper can go. */
export const recipients = ['person', 'attorney', 'designee', 'requesting-agency'] as const

/** One of them. */
export type Recipient = (typeof recipients)[number]

/** The roles that make papers and give them. */
export const paperRoles: readonly Role[] = ['clerk', 'supervisor', 'counsel']

/** The names of the kinds, in the order in which they are offered. */
export const paperKindNames = ['request-copy', 'interview-consent', 'same-notice', 'agency-reply', 'receipt'] as const

/** The name of a kind. */
export type PaperKind = (typeof paperKindNames)[number]

interface PaperKindFacts {
  readonly recipients: readonly Recipient[]
  /** Phrases of which section it needs. */
  readonly section: string
  /** It speaks of a release date that was told, and asks when. */
  readonly tellsRelease: boolean
  /** The person chooses on it. */
  readonly hasChoice: boolean
  /** Ids of the duties that it meets. */
  readonly demandedBy: readonly string[]
}

/** Each kind with its facts. The ids of duties are those of the law; a test looks each of them up. */
const paperKinds: Readonly<Record<PaperKind, PaperKindFacts>> = {
  'request-copy': {
    recipients: ['person'],
    section: 'copy',
    tellsRelease: false,
    hasChoice: false,
    demandedBy: [
      'us/ca/truth-act section 7283.1(b)',
      'us/ca/state-prison section 7284.10(a)(2)',
      'us/wa/king-county/immigrant-protections section 2.15.020(B)-notice',
      'us/ex/springfield/welcoming-ordinance section 12.40(b)',
      'us/detainer-regulation section 287.7(d)-copy',
    ],
  },
  'interview-consent': {
    recipients: ['person'],
    section: 'consent',
    tellsRelease: false,
    hasChoice: true,
    demandedBy: [
      'us/ca/truth-act section 7283.1(a)',
      'us/ca/state-prison section 7284.10(a)(1)',
      'us/wa/keep-washington-working section 10.93.160(6)(b)-form',
    ],
  },
  'same-notice': {
    recipients: ['person', 'attorney', 'designee'],
    section: 'same',
    tellsRelease: true,
    hasChoice: false,
    demandedBy: ['us/ca/truth-act section 7283.1(b)-notice'],
  },
  'agency-reply': {
    recipients: ['requesting-agency'],
    section: 'reply',
    tellsRelease: false,
    hasChoice: false,
    demandedBy: [],
  },
  receipt: { recipients: ['person'], section: 'receipt', tellsRelease: false, hasChoice: false, demandedBy: [] },
}

/** Tells if a text names a kind. */
export function isPaperKind(name: string): name is PaperKind {
  return paperKindNames.some((kind) => kind === name)
}

/** Gives the facts of a kind. */
export function factsOf(kind: PaperKind): PaperKindFacts {
  return paperKinds[kind]
}

/** Finds the paper that a duty demands; null where it is met by something else than a paper of ours. */
export function paperFor(duty: string): PaperKind | null {
  return paperKindNames.find((kind) => factsOf(kind).demandedBy.includes(duty)) ?? null
}
