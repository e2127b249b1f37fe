/** A replay as the rows of one long table. */
import { dimensions } from '../cases/dimension.ts'
import type { ActReplayDocument, Count, ReplayDocument, ReplaySaid, SideDocument } from './document.ts'

type Line = readonly [
  policy: string,
  act: string,
  by: string,
  value: string,
  verdict: string,
  min: Count | '',
  max: Count | '',
]

/** Lists every count with its bounds: one row for each policy, act, dimension, value and verdict. Suppressed counts are null. */
export function toRows(document: ReplayDocument, said: ReplaySaid): readonly (readonly (string | Count)[])[] {
  const { acts, workload, printout } = document
  return [
    ['policy', 'act', 'by', 'value', 'verdict', 'min', 'max'],
    ...acts.flatMap((act) => [
      ...act.sides.flatMap((side) => sideLines(act.act, side)),
      ...changeLines(act, printout.policies.map(({ name }) => name).join(' > ')),
    ]),
    ...workload.flatMap(({ month, requests, sides }): readonly Line[] => [
      ['', '', 'workload', month, 'requests', requests, requests],
      ...sides.flatMap(({ policy, toClarify, duties }): readonly Line[] => [
        [policy, '', 'workload', month, 'to clarify', toClarify, toClarify],
        [policy, '', 'workload', month, 'duties', duties.min, duties.max],
      ]),
    ]),
    ...printoutLines(document, said),
  ]
}

function sideLines(act: string, { policy, tables, answers, missing, duties }: SideDocument): readonly Line[] {
  const lines = dimensions.flatMap((dimension) =>
    tables[dimension].flatMap(({ value, requests, bounds, open, notBound }) =>
      [
        ['requests', requests, requests] as const,
        ...Object.entries(bounds).map(([verdict, { min, max }]) => [verdict, min, max] as const),
        ['open', open, open] as const,
        ['not-bound', notBound, notBound] as const,
      ].map(([verdict, min, max]): Line => [policy, act, dimension, value, verdict, min, max]),
    ),
  )
  return [
    ...lines,
    ...Object.entries(answers).map(([answer, count]): Line => [policy, act, 'answer', answer, 'told', count, count]),
    ...missing.map(({ fact, requests }): Line => {
      return [policy, act, 'missing', fact, 'can change the verdict', requests, requests]
    }),
    ...duties.map(({ id, min, max }): Line => [policy, act, 'duty', id, 'arises', min, max]),
  ]
}

function changeLines({ act, change }: ActReplayDocument, policies: string): readonly Line[] {
  if (change === null) return []
  const { same, differs, mayDiffer, transitions } = change
  const line = (value: string, min: Count, max: Count = min): Line => [policies, act, 'change', value, '', min, max]
  return [
    line('same', same),
    line('differs', differs),
    line('may differ', mayDiffer),
    ...transitions.map(({ before, after, min, max }) => line(`${before} > ${after}`, min, max)),
  ]
}

/** Writes the printout, which belongs to the numbers, as lines of its own. */
function printoutLines({ printout }: ReplayDocument, sentences: ReplaySaid): readonly Line[] {
  const { dataSet, window } = printout
  const said = (what: string, text: string | null): Line => ['', '', 'printout', what, text ?? '', '', '']
  const counted = (what: string, count: Count): Line => ['', '', 'printout', what, '', count, count]
  return [
    said('data set', dataSet.name),
    said('source', dataSet.source),
    said('licence', dataSet.licence),
    ...dataSet.notes.map((note) => said('note on the data', note)),
    ...printout.policies.map(({ name, hash }) => said('policy', `${name} ${hash}`)),
    said('window', `${window.firstMonth ?? ''} to ${window.lastMonth ?? ''}`),
    said('days that count', `${window.from ?? ''} to ${window.through ?? ''}`),
    counted('rows read', printout.rowsRead),
    counted('requests in them', printout.requests),
    counted('requests used', printout.requestsUsed),
    ...printout.excluded.map(({ requests }, index) =>
      counted(`excluded: ${sentences.excluded[index] ?? ''}`, requests),
    ),
    counted('requests with unknown decisive facts', printout.openRequests),
    counted('per cent of the requests used', printout.openShare),
    ...printout.unmappedColumns.map((column) => said('column not in the mapping', column)),
    ...printout.ignoredColumns.map((column) => said('column left unread on purpose', column)),
    ...Object.entries(printout.unknownFacts).map(([fact, count]) => counted(`unknown: ${fact}`, count)),
    ...sentences.assumptions.map((one) => said('assumption', one)),
    said('hash of the assumptions', printout.assumptionsHash),
    ...sentences.problems.map((one) => said('problem', one)),
    said('note', sentences.disclaimer),
  ]
}
