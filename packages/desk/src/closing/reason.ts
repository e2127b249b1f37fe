/** Why a request is closed or reopened: short lists, because free text would name people. */

/** The steps of a closing. */
export const closingSteps = ['proposed', 'confirmed', 'kept-open', 'reopened'] as const

/** One of them. */
export type ClosingStep = (typeof closingSteps)[number]

/** Why a request is closed, in the order in which it is offered. */
export const closingReasons = ['opened-twice', 'request-withdrawn', 'sent-elsewhere', 'wrong-person', 'test'] as const

/** One of them. */
export type ClosingReason = (typeof closingReasons)[number]

/** What follows from a reason. */
interface Closing {
  /** How reports count the request: as one that was received, as its twin, or not at all, and then they name it. */
  readonly counts: 'received' | 'as-its-twin' | 'not'
  /** Its duties end with it. Where a request was received, what the law already demands goes on. */
  readonly endsDuties: boolean
}

/** What follows from each. The database keeps the same list of what is not counted by itself. */
export const closingOf: Readonly<Record<ClosingReason, Closing>> = {
  'opened-twice': { counts: 'as-its-twin', endsDuties: true },
  'request-withdrawn': { counts: 'received', endsDuties: false },
  'sent-elsewhere': { counts: 'received', endsDuties: false },
  'wrong-person': { counts: 'not', endsDuties: true },
  test: { counts: 'not', endsDuties: true },
}

/** The reasons with which the duties of a request end. */
export const endingReasons: readonly string[] = closingReasons.filter((reason) => closingOf[reason].endsDuties)

/** Why a request is reopened. */
export const reopeningReasons = ['not-the-same', 'request-stands', 'counsel-says'] as const

/** One of them. */
export type ReopeningReason = (typeof reopeningReasons)[number]

/** Finds a reason of a list. */
export function reasonOf<Reason extends string>(reasons: readonly Reason[], word: string | null): Reason | null {
  return reasons.find((one) => one === word) ?? null
}
