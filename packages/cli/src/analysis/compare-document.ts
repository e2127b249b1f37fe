/** A comparison as data: version 1 of the contract in docs/compare.md. */
import {
  liftCase,
  percent,
  type ActComparison,
  type ChangedCase,
  type Comparison,
  type ConcreteRequest,
  type DutyChange,
  type FactValue,
  type Region,
  type SectionName,
  type VerdictChange,
} from '@brightline/engine'
import type { Verdict } from '@brightline/language'
import type { Side } from './side.ts'
import { compareScope } from './words.ts'

/** A region; whole numbers of cases are decimal strings, because they outgrow what JSON readers keep. */
export interface RegionDocument extends Omit<Region, 'rest'> {
  readonly rest: string
}

/** A case decided on both sides. */
export interface CaseDocument {
  readonly facts: Readonly<Record<string, FactValue>>
  readonly request: ConcreteRequest
  readonly left: ChangedCase['left']
  readonly right: ChangedCase['right']
}

/** Cases whose verdict changes in one way. */
export interface VerdictDocument {
  readonly from: Verdict
  readonly to: Verdict
  readonly fromSection: SectionName | null
  readonly toSection: SectionName | null
  readonly count: string
  readonly share: string
  readonly region: RegionDocument
  readonly example: CaseDocument
}

/** Cases in which a duty changes. */
export interface DutyDocument {
  readonly change: DutyChange['change']
  readonly duty: { readonly id: string; readonly cite: string; readonly action: string }
  readonly count: string
  readonly share: string
  readonly region: RegionDocument
  readonly example: CaseDocument
}

/** One act that changes. */
export interface ActDocument {
  readonly act: string
  readonly phrase: string
  readonly cases: string
  readonly verdictChanged: string
  readonly verdictShare: string
  readonly onlyDutiesChanged: string
  readonly onlyDutiesShare: string
  readonly verdicts: readonly VerdictDocument[]
  readonly duties: readonly DutyDocument[]
}

/** The whole comparison. */
export interface CompareDocument {
  readonly version: 1
  readonly left: SideDocument
  readonly right: SideDocument
  readonly agency: string | null
  readonly isSame: boolean
  readonly changed: readonly ActDocument[]
  readonly same: readonly { readonly act: string; readonly phrase: string }[]
  readonly notAnalysed: readonly { readonly act: string; readonly phrase: string; readonly reason: string }[]
  readonly provisions: Comparison['provisions']
  readonly scope: string
}

interface SideDocument {
  readonly label: string
  readonly place: string
  readonly asOf: string
  readonly working: string | null
  readonly policyHash: string
}

/** Puts a comparison into the contract. */
export function toCompareDocument(
  left: Side,
  right: Side,
  { acts, provisions }: Comparison,
  agency: string | null,
): CompareDocument {
  const phrases = new Map(
    [left, right].flatMap(({ library }) => library.vocabulary.acts.map(({ name, phrase }) => [name, phrase.en])),
  )
  const named = ({ act }: ActComparison): { readonly act: string; readonly phrase: string } => ({
    act,
    phrase: phrases.get(act) ?? act,
  })
  const changed = acts.flatMap((one) => (one.kind === 'changed' ? [toAct(one, named(one).phrase, left, right)] : []))
  const notAnalysed = acts.flatMap((one) =>
    one.kind === 'not-analysed' ? [{ ...named(one), reason: one.reason }] : [],
  )
  return {
    version: 1,
    left: toSide(left),
    right: toSide(right),
    agency,
    isSame: changed.length + notAnalysed.length === 0,
    changed,
    same: acts.filter(({ kind }) => kind === 'same').map(named),
    notAnalysed,
    provisions,
    scope: compareScope,
  }
}

function toSide({ stack, working, label }: Side): SideDocument {
  const { place, asOf, policyHash } = stack
  return { label, place, asOf, working: working?.instrument ?? null, policyHash }
}

type Changed = Extract<ActComparison, { kind: 'changed' }>

function toAct(one: Changed, phrase: string, left: Side, right: Side): ActDocument {
  const { act, cases, verdictChanged, onlyDutiesChanged } = one
  const shown = ({
    count,
    region,
    example,
  }: VerdictChange | DutyChange): Pick<DutyDocument, 'count' | 'share' | 'region' | 'example'> => ({
    count: count.toString(),
    share: percent(count, cases),
    region: { ...region, rest: region.rest.toString() },
    example: toCase(example, left, right),
  })
  return {
    act,
    phrase,
    cases: cases.toString(),
    verdictChanged: verdictChanged.toString(),
    verdictShare: percent(verdictChanged, cases),
    onlyDutiesChanged: onlyDutiesChanged.toString(),
    onlyDutiesShare: percent(onlyDutiesChanged, cases),
    verdicts: one.verdicts.map((change) => {
      const { from, to, fromSection, toSection } = change
      return { from, to, fromSection, toSection, ...shown(change) }
    }),
    duties: one.duties.map((change) => {
      const { id, cite, action } = change.duty
      return { change: change.change, duty: { id, cite, action }, ...shown(change) }
    }),
  }
}

function toCase({ facts, left: before, right: after }: ChangedCase, left: Side, right: Side): CaseDocument {
  const dates = [...new Set([left.stack.asOf, right.stack.asOf])]
  return {
    facts: Object.fromEntries(facts),
    request: liftCase(right.library, facts, dates),
    left: before,
    right: after,
  }
}
