/** A comparison in the contract, with the requests of a replay that looked for its changes. */
import {
  directionOf,
  orderChanges,
  joinVocabularies,
  type ActComparison,
  type ChangedAct,
  type Comparison,
  type DutyChange,
  type PaperFare,
  type TermsChange,
  type VerdictChange,
} from '@brightline/engine/analysis'
import type { Situations } from '@brightline/engine'
import type { Texts, Vocabulary } from '@brightline/language'
import type { ReplayDocument } from '@brightline/simulate'
import { outgrownTexts } from '../law/outgrown.ts'
import { inEveryLanguage } from '../phrase/every-language.ts'
import type {
  ActDocument,
  ActRequests,
  ChangedCases,
  RegionDocument,
  CompareDocument,
  DutyDocument,
  NamedAct,
  NotAnalysedDocument,
  PaperDocument,
  RequestsDocument,
  SideDocument,
  TermsDocument,
  VerdictDocument,
} from './document.ts'
import { compareCases } from './compared-cases.ts'
import { comparisonPhrases } from './phrases.ts'
import { toCase, toRegion, toTerms } from './region-document.ts'
import { placeTitle, sideLabel, type Side } from './side.ts'
import { summaryOf } from './summary.ts'

/** The parts of which a comparison is put together. */
export interface Compared {
  readonly left: Side
  readonly right: Side
  readonly comparison: Comparison
  /** The kind of agency that was asked for, or null. */
  readonly agency: string | null
  readonly replayed: ReplayDocument | null
  /** The standard situations, or null where the law has none. */
  readonly situations: Situations | null
}

/** Puts a comparison into the contract. */
export function toCompareDocument(compared: Compared): CompareDocument {
  const { left, right, comparison, agency, replayed, situations } = compared
  const vocabulary = joinVocabularies(left.stack.library.vocabulary, right.stack.library.vocabulary)
  const named = ({ act }: ActComparison): NamedAct => ({ act, phrase: phraseOf(act, vocabulary) })
  const changed = comparison.acts.flatMap((one) => (one.kind === 'changed' ? [toAct(one, compared, vocabulary)] : []))
  const notAnalysed = comparison.acts.flatMap((one): readonly NotAnalysedDocument[] => {
    if (one.kind !== 'not-analysed') return []
    const { tried, changed: found, example } = one.sampled
    const sampled = { tried, changed: found, example: example === null ? null : toCase(example, left, right) }
    return [{ ...named(one), reason: outgrownTexts(one.reason), sampled }]
  })
  const isOnePlace = left.stack.place === right.stack.place
  return {
    version: 2,
    left: toSide(left),
    right: toSide(right),
    agency,
    // The law of another place is other law, also where every answer is the same.
    isSame: changed.length + notAnalysed.length === 0 && (!isOnePlace || comparison.law.length === 0),
    summary: summaryOf(comparison.acts),
    cases: situations === null ? null : compareCases(left, right, situations),
    changed,
    same: comparison.acts.filter(({ kind }) => kind === 'same').map(named),
    notAnalysed,
    law: comparison.law,
    data: replayed === null ? null : dataOf(replayed),
    scope: inEveryLanguage(comparisonPhrases, ({ scope }) => scope),
  }
}

function phraseOf(act: string, { acts }: Vocabulary): Texts {
  return acts.find(({ name }) => name === act)?.phrase ?? { en: act }
}

function dataOf({ isPublic, printout, problems }: ReplayDocument): CompareDocument['data'] {
  return { isPublic, printout, problems }
}

function toSide(side: Side): SideDocument {
  const { place, asOf, policyHash, library } = side.stack
  return {
    label: sideLabel(side),
    place,
    placeTitle: placeTitle(library, place),
    asOf,
    working: side.working,
    policyHash,
  }
}

