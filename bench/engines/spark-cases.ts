/**
 * Writes the law as statements for Spark SQL with the answers that they must give, one line of JSON a law: every act of
 * every place. `spark.py` runs them.
 *
 *     node bench/engines/spark-cases.ts [--cases 20000] [--as-of 2026-11-01 --as-of 2018-06-01]
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileAct, rulesOf, sqlFor, stackOf } from '@brightline/engine'
import { writeValue } from '../../packages/engine/src/sql/predicate.ts'
import { expectedAnswers, randomRows } from '../../packages/engine/test/sql/evaluators.ts'
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
for (const { stack, act } of laws) {
  const compiled = compileAct(stack, act)
  const sql = sqlFor(compiled, 'spark')
  const rows = randomRows(compiled, Math.ceil(Number(values.cases) / laws.length), random)
  const lines = rows.map((row, index) => {
    const facts = sql.columns.map(({ fact, type }) => writeValue('spark', type, row.get(fact)))
    return `(${[`'${index}'`, ...facts].join(', ')})`
  })
  console.log(
    JSON.stringify({
      law: `${stack.place}@${stack.asOf} ${act}`,
      createTable: sql.createTable(table, ['id']),
      insert: `INSERT INTO cases VALUES ${lines.join(', ')}`,
      verdicts: sql.verdictQuery(table, ['id']),
      rules: sql.ruleQuery(table, ['id']),
      expected: expectedAnswers(stack, act, rows),
    }),
  )
}
