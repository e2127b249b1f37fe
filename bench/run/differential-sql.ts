/**
 * Interpreter, diagram, generated code, PostgreSQL and DuckDB on the same seeded million rows, over every law on an act that
 * some place has on some date. Verdicts and live rules; three rows in ten miss facts.
 *
 *     node bench/engines/differential-sql.ts [--cases 1000000] [--seed 1]
 */
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { compileAct } from '../../packages/engine/src/diagram/compile.ts'
import { startDuckDb, startPostgreSql } from '../../packages/engine/test/sql/databases.ts'
import { expectedAnswers, randomRows, sqlAnswers } from '../../packages/engine/test/sql/evaluators.ts'
import { everyLaw, randomFrom, readLawFolder } from '../../packages/engine/test/whole-law.ts'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
})

const { laws, places, dates } = everyLaw(await readLawFolder(join(import.meta.dirname, '../../law')))
const each = Math.ceil(Number(values.cases) / laws.length)
const databases = await Promise.all([startDuckDb(), startPostgreSql()])
const random = randomFrom(Number(values.seed))
const count = { cases: 0, partial: 0, differences: 0 }
try {
  for (const { stack, act } of laws) {
    const compiled = compileAct(stack, act)
    const rows = randomRows(compiled, each, random)
    // Interpreter, diagram and generated code were compared when this returns.
    const expected = expectedAnswers(stack, act, rows)
    const answers = await Promise.all(databases.map((database) => sqlAnswers(database, compiled, rows)))
    const all = databases.flatMap(({ dialect }, index) =>
      expected.map((wanted, row) => ({ dialect, row, wanted, got: answers[index]?.[row] })),
    )
    for (const { dialect, row, wanted, got } of all.filter((one) => !isDeepStrictEqual(one.got, one.wanted))) {
      count.differences++
      console.error(stack.place, act, dialect, JSON.stringify([...(rows[row] ?? [])]), 'got', got, 'want', wanted)
    }
    count.cases += rows.length
    count.partial += expected.filter(({ rules }) => rules === null).length
    console.error(`${stack.place} as of ${stack.asOf}, ${act}: ${count.cases} cases so far`)
  }
} finally {
  await Promise.all(databases.map(({ stop }) => stop()))
}
const whole = (number: number): string => number.toLocaleString('en')
console.log(
  `interpreter = generated = diagram = PostgreSQL = DuckDB: ${whole(count.cases)} cases, ${whole(count.partial)} of them with ` +
    `unknown facts, of ${laws.length} laws of ${places} places on ${dates} dates; ${count.differences} differences`,
)
process.exitCode = count.differences === 0 ? 0 : 1
