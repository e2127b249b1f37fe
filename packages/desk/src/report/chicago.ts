/** The quarterly report of Mun. Code of Chicago 2-173: calls for help, and each detainer or administrative warrant. */
import { agency, moment, word, type ListTable, type ReportBody } from './body.ts'
import { handled, helpGaps, paperGaps, withRequest, type Counted } from './illinois.ts'
import { askingOf, civilPaperOf, endOf, helpAskedIn, isToImmigration } from './reading.ts'
import type { ReportInput } from './report-input.ts'

/** Makes the report. */
export function chicagoBody({ cases, stretch }: ReportInput): ReportBody {
  const asked = cases.flatMap((one) => withRequest(one, helpAskedIn(one, stretch)))
  const papers = cases.flatMap((one) => withRequest(one, civilPaperOf(one, stretch)))
  return {
    parts: [helpList(asked), paperList(papers)],
    gaps: [...asked.flatMap(helpGaps), ...papers.flatMap(paperGaps)],
    received: papers.map(({ one }) => one.reference),
  }
}

function helpList(asked: readonly Counted[]): ListTable {
  return {
    kind: 'list',
    id: 'chicago-help',
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
    id: 'chicago-papers',
    columns: ['received', 'transferred', 'receiver'],
    rows: papers.map(({ one, request }) => {
      const end = endOf(one)
      const isHanded = end !== null && isToImmigration(end)
      return {
        reference: one.reference,
        cells: [
          moment(request.receivedAt),
          word(isHanded ? 'yes' : end === null ? 'in-custody' : 'no'),
          agency(isHanded ? end.receiver : null),
        ],
      }
    }),
    hasCertificate: true,
  }
}
