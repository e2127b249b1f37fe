/** A comparison as data: version 1 of the contract in docs/compare.md. */
import type { FactValue } from '@brightline/engine'
import {
  joinVocabularies,
  liftCase,
  percent,
  type ActComparison,
  type ChangedCase,
  type Comparison,
  type ConcreteRequest,
  type DutyChange,
  type Region,
  type SectionName,
  type VerdictChange,
} from '@brightline/engine/analysis'
import type { Count, ReplayDocument } from '@brightline/simulate'
import { textIn, type Verdict } from '@brightline/language'
import type { Lang } from '../words.ts'
import type { Side } from './side.ts'
import { analysisWords } from './words.ts'

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

/** The least and the most recorded requests that are among some cases; null where a count is suppressed. */
interface RequestsDocument {
  readonly min: Count
  readonly max: Count
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
  /** Null without a data set. */
  readonly requests: RequestsDocument | null
}

/** Cases in which a duty changes. */
export interface DutyDocument {
  readonly change: DutyChange['change']
  readonly duty: { readonly id: string; readonly cite: string; readonly action: string }
  readonly count: string
  readonly share: string
  readonly region: RegionDocument
  readonly example: CaseDocument
  /** Null without a data set. */
  readonly requests: RequestsDocument | null
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
  /** Of the recorded requests that ask for the act; null without a data set. */
  readonly requests: ActRequests | null
}

/** What becomes of the verdict in the recorded requests for an act. */
interface ActRequests {
  readonly asked: Count
  readonly same: Count
  readonly differs: Count
  readonly mayDiffer: Count
  /** Requests at facilities that only the state's law binds; they are in no count of a change. */
  readonly byStateAlone: Count
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
  readonly notAnalysed: readonly NotAnalysedDocument[]
  readonly provisions: Comparison['provisions']
  /** What must be said beside the numbers of requests; null without a data set. */
  readonly data: Pick<ReplayDocument, 'isPublic' | 'printout' | 'problems' | 'names'> | null
  readonly scope: string
}

/** An act whose diagrams outgrew their budget, and what random cases showed. */
export interface NotAnalysedDocument {
  readonly act: string
  readonly phrase: string
  readonly reason: string
  readonly sampled: { readonly tried: number; readonly changed: number; readonly example: CaseDocument | null }
}

interface SideDocument {
  readonly label: string
  readonly place: string
  readonly asOf: string
  readonly working: string | null
  readonly policyHash: string
}

/** Puts a comparison into the contract, in a language, with the requests of a replay that looked for its changes. */
export function toCompareDocument(
  left: Side,
  right: Side,
  { acts, provisions }: Comparison,
  agency: string | null,
  replayed: ReplayDocument | null,
  lang: Lang,
): CompareDocument {
  const phrases = new Map(
    [left, right].flatMap(({ library }) =>
      library.vocabulary.acts.map(({ name, phrase }) => [name, textIn(phrase, lang)]),
    ),
  )
  const named = ({ act }: ActComparison): { readonly act: string; readonly phrase: string } => ({
    act,
    phrase: phrases.get(act) ?? act,
  })
  const changed = acts.flatMap((one) =>
    one.kind === 'changed' ? [toAct(one, named(one).phrase, left, right, replayed, lang)] : [],
  )
  const notAnalysed = acts.flatMap((one): readonly NotAnalysedDocument[] => {
    if (one.kind !== 'not-analysed') return []
    const { tried, changed: found, example } = one.sampled
    const sampled = { tried, changed: found, example: example === null ? null : toCase(example, left, right) }
    return [{ ...named(one), reason: textIn(one.reason, lang), sampled }]
  })
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
    data: replayed === null ? null : dataOf(replayed),
    scope: analysisWords[lang].compareScope,
  }
}

function dataOf({ isPublic, printout, problems, names }: ReplayDocument): CompareDocument['data'] {
  return { isPublic, printout, problems, names }
}

function toSide({ stack, working, label }: Side): SideDocument {
  const { place, asOf, policyHash } = stack
  return { label, place, asOf, working: working?.instrument ?? null, policyHash }
}

type Changed = Extract<ActComparison, { kind: 'changed' }>

function toAct(
  one: Changed,
  phrase: string,
  left: Side,
  right: Side,
  replayed: ReplayDocument | null,
  lang: Lang,
): ActDocument {
  const { act, cases, verdictChanged, onlyDutiesChanged } = one
  const requests = replayed === null ? null : requestsOf(replayed, one)
  const shown = (
    { count, region, example }: VerdictChange | DutyChange,
    at: number,
  ): Pick<DutyDocument, 'count' | 'share' | 'region' | 'example' | 'requests'> => ({
    count: count.toString(),
    share: percent(count, cases, lang),
    region: { ...region, rest: region.rest.toString() },
    example: toCase(example, left, right),
    requests: requests?.changes[at] ?? null,
  })
  return {
    act,
    phrase,
    cases: cases.toString(),
    verdictChanged: verdictChanged.toString(),
    verdictShare: percent(verdictChanged, cases, lang),
    onlyDutiesChanged: onlyDutiesChanged.toString(),
    onlyDutiesShare: percent(onlyDutiesChanged, cases, lang),
    verdicts: one.verdicts.map((change, at) => {
      const { from, to, fromSection, toSection } = change
      return { from, to, fromSection, toSection, ...shown(change, at) }
    }),
    duties: one.duties.map((change, at) => {
      const { id, cite, action } = change.duty
      return {
        change: change.change,
        duty: { id, cite, action: textIn(action, lang) },
        ...shown(change, one.verdicts.length + at),
      }
    }),
    requests: requests === null ? null : requests.act,
  }
}

/** The requests of one act and of each of its changes; an act that no request asks for has none. */
function requestsOf(
  { acts }: ReplayDocument,
  { act, verdicts, duties }: Changed,
): { readonly act: ActRequests; readonly changes: readonly RequestsDocument[] } {
  const found = acts.find((one) => one.act === act)
  const changes = found?.affected?.changes ?? [...verdicts, ...duties].map(() => ({ min: 0, max: 0 }))
  const { same = 0, differs = 0, mayDiffer = 0 } = found?.change ?? {}
  const [asked, byStateAlone] = found === undefined ? [0, 0] : [found.requests, found.affected?.byStateAlone ?? 0]
  return { act: { asked, same, differs, mayDiffer, byStateAlone }, changes }
}

function toCase({ facts, left: before, right: after }: ChangedCase, left: Side, right: Side): CaseDocument {
  const dates = [...new Set([left.stack.asOf, right.stack.asOf])]
  // Two places have facts and offences of their own.
  const vocabulary = joinVocabularies(left.library.vocabulary, right.library.vocabulary)
  const offences = { ...left.library.offences, ...right.library.offences }
  return {
    facts: Object.fromEntries(facts),
    request: liftCase({ vocabulary, offences }, facts, dates),
    left: before,
    right: after,
  }
}
