/** The quarterly summary of N.Y.C. Admin. Code 10-178(d): requests for help, by who asked and who received them. */
import { byCharacters } from '@brightline/language'
import { agency, cellOf, type CountTable, type Gap, type ReportBody } from './body.ts'
import { handled, withRequest } from './illinois.ts'
import { askingOf, detainerOf, informationAskedIn, isWithin } from './reading.ts'
import type { RecordedCase, RecordedRequest, Stretch } from './recorded-case.ts'
import type { ReportInput } from './report-input.ts'

/** Makes the report. What the reports of 9-131, 9-205 and 14-154 hold is left out, as the section allows. */
export function helpBody({ cases, stretch, kind }: ReportInput): ReportBody {
  const asked = cases.flatMap((one) => withRequest(one, helpIn(one, stretch, kind)))
  const unknown: readonly Gap[] = asked
    .filter(({ one, request }) => ['immigration-authority', null].includes(askingOf(one, request)))
    .map(({ one }) => ({ gap: 'gap-asking', reference: one.reference }))
  const undecided = asked.filter(({ one }) => handled(one) === 'not-decided')
  const codes = [...new Set(asked.map(({ one, request }) => askingOf(one, request)))].toSorted((a, b) =>
    byCharacters(a ?? '', b ?? ''),
  )
  const table: CountTable = {
    kind: 'counts',
    id: 'nyc-help',
    columns: ['helped', 'refused', 'not-decided'],
    rows: codes.map((code) => {
      const own = asked.filter(({ one, request }) => askingOf(one, request) === code).map(({ one }) => one)
      return {
        label: agency(code),
        cells: (['helped', 'refused', 'not-decided'] as const).map((how) =>
          cellOf(own.filter((one) => handled(one) === how)),
        ),
      }
    }),
    isAdditive: true,
  }
  return {
    parts: [table],
    gaps: [...undecided.map(({ one }) => ({ gap: 'gap-decision', reference: one.reference })), ...unknown],
    received: asked.map(({ one }) => one.reference),
  }
}

const reportedElsewhere: ReadonlySet<string> = new Set(['police', 'jail', 'probation'])

/** Finds the request for help of a stretch. Detainers and questions are in the yearly report of whoever files one. */
function helpIn(one: RecordedCase, stretch: Stretch, kind: string): RecordedRequest | null {
  const isElsewhere = detainerOf(one, stretch) !== null || informationAskedIn(one, stretch) !== null
  if (reportedElsewhere.has(kind) && isElsewhere) return null
  return one.requests.find(({ receivedAt }) => isWithin(stretch, receivedAt)) ?? null
}
