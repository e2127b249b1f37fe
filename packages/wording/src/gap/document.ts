/** The gaps of a law as data: version 2 of the contract in docs/compare.md. */
import type { Stack } from '@brightline/engine'
import { liftCase, type Gap } from '@brightline/engine/analysis'
import type { Silence, Texts } from '@brightline/language'
import type { CaseDocument, RegionDocument } from '../comparison/document.ts'
import { toRegion } from '../comparison/region-document.ts'
import { placeTitle } from '../comparison/side.ts'
import { outgrownTexts } from '../law/outgrown.ts'

/** Cases that are open. */
export interface OpenCases {
  readonly kind: 'no-rule' | 'conflict' | 'incomplete'
  /** Why no rule decides; none in a conflict. */
  readonly silence: readonly Silence[]
  readonly act: string
  readonly phrase: Texts
  readonly count: string
  readonly cases: string
  readonly region: RegionDocument
  readonly facts: CaseDocument['facts']
  readonly request: CaseDocument['request']
}

/** Any other finding: what it is about, and where it stands. */
export interface OtherFinding {
  readonly kind: Exclude<Gap['kind'], OpenCases['kind']>
  /** The id of a rule or duty, or the name of a term, source, fact or act. */
  readonly name: string
  readonly cite: string | null
  /** The title of the instrument that it stands in, or null. */
  readonly instrument: string | null
  readonly file: string | null
  readonly line: number | null
  /** Why an act was not analysed; null for the others. */
  readonly reason: Texts | null
}

/** Everything that a law leaves open. */
export interface GapsDocument {
  readonly version: 2
  readonly place: string
  readonly placeTitle: Texts
  readonly asOf: string
  readonly open: readonly OpenCases[]
  readonly findings: readonly OtherFinding[]
}

/** Puts the gaps of a law into the contract. */
export function toGapsDocument(stack: Stack, gaps: readonly Gap[]): GapsDocument {
  const { place, asOf, library } = stack
  return {
    version: 2,
    place,
    placeTitle: placeTitle(library, place),
    asOf,
    open: gaps.flatMap((gap) => ('count' in gap ? [toOpen(gap, stack)] : [])),
    findings: gaps.flatMap((gap) => ('count' in gap ? [] : [toFinding(gap, stack)])),
  }
}

function toOpen(gap: Extract<Gap, { readonly count: bigint }>, { library, asOf }: Stack): OpenCases {
  const { kind, silence, act, count, cases, region, example } = gap
  return {
    kind,
    silence,
    act,
    phrase: library.vocabulary.acts.find(({ name }) => name === act)?.phrase ?? { en: act },
    count: count.toString(),
    cases: cases.toString(),
    region: toRegion(region, library.vocabulary),
    facts: Object.fromEntries(example),
    request: liftCase(library, example, [asOf]),
  }
}

function toFinding(gap: Exclude<Gap, { readonly count: bigint }>, { library }: Stack): OtherFinding {
  const nowhere = { cite: null, instrument: null, file: null, line: null, reason: null }
  switch (gap.kind) {
    case 'never-applies':
    case 'always-overridden':
    case 'never-decides':
    case 'adds-nothing':
    case 'duty-never-arises': {
      const { id, cite, position, instrument } = gap.kind === 'duty-never-arises' ? gap.duty : gap.rule
      const title = library.instruments.find((one) => one.id === instrument)?.title ?? instrument
      const { file, line } = position
      return { ...nowhere, kind: gap.kind, name: id, cite, instrument: title, file, line }
    }
    case 'unused-term': {
      const { title, file } = gap.instrument
      return { ...nowhere, kind: gap.kind, name: gap.term, instrument: title, file }
    }
    case 'uncited-source': {
      const { title, file } = gap.instrument
      return { ...nowhere, kind: gap.kind, name: gap.source, instrument: title, file }
    }
    case 'unread-fact':
      return { ...nowhere, kind: gap.kind, name: gap.fact }
    case 'not-analysed':
      return { ...nowhere, kind: gap.kind, name: gap.act, reason: outgrownTexts(gap.reason) }
  }
}
