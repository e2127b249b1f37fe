/** The questions of the evidence check: what to look at on a warrant or order, and where on it. They decide nothing. */
import type { LookName, Place } from '../form-picture/look.ts'

/** The answers, of equal weight. */
export const answers = ['yes', 'no', 'cannot-tell'] as const

/** An answer to one question. */
export type EvidenceAnswer = (typeof answers)[number]

/** The name of a question. */
export type EvidenceQuestion =
  | ('court' | 'case-number' | 'signed' | 'judge' | 'magistrate' | 'clerk' | 'immigration-officer' | 'charge')
  | ('names-person' | 'names-place' | 'date-passed' | 'probable-cause' | 'covers-act')

/** The answers so far. */
export type EvidenceAnswers = ReadonlyMap<EvidenceQuestion, EvidenceAnswer>

/** A paper that can be checked: a value of the fact `warrant.form`. */
export type CheckedForm =
  'i-200' | 'i-203' | 'i-205' | 'ao-93' | 'ao-442' | 'state-warrant' | 'court-order' | 'other-paper'

/** Where somebody looks for the answer to a question. */
export const placeOf: Readonly<Record<EvidenceQuestion, Place>> = {
  court: 'head',
  'case-number': 'number',
  signed: 'signature',
  judge: 'title',
  magistrate: 'title',
  clerk: 'title',
  'immigration-officer': 'title',
  charge: 'body',
  'names-person': 'body',
  'names-place': 'body',
  'date-passed': 'date',
  'probable-cause': 'body',
  'covers-act': 'body',
}

const ofAgency = ['court', 'signed', 'judge', 'immigration-officer', 'names-person'] as const
const ofSigner = ['court', 'case-number', 'signed', 'judge', 'magistrate', 'clerk', 'immigration-officer'] as const
const ofText = ['date-passed', 'probable-cause', 'covers-act'] as const
const twelve = [...ofSigner, 'names-person', 'names-place', ...ofText] as const

/** What is drawn for a paper, and what is asked about it: never more than twelve questions. */
const papers: Readonly<
  Record<CheckedForm, { readonly look: LookName; readonly questions: readonly EvidenceQuestion[] }>
> = {
  'i-200': { look: 'i-200', questions: ofAgency },
  'i-203': { look: 'i-203', questions: ofAgency },
  'i-205': { look: 'i-205', questions: ofAgency },
  'ao-93': { look: 'ao-93', questions: twelve },
  // An arrest warrant names no place; after an indictment or information a clerk signs it.
  'ao-442': { look: 'ao-442', questions: [...ofSigner, 'charge', 'names-person', ...ofText] },
  'state-warrant': { look: 'state-warrant', questions: twelve },
  'court-order': { look: 'court-order', questions: twelve },
  'other-paper': { look: 'other', questions: twelve },
}

/** The papers that can be checked, in the order of the page. */
export const checkedForms: readonly CheckedForm[] = [
  ...(['i-200', 'i-205', 'i-203', 'ao-93', 'ao-442', 'state-warrant', 'court-order', 'other-paper'] as const),
]

/** Finds a paper that can be checked. */
export function findForm(name: unknown): CheckedForm | null {
  return checkedForms.find((form) => form === name) ?? null
}

/** Gives the picture of a paper. */
export function lookOfForm(form: CheckedForm): LookName {
  return papers[form].look
}

/** Lists what is asked about a paper. */
export function questionsOf(form: CheckedForm): readonly EvidenceQuestion[] {
  return papers[form].questions
}
