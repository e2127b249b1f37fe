/** Reads a file of columns, Parquet or Arrow, into cases. */
import type { Plan } from '../mapping/plan.ts'
import { problem, type Problem } from '../problems.ts'
import { openArrow, openParquet, type BatchFile } from '../table/batches.ts'
import type { FileKind } from '../table/file-kind.ts'
import { Gatherer } from './gather.ts'
import { headerProblems } from './header.ts'
import type { Reading, ReadOptions } from './reading.ts'

/** Reads batch by batch. */
export async function readColumns(
  path: string,
  kind: Extract<FileKind, 'parquet' | 'arrow' | 'arrow-stream'>,
  plan: Plan,
  options: ReadOptions,
): Promise<Reading> {
  const gatherer = new Gatherer(plan)
  const problems: Problem[] = []
  let columns: readonly string[] = []
  let rows = 0
  let file: BatchFile | null = null
  try {
    file = await (kind === 'parquet' ? openParquet(path, plan.columns) : openArrow(path, kind))
    ;({ columns } = file)
    problems.push(...headerProblems(plan, columns), ...nestedProblems(plan, file))
    if (problems.length === 0) {
      for await (const batch of file.batches) {
        const values = plan.columns.map((name) => batch.column(name) ?? [])
        const codes = new Int32Array(plan.columns.length)
        for (let row = 0; row < batch.rows; row++) {
          for (let slot = 0; slot < codes.length; slot++)
            codes[slot] = gatherer.dictionaries[slot]?.codeOfText(values[slot]?.[row] ?? '') ?? 0
          rows += 1
          gatherer.take(codes, rows)
        }
        options.onProgress?.(batch.share)
      }
    }
  } catch (error) {
    problems.push(problem(rows === 0 ? 'DATA-0005' : 'DATA-0007', whyOf(error), { row: rows === 0 ? null : rows }))
  } finally {
    await file?.close()
  }
  return { columns, gathered: [gatherer.finish()], rowsBefore: [0], rows, dropped: 0, problems }
}

function nestedProblems(plan: Plan, { nested }: BatchFile): readonly Problem[] {
  return plan.columns.filter((name) => nested.includes(name)).map((column) => problem('DATA-0016', null, { column }))
}

/** The readers stumble over damaged bytes with errors about their own variables, which help nobody. */
function whyOf(error: unknown): string {
  const isOwn = error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError)
  return isOwn ? error.message.slice(0, 120) : 'it is damaged'
}
