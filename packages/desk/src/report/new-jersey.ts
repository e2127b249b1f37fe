/**
 * The report of Attorney General Directive 2018-6, section VI.B: every instance of a calendar year in which the agency
 * helped to enforce federal civil immigration law, by kind.
 */
import { askedKinds, federalRequests, kindOfAct } from './asked-for.ts'
import { agency, cellOf, moment, word, type CountTable, type ListTable, type ReportBody } from './body.ts'
import type { Counted } from './illinois.ts'
import { askingOf } from './reading.ts'
import type { RecordedCase } from './recorded-case.ts'
import type { ReportInput } from './report-input.ts'

/** Makes the report. The columns of the Attorney General's form were not found: each instance stands beside the counts. */
export function newJerseyBody(input: ReportInput): ReportBody {
  const { asked, gaps } = federalRequests(input, isCivil)
  const helped = asked.filter(({ one }) => kindsDone(one).length > 0)
  const open = asked.filter(({ one }) => one.decisions.length === 0)
  return {
    parts: [kindCounts(helped), instanceList(helped)],
    gaps: [...open.map(({ one }) => ({ gap: 'gap-decision', reference: one.reference })), ...gaps],
    received: asked.map(({ one }) => one.reference),
  }
}

/** The directive speaks of civil immigration law; the answer to what the request is for says whether that was it. */
function isCivil({ facts }: RecordedCase): 'yes' | 'no' | 'maybe' {
  const purpose = facts.get('request.purpose') ?? null
  if (purpose === null) return 'maybe'
  return purpose === 'civil-immigration' ? 'yes' : 'no'
}

function kindsDone({ decisions }: RecordedCase): readonly string[] {
  const done = new Set<string>(decisions.filter(({ choice }) => choice === 'do').map(({ act }) => kindOfAct(act)))
  return askedKinds.filter((kind) => done.has(kind))
}

function kindCounts(helped: readonly Counted[]): CountTable {
  return {
    kind: 'counts',
    id: 'nj-help',
    columns: ['instances'],
    rows: askedKinds.map((kind) => ({
      label: word(kind),
      cells: [cellOf(helped.map(({ one }) => one).filter((one) => kindsDone(one).includes(kind)))],
    })),
    // A request in which two kinds of help were given stands in both rows.
    isAdditive: false,
  }
}

function instanceList(helped: readonly Counted[]): ListTable {
  return {
    kind: 'list',
    id: 'nj-instances',
    columns: ['received', 'asking', 'asked', 'decided-at'],
    rows: helped.flatMap(({ one, request }) =>
      kindsDone(one).map((kind) => {
        const at = one.decisions.find(({ act, choice }) => choice === 'do' && kindOfAct(act) === kind)?.at
        return {
          reference: one.reference,
          cells: [moment(request.receivedAt), agency(askingOf(one, request)), word(kind), moment(at)],
        }
      }),
    ),
    hasCertificate: true,
  }
}
