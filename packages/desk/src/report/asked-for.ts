/** What federal agencies asked for, and what of it was done, in the few kinds in which reports of several states tell it. */
import type { Gap } from './body.ts'
import { withRequest, type Counted } from './illinois.ts'
import { askingOf, civilPaperOf, isWithin } from './reading.ts'
import type { RecordedCase } from './recorded-case.ts'
import type { ReportInput } from './report-input.ts'

/** The kinds, each with its acts. */
const actsByKind = {
  'asked-hold': ['hold', 'transfer'],
  'asked-notice': ['notify-release'],
  'asked-interview': ['allow-interview'],
  'asked-information': ['disclose', 'share-custody-information', 'answer-subpoena', 'give-database-access'],
  'asked-access': ['admit-to-nonpublic-area', 'provide-space', 'allow-staging', 'permit-courthouse-arrest'],
  'asked-operation': ['assist-operation', 'joint-operation', 'arrest-on-civil-warrant', 'arrest-for-civil-violation'],
} as const

/** A kind; what is of none of them is other help. */
export type AskedKind = keyof typeof actsByKind | 'asked-other'

/** Every kind, in the order of reports. */
export const askedKinds: readonly AskedKind[] = [
  ...['asked-hold', 'asked-notice', 'asked-interview'],
  ...['asked-information', 'asked-access', 'asked-operation', 'asked-other'],
] as const satisfies readonly AskedKind[]

/**
 * Names the kind of an act.
 *
 * @example
 * kindOfAct('notify-release') // => 'asked-notice'
 */
export function kindOfAct(act: string): AskedKind {
  for (const kind of askedKinds) {
    const acts: readonly string[] = kind === 'asked-other' ? [] : actsByKind[kind]
    if (acts.includes(act)) return kind
  }
  return 'asked-other'
}

const federalAgencies: ReadonlySet<string | null> = new Set([
  ...['ice', 'cbp', 'uscis', 'immigration-authority', 'fbi', 'us-marshals', 'other-federal'],
])

/** The requests of federal agencies for immigration enforcement in a period, and what the record does not say of them. */
export interface FederalRequests {
  readonly asked: readonly Counted[]
  readonly gaps: readonly Gap[]
}

/** Finds them: a civil paper by itself, any other request by what the law of the place calls immigration enforcement. */
export function federalRequests(
  { cases, stretch }: Pick<ReportInput, 'cases' | 'stretch'>,
  isEnforcement: (one: RecordedCase) => 'yes' | 'no' | 'maybe',
): FederalRequests {
  const came = cases.flatMap((one) => {
    const paper = civilPaperOf(one, stretch)
    const any = paper ?? one.requests.find(({ receivedAt }) => isWithin(stretch, receivedAt)) ?? null
    return withRequest(one, any).map((counted) => ({ counted, isPaper: paper !== null }))
  })
  const judged = came.map(({ counted, isPaper }) => {
    const asking = askingOf(counted.one, counted.request)
    const isFederal = isPaper || federalAgencies.has(asking)
    const truth = isPaper ? 'yes' : isEnforcement(counted.one)
    return { counted, asking, isFederal, truth: isFederal || asking === null ? truth : 'no' }
  })
  const gapOf = (gap: string, found: readonly (typeof judged)[number][]): readonly Gap[] =>
    found.map(({ counted: { one } }) => ({ gap, reference: one.reference }))
  // What it was for is not on record of some: they are in the draft, and named as gaps.
  const asked = judged.filter(({ isFederal, truth }) => isFederal && truth !== 'no')
  return {
    asked: asked.map(({ counted }) => counted),
    gaps: [
      ...gapOf(
        'gap-asking',
        judged.filter(({ asking, truth }) => asking === null && truth !== 'no'),
      ),
      ...gapOf(
        'gap-purpose',
        judged.filter(({ isFederal, truth }) => isFederal && truth === 'maybe'),
      ),
    ],
  }
}
