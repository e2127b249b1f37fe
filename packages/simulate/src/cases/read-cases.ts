/** A data set as cases: read once, in bounded memory, with everything that was wrong. */
import type { Plan } from '../mapping/plan.ts'
import { dataProblem } from '../problem.ts'
import { fileKind } from '../table/file-kind.ts'
import { openInput, type DataInput, type OpenInput } from '../table/input.ts'
import { isSystemError } from '../table/system-error.ts'
import type { CaseSet } from './case-set.ts'
import { findingsOf } from './findings.ts'
import { placeOf } from './gather.ts'
import { printable } from './labels.ts'
import { mergeCases } from './merge-cases.ts'
import { readColumns } from './read-columns.ts'
import { readCsv } from './read-csv.ts'
import { unread, type ReadOptions, type TableRead } from './table-read.ts'

/** Reads a data set: a file by its path, or bytes that come only once. */
export async function readCases(data: string | DataInput, plan: Plan, options: ReadOptions = {}): Promise<CaseSet> {
  const input = await openInput(typeof data === 'string' ? { kind: 'file', path: data } : data)
  return toCaseSet(plan, input.ok ? await readTable(input.value, plan, options) : unread(input.problems))
}

async function readTable(input: OpenInput, plan: Plan, options: ReadOptions): Promise<TableRead> {
  const file = fileKind(input.head)
  if (file.kind === 'pointer') return unread([dataProblem('DATA-0025', {}, { tool: file.tool })])
  if (file.kind === 'other') return unread([dataProblem('DATA-0026', {}, { kind: file.of })])
  try {
    return file.of === 'csv' || file.of === 'gzip-csv'
      ? await readCsv(input, file.of === 'gzip-csv', plan, options)
      : await readColumns(input, file.of, plan, options)
  } catch (error) {
    if (!isSystemError(error)) throw error
    return unread([dataProblem('DATA-0020', {}, { reason: error.code })])
  }
}

/** Puts what several threads gathered together. */
function toCaseSet(plan: Plan, read: TableRead): CaseSet {
  const { gathered, columns } = read
  const fields = plan.fields.map(({ name }) => name)
  const merged = gathered.length === 1 ? gathered[0] : mergeCases(plan, gathered)
  const left = merged !== undefined && 'left' in merged ? merged.left : 0
  return {
    fields,
    cells: merged?.cells ?? new Int32Array(0),
    counts: merged?.counts ?? new Float64Array(0),
    firstRows: (merged?.firsts ?? new Float64Array(0)).map((position) => {
      const { chunk, row } = placeOf(position)
      return (read.rowsBefore[chunk] ?? 0) + row
    }),
    size: merged?.size ?? 0,
    labels: merged?.labels ?? [],
    rowsRead: read.rows,
    rowsRefused: gathered.reduce((sum, { rowsRefused }) => sum + rowsRefused, read.dropped + left),
    unreadColumns: columns.filter((name) => !plan.columns.includes(name)).map(printable),
    form: read.form,
    problems: [
      ...read.problems,
      ...(left === 0 ? [] : [dataProblem('DATA-0014', {}, { rows: left })]),
      ...findingsOf(
        plan,
        gathered.flatMap(({ findings }) => findings),
        read.rowsBefore,
      ),
    ],
  }
}
