/**
 * What the paper shows and what it lacks, with what would cure it. It is no answer to any request: the law gives that, with
 * the facts.
 */
import type { CheckedForm, EvidenceAnswers, EvidenceQuestion } from './question.ts'

/** Something that the paper lacks, or that nobody could tell. */
type Lack =
  | (
      | 'no-court'
      | 'no-number'
      | 'unsigned'
      | 'no-judge'
      | 'officer-signed'
      | 'clerk-signed'
      | 'not-person'
      | 'not-place'
    )
  | ('passed' | 'no-cause' | 'not-covered')

/** The finding. */
export interface Finding {
  /** What kind of paper it shows itself to be. */
  readonly kind: 'agency-paper' | 'court-paper' | 'open'
  readonly lacks: readonly Lack[]
  readonly untold: readonly EvidenceQuestion[]
  /** A clerk's signature that counts, because it stands under a charge of a grand jury or prosecutor, with court and number. */
  readonly clerkCounts: boolean
}

const plain: readonly (readonly [EvidenceQuestion, 'yes' | 'no', Lack])[] = [
  ['court', 'no', 'no-court'],
  ['case-number', 'no', 'no-number'],
  ['signed', 'no', 'unsigned'],
  ['names-person', 'no', 'not-person'],
  ['names-place', 'no', 'not-place'],
  ['date-passed', 'yes', 'passed'],
  ['probable-cause', 'no', 'no-cause'],
  ['covers-act', 'no', 'not-covered'],
]

const ofAgency: readonly CheckedForm[] = ['i-200', 'i-203', 'i-205']

/** What must be seen where a clerk's signature counts. */
const underCharge: readonly EvidenceQuestion[] = ['signed', 'clerk', 'charge', 'court', 'case-number']

/** Finds what a paper shows. */
export function findingOf(form: CheckedForm, answers: EvidenceAnswers): Finding {
  const says = (question: EvidenceQuestion): boolean => answers.get(question) === 'yes'
  const untold = [...answers].flatMap(([question, answer]) => (answer === 'cannot-tell' ? [question] : []))
  const clerkCounts = form === 'ao-442' && underCharge.every(says)
  const isAgency = ofAgency.includes(form) || says('immigration-officer')
  const isCourt = says('court') && says('signed') && (says('judge') || says('magistrate') || clerkCounts)
  const lacks = [
    ...plain.flatMap(([question, answer, lack]) => (answers.get(question) === answer ? [lack] : [])),
    ...signerLacks(answers, { isAgency, clerkCounts }),
  ]
  return { kind: isAgency ? 'agency-paper' : isCourt ? 'court-paper' : 'open', lacks, untold, clerkCounts }
}

function signerLacks(
  answers: EvidenceAnswers,
  { isAgency, clerkCounts }: { readonly isAgency: boolean; readonly clerkCounts: boolean },
): readonly Lack[] {
  if (isAgency) return ['officer-signed']
  if (answers.get('clerk') === 'yes') return clerkCounts ? [] : ['clerk-signed']
  const isNone = answers.get('judge') === 'no' && answers.get('magistrate') !== 'yes'
  return isNone && answers.get('signed') === 'yes' ? ['no-judge'] : []
}
