/** The quarterly report of Mun. Code of Chicago 2-173: calls for help, and each detainer or administrative warrant. */
import { agency, moment, word, type ListTable, type ReportBody } from './body.ts'
import { helpGaps, helpList, paperGaps, withRequest, type Counted } from './illinois.ts'
import { civilPaperOf, endOf, helpAskedIn, isToImmigration } from './reading.ts'
import type { ReportInput } from './report-input.ts'

/** Makes the report. */
export function chicagoBody({ cases, stretch }: ReportInput): ReportBody {
  const asked = cases.flatMap((one) => withRequest(one, helpAskedIn(one, stretch)))
  const papers = cases.flatMap((one) => withRequest(one, civilPaperOf(one, stretch)))
  return {
    parts: [helpList('chicago-help', asked), paperList(papers)],
    gaps: [...asked.flatMap(helpGaps), ...papers.flatMap(paperGaps)],
    received: papers.map(({ one }) => one.reference),
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
