/** The reasons that a choice, an override or a sending back can have: codes, because free text would name people. */

/** Why something is chosen where the law leaves a choice. */
export const choiceReasons = [
  'agency-practice',
  'public-safety',
  'already-public',
  'court-involved',
  'counsel-advised',
  'facts-unsure',
] as const

/** Why something else is recorded than what the law says. */
export const overrideReasons = ['counsel-advised', 'court-ordered-otherwise', 'danger-to-life'] as const

/** Why a proposal is sent back. */
export const sendBackReasons = ['answers-incomplete', 'paper-misread', 'other-choice', 'ask-counsel'] as const

/** A reason of any kind. */
export type Reason =
  (typeof choiceReasons)[number] | (typeof overrideReasons)[number] | (typeof sendBackReasons)[number]

/** Every reason. */
export const reasons: readonly Reason[] = [...choiceReasons, ...overrideReasons, ...sendBackReasons]

/** Finds a reason in a list by its code. */
export function reasonIn(list: readonly Reason[], code: string | undefined): Reason | null {
  return list.find((reason) => reason === code) ?? null
}
