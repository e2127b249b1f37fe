/**
 * The report of ORS 181A.826(3): each communication or request of a federal agency about immigration enforcement that was
 * declined, by dates alone. What a court ordered and was done is none.
 */
import { askedKinds, federalRequests, kindOfAct } from './asked-for.ts'
import { agency, moment, word, type ListTable, type ReportBody, type Value } from './body.ts'
import type { Counted } from './illinois.ts'
import { askingOf, isDetainer } from './reading.ts'
import type { ReportInput } from './report-input.ts'
import { truthOfTerm } from './term-truth.ts'

const enforcement = { instrument: 'us/or/sanctuary-promise', name: 'the purpose is immigration enforcement' }

/** Makes the report. The form of the commission was not found: the columns are what the section speaks of. */
export function oregonBody(input: ReportInput): ReportBody {
  const { asked, gaps } = federalRequests(input, (one) => truthOfTerm(input.library, enforcement, one))
  const declined = asked.filter(({ one }) => !one.decisions.some(isDone) || one.decisions.some(isDeclined))
  const open = declined.filter(({ one }) => one.decisions.length === 0)
  return {
    parts: [declinedList(declined)],
    gaps: [...open.map(({ one }) => ({ gap: 'gap-decision', reference: one.reference })), ...gaps],
    received: asked.map(({ one }) => one.reference),
  }
}

function isDone({ choice }: { readonly choice: string | null }): boolean {
  return choice === 'do'
}

function isDeclined({ choice }: { readonly choice: string | null }): boolean {
  return choice === 'do-not'
}

/** Lists them: a row for each kind of help of a request, as several may be asked at once. */
function declinedList(declined: readonly Counted[]): ListTable {
  const rows = declined.flatMap((counted) => {
    const { one, request } = counted
    const kinds = new Set(request.acts.map(kindOfAct))
    return askedKinds
      .filter((kind) => kinds.has(kind))
      .map((kind) => ({
        reference: one.reference,
        cells: [
          moment(request.receivedAt),
          agency(askingOf(one, request)),
          paperOf(counted),
          word(kind),
          ...answerTo(counted, kind),
        ],
      }))
  })
  return {
    kind: 'list',
    id: 'or-declined',
    columns: ['received', 'asking', 'paper', 'asked', 'handled', 'decided-at'],
    rows,
    hasCertificate: false,
  }
}

function paperOf({ request: { form } }: Counted): Value {
  return isDetainer(form) ? word('detainer') : form === null ? { kind: 'none' } : word('other-paper')
}

/** Says what was answered on a kind of help, and when. */
function answerTo({ one: { decisions } }: Counted, kind: string): readonly Value[] {
  const own = decisions.filter(({ act }) => kindOfAct(act) === kind)
  if (own.length === 0) return [word('not-decided'), { kind: 'none' }]
  const last = own.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds).at(-1)
  return [word(own.every(isDeclined) ? 'refused' : own.every(isDone) ? 'helped' : 'partly'), moment(last?.at)]
}
