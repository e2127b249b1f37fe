/**
 * Writes statements for Spark SQL with the answers that they must give, as JSON lines, for a Spark that is at hand.
 *
 *     node bench/engines/spark-cases.ts us/ca notify-release 200 > cases.json
 */
import { join } from 'node:path'
import { compileAct, sqlFor, stackOf } from '@brightline/engine'
import { writeValue } from '../../packages/engine/src/sql/predicate.ts'
import { expectedAnswers, randomRows, seeded } from '../../packages/engine/test/sql/evaluators.ts'
import { readLawFolder } from '../../packages/engine/test/whole-law.ts'

const [place = 'us/ca', act = 'notify-release', count = '200'] = process.argv.slice(2)
const library = await readLawFolder(join(import.meta.dirname, '../../law'))
const stack = stackOf(library, place, '2026-11-01')
const compiled = compileAct(stack, act)
const sql = sqlFor(compiled, 'spark')
const rows = randomRows(compiled, Number(count), seeded(1))
const values = rows.map((row, index) => {
  const facts = sql.columns.map(({ fact, type }) => writeValue('spark', type, row.get(fact)))
  return `(${[`'${index}'`, ...facts].join(', ')})`
})
const table = ['cases']
console.log(
  JSON.stringify({
    place,
    act,
    createTable: sql.createTable(table, ['id']),
    insert: `INSERT INTO cases VALUES ${values.join(', ')}`,
    verdicts: sql.verdictQuery(table, ['id']),
    rules: sql.ruleQuery(table, ['id']),
    expected: expectedAnswers(stack, act, rows),
  }),
)
