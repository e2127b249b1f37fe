/** A data set as cases: read once, in bounded memory, with everything that was wrong. */
import { statSync } from 'node:fs'
import type { Plan } from '../mapping/plan.ts'
import { problem } from '../problems.ts'
import { fileKind } from '../table/file-kind.ts'
import { isSystemError } from '../table/system-error.ts'
import type { CaseSet } from './case-set.ts'
import { findingsOf } from './findings.ts'
import { placeOf } from './gather.ts'
import { printable } from './labels.ts'
import { mergeCases } from './merge-cases.ts'
import { readColumns } from './read-columns.ts'
import { readCsv } from './read-csv.ts'
import type { Reading, ReadOptions } from './reading.ts'

/** Reads a data set. */
export async function readCases(path: string, plan: Plan, options: ReadOptions = {}): Promise<CaseSet> {
  return toCaseSet(plan, await readFile(path, plan, options))
}

async function readFile(path: string, plan: Plan, options: ReadOptions): Promise<Reading> {
  try {
    // A pipe would wait for ever, and cannot be read twice.
    if (!statSync(path).isFile()) return unreadable('it is not a regular file')
    const kind = fileKind(path)
    return kind === 'csv' || kind === 'gzip-csv'
      ? await readCsv(path, kind, plan, options)
      : await readColumns(path, kind, plan, options)
  } catch (error) {
    if (!isSystemError(error)) throw error
    return unreadable(`the system says ${error.code}`)
  }
}

function unreadable(why: string): Reading {
  const problems = [problem('DATA-0005', why)]
  return { columns: [], gathered: [], rowsBefore: [], rows: 0, dropped: 0, problems }
}

/** Puts what several threads gathered together. */
function toCaseSet(plan: Plan, reading: Reading): CaseSet {
  const { gathered, columns } = reading
  const fields = plan.fields.map(({ name }) => name)
  const merged = gathered.length === 1 ? gathered[0] : mergeCases(plan, gathered)
  const left = merged !== undefined && 'left' in merged ? merged.left : 0
  return {
    fields,
    cells: merged?.cells ?? new Int32Array(0),
    counts: merged?.counts ?? new Float64Array(0),
    firstRows: (merged?.firsts ?? new Float64Array(0)).map((position) => {
      const { chunk, row } = placeOf(position)
      return (reading.rowsBefore[chunk] ?? 0) + row
    }),
    size: merged?.size ?? 0,
    labels: merged?.labels ?? [],
    rowsRead: reading.rows,
    rowsRefused: gathered.reduce((sum, { rowsRefused }) => sum + rowsRefused, reading.dropped + left),
    unreadColumns: columns.filter((name) => !plan.columns.includes(name)).map(printable),
    problems: [
      ...reading.problems,
      ...(left === 0 ? [] : [problem('DATA-0014', null, { rows: left })]),
      ...findingsOf(
        plan,
        gathered.flatMap(({ findings }) => findings),
        reading.rowsBefore,
      ),
    ],
  }
}
