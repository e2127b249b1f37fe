/**
 * Writes every act of every place as statements for Spark SQL with the answers that they must give, as lines of JSON.
 * `spark.py` runs them.
 *
 *     node bench/engines/spark-cases.ts [--cases 20000] [--as-of 2026-11-01 --as-of 2018-06-01]
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rulesOf, stackOf } from '@brightline/engine'
import { sqlOf } from '../../packages/engine/src/sql/act-sql.ts'
import { compileAct } from '../../packages/engine/src/diagram/compile.ts'
import { writeValue } from '../../packages/engine/src/sql/predicate.ts'
import { expectedAnswers, randomRows, type Answer } from '../../packages/engine/test/sql/evaluators.ts'
import { randomFrom, readLawFolder } from '../../packages/engine/test/whole-law.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    'as-of': { type: 'string', multiple: true, default: ['2026-11-01', '2018-06-01'] },
  },
})
const library = await readLawFolder(join(import.meta.dirname, '../../law'))
const laws = library.places.flatMap(({ id }) =>
  values['as-of'].flatMap((asOf) => {
    const stack = stackOf(library, id, asOf)
    return [...new Set(rulesOf(stack).flatMap(({ acts }) => acts))].map((act) => ({ stack, act }))
  }),
)
const random = randomFrom(1)
const table = ['cases']
// Places share law: what comes out as the same statements is one table.
const batches = new Map<string, { laws: string[]; rows: string[]; expected: Answer[] }>()
for (const { stack, act } of laws) {
  const compiled = compileAct(stack, act)
  const sql = sqlOf(compiled, 'spark')
  const statements = JSON.stringify({
    createTable: sql.createTable(table, ['id']),
    verdicts: sql.verdictQuery(table, ['id']),
    rules: sql.ruleQuery(table, ['id']),
  })
  const batch = batches.get(statements) ?? { laws: [], rows: [], expected: [] }
  batches.set(statements, batch)
  const rows = randomRows(compiled, Math.ceil(Number(values.cases) / laws.length), random)
  for (const row of rows) {
    const facts = sql.columns.map(({ fact, type }) => writeValue('spark', type, row.get(fact)))
    batch.rows.push(`(${[`'${batch.rows.length}'`, ...facts].join(', ')})`)
  }
  batch.laws.push(`${stack.place}@${stack.asOf} ${act}`)
  batch.expected.push(...expectedAnswers(stack, act, rows))
}
for (const [statements, { laws: same, rows, expected }] of batches) {
  const insert = `INSERT INTO cases VALUES ${rows.join(', ')}`
  console.log(JSON.stringify({ laws: same, statements: JSON.parse(statements), insert, expected }))
}
