/** Lets the ledger run its statements inside a transaction of the desk. */
import type { Queryable } from '@brightline/ledger/postgres'
import { CompiledQuery } from 'kysely'
import type { Work } from '../database/transaction.ts'

/** Makes of a transaction what the ledger runs statements on. */
export function statementsIn(work: Work): Queryable {
  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the ledger says what rows its statements give
    query: async <Row extends object>(text: string, values: unknown[] = []) => {
      const query: CompiledQuery<Row> = CompiledQuery.raw(text, values)
      const { rows, numAffectedRows } = await work.executeQuery(query)
      return { rows, rowCount: Number(numAffectedRows ?? rows.length) }
    },
  }
}
