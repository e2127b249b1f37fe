/** The report of 5 ILCS 805/25: each request for help and how it was handled, each detainer or civil warrant, by dates alone. */
import { agency, moment, word, type Gap, type ListTable, type ReportBody } from './body.ts'
import { askingOf, civilPaperOf, civilWarrantOf, endOf, helpAskedIn, isDetainer } from './reading.ts'
import type { RecordedCase, RecordedRequest } from './recorded-case.ts'
import type { ReportInput } from './report-input.ts'

/** Who is no part of Homeland Security, whose requests 805/25(a)(1) counts. Another federal agency may be one, and is kept. */
const outsideHomeland: ReadonlySet<string | null> = new Set([
  ...['us-marshals', 'fbi', 'state-prison', 'other-state-or-local'],
])

/** Makes the report. */
export function illinoisBody({ cases, stretch }: ReportInput): ReportBody {
  const asked = cases
    .flatMap((one) => withRequest(one, helpAskedIn(one, stretch)))
    .filter(({ one, request }) => !outsideHomeland.has(askingOf(one, request)))
  const papers = cases.flatMap((one) => withRequest(one, civilPaperOf(one, stretch)))
  return {
    parts: [helpList('il-help', asked), paperList(papers)],
    gaps: [...asked.flatMap(helpGaps), ...papers.flatMap(paperGaps)],
    received: papers.map(({ one }) => one.reference),
  }
}

/** A case with the request that put it into the report. */
export interface Counted {
  readonly one: RecordedCase
  readonly request: RecordedRequest
}

/** Puts a case into a report where it has a request for it. */
export function withRequest(one: RecordedCase, request: RecordedRequest | null): readonly Counted[] {
  return request === null ? [] : [{ one, request }]
}

/** Says how a request for help was handled: what was done, or that nobody decided. */
export function handled({ decisions }: RecordedCase): 'helped' | 'refused' | 'not-decided' {
  if (decisions.length === 0) return 'not-decided'
  return decisions.some(({ choice }) => choice === 'do') ? 'helped' : 'refused'
}

/** Lists requests for help, and how each was handled. */
export function helpList(id: string, asked: readonly Counted[]): ListTable {
  return {
    kind: 'list',
    id,
    columns: ['received', 'asking', 'handled'],
    rows: asked.map(({ one, request }) => ({
      reference: one.reference,
      cells: [moment(request.receivedAt), agency(askingOf(one, request)), word(handled(one))],
    })),
    hasCertificate: true,
  }
}

function paperList(papers: readonly Counted[]): ListTable {
  return {
    kind: 'list',
    id: 'il-papers',
    columns: ['received', 'paper', 'bail', 'outcome', 'outcome-at', 'receiver'],
    rows: papers.map(({ one, request }) => {
      const end = endOf(one)
      const bail = one.outcomes.findLast(({ kind }) => kind === 'bail-posted')
      return {
        reference: one.reference,
        cells: [
          moment(request.receivedAt),
          word(isDetainer(request.form) ? 'detainer' : 'civil-warrant'),
          moment(bail?.at),
          word(end === null ? 'in-custody' : end.kind === 'released' ? 'outcome-released' : 'outcome-transferred'),
          moment(end?.at),
          agency(end?.receiver),
        ],
      }
    }),
    hasCertificate: true,
  }
}

/** Finds what the list of requests for help needs and the record does not say. */
export function helpGaps({ one, request }: Counted): readonly Gap[] {
  return [
    ...(handled(one) === 'not-decided' ? [{ gap: 'gap-decision', reference: one.reference }] : []),
    ...(askingOf(one, request) === null ? [{ gap: 'gap-asking', reference: one.reference }] : []),
  ]
}

/** Finds what the list of papers needs and the record does not say. */
export function paperGaps({ one, request }: Counted): readonly Gap[] {
  const end = endOf(one)
  const isNamed = isDetainer(request.form) || civilWarrantOf(one) !== null
  return [
    ...(end === null ? [{ gap: 'gap-outcome', reference: one.reference }] : []),
    ...(end?.kind === 'transferred' && end.receiver === null
      ? [{ gap: 'gap-receiver', reference: one.reference }]
      : []),
    ...(isNamed ? [] : [{ gap: 'gap-paper', reference: one.reference }]),
  ]
}