function toAct(one: ChangedAct, compared: Compared, vocabulary: Vocabulary): ActDocument {
  const { left, right, replayed } = compared
  const requests = replayed === null ? null : requestsOf(replayed, one)
  const { moves } = one
  return {
    act: one.act,
    phrase: phraseOf(one.act, vocabulary),
    cases: one.cases.toString(),
    verdictChanged: one.verdictChanged.toString(),
    moves: {
      stricter: moves.stricter.toString(),
      looser: moves.looser.toString(),
      'now-unclear': moves['now-unclear'].toString(),
      'as-strict': moves['as-strict'].toString(),
    },
    onlyDutiesChanged: one.onlyDutiesChanged.toString(),
    onlyTermsChanged: one.onlyTermsChanged.toString(),
    ...changesOf(one, {
      regionOf: ({ region }) => toRegion(region, vocabulary),
      casesOf: (change, at) => ({
        example: toCase(change.example, left, right),
        requests: requests?.changes[at] ?? null,
      }),
    }),
    papers: one.papers.map((paper) => toPaper(paper, vocabulary)),
    requests: requests === null ? null : requests.act,
  }
}

type Change = VerdictChange | DutyChange | TermsChange

/** How the cases of a change are put into the contract. */
interface Describing {
  readonly regionOf: (change: Change) => RegionDocument
  readonly casesOf: (change: Change, at: number) => Pick<ChangedCases, 'example' | 'requests'>
}

/**
 * Puts the changes of an act into the contract. They are numbered through: verdicts, duties, terms. A region is described
 * when it is read: that takes long, and a short text reads few.
 */
function changesOf(
  { verdicts, duties, terms }: ChangedAct,
  describing: Describing,
): Pick<ActDocument, 'verdicts' | 'duties' | 'terms'> {
  return {
    verdicts: verdicts.map((change, at) => toVerdict(change, at, describing)),
    duties: duties.map((change, at) => toDuty(change, verdicts.length + at, describing)),
    terms: terms.map((change, at) => toTermsChange(change, verdicts.length + duties.length + at, describing)),
  }
}

function toVerdict(change: VerdictChange, at: number, { regionOf, casesOf }: Describing): VerdictDocument {
  const { from, fromSilence, to, toSilence, fromSection, toSection } = change
  return {
    ...{ from, fromSilence, to, toSilence, direction: directionOf(from, to), fromSection, toSection },
    count: change.count.toString(),
    get region() {
      return regionOf(change)
    },
    ...casesOf(change, at),
  }
}

function toDuty(change: DutyChange, at: number, { regionOf, casesOf }: Describing): DutyDocument {
  const { id, cite, action } = change.duty
  const fields = change.before === null ? [] : orderChanges(change.before, change.duty)
  return {
    ...{ change: change.change, duty: { id, cite, action }, fields },
    count: change.count.toString(),
    get region() {
      return regionOf(change)
    },
    ...casesOf(change, at),
  }
}

function toTermsChange(change: TermsChange, at: number, { regionOf, casesOf }: Describing): TermsDocument {
  const { aspect, before, after } = change
  return {
    ...{ aspect, verdict: before.verdict, before: toTerms(before), after: toTerms(after) },
    count: change.count.toString(),
    get region() {
      return regionOf(change)
    },
    ...casesOf(change, at),
  }
}

function toPaper(fare: PaperFare, { facts }: Vocabulary): PaperDocument {
  const { fact, paper, cases, ways, otherwise } = fare
  const declared = facts.find(({ name }) => name === fact)
  const values = declared?.type.kind === 'one-of' ? declared.type.values : []
  return {
    fact,
    paper,
    label: values.find(({ name }) => name === paper)?.label ?? { en: paper },
    question: declared?.question ?? { en: fact },
    cases: cases.toString(),
    ways: ways.map((way) => ({ ...way, count: way.count.toString() })),
    otherwise: otherwise.toString(),
  }
}

/** Gives the requests of one act and of each of its changes; an act that no request asks for has none. */
function requestsOf(
  { acts }: ReplayDocument,
  { act, verdicts, duties, terms }: ChangedAct,
): { readonly act: ActRequests; readonly changes: readonly RequestsDocument[] } {
  const found = acts.find((one) => one.act === act)
  const changes = found?.affected?.changes ?? [...verdicts, ...duties, ...terms].map(() => ({ min: 0, max: 0 }))
  const { same = 0, differs = 0, mayDiffer = 0 } = found?.change ?? {}
  const [asked, byStateAlone] = found === undefined ? [0, 0] : [found.requests, found.affected?.byStateAlone ?? 0]
  return { act: { asked, same, differs, mayDiffer, byStateAlone }, changes }
}
