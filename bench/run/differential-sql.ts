/**
 * Interpreter, diagram, generated code, PostgreSQL and DuckDB on the same seeded million rows, over every law on an act that
 * some place has on some date. Verdicts and live rules; three rows in ten miss facts. Law that is too large to be written for
 * every kind of agency is written for a few kinds, drawn by chance.
 *
 *     node bench/engines/differential-sql.ts [--cases 1000000] [--seed 1]
 */
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { DiagramTooLarge } from '@brightline/engine'
import { SqlTooLarge } from '@brightline/engine/sql'
import { compileForSql, sqlOf } from '../../packages/engine/src/sql/act-sql.ts'
import { startDuckDb, startPostgreSql } from '../../packages/engine/test/sql/databases.ts'
import { expectedAnswers, randomRows, rowsOfAgency, sqlAnswers } from '../../packages/engine/test/sql/evaluators.ts'
import type { Stack } from '../../packages/engine/src/stack/layer.ts'
import { everyLaw, randomFrom, readLawFolder } from '../../packages/engine/test/whole-law.ts'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
})

const { laws, places, dates } = everyLaw(await readLawFolder(join(import.meta.dirname, '../../law')))
const each = Math.ceil(Number(values.cases) / laws.length)
const databases = await Promise.all([startDuckDb(), startPostgreSql()])
const random = randomFrom(Number(values.seed))
const count = { cases: 0, partial: 0, differences: 0, byAgency: 0 }
const kindsDrawn = 3
try {
  for (const { stack, act } of laws) {
    const agencies = agenciesOf(stack, act)
    if (agencies[0] !== null) count.byAgency++
    for (const agency of agencies) await compare(stack, act, agency, Math.ceil(each / agencies.length))
    console.error(`${stack.place} as of ${stack.asOf}, ${act}: ${count.cases} cases so far`)
  }
} finally {
  await Promise.all(databases.map(({ stop }) => stop()))
}
const whole = (number: number): string => number.toLocaleString('en')
console.log(
  `interpreter = generated = diagram = PostgreSQL = DuckDB: ${whole(count.cases)} cases, ${whole(count.partial)} of them with ` +
    `unknown facts, of ${laws.length} laws of ${places} places on ${dates} dates, ${count.byAgency} of them by kind of agency; ` +
    `${count.differences} differences`,
)
process.exitCode = count.differences === 0 ? 0 : 1

/** Lists the kinds of agency to write the law for: all in one, or a few where that is too large. */
function agenciesOf(stack: Stack, act: string): readonly (string | null)[] {
  try {
    const compiled = compileForSql(stack, act)
    for (const { dialect } of databases) sqlOf(compiled, dialect).verdictQuery(['cases'])
    return [null]
  } catch (error) {
    if (!(error instanceof SqlTooLarge || error instanceof DiagramTooLarge)) throw error
    const { agencies } = stack.vocabulary
    return Array.from({ length: kindsDrawn }, () => agencies[Math.floor(random() * agencies.length)]?.name ?? null)
  }
}

/** Compares the answers of random rows. */
async function compare(stack: Stack, act: string, agency: string | null, cases: number): Promise<void> {
  const compiled = compileForSql(stack, act, agency)
  const rows = randomRows(compiled, cases, random)
  const asked = agency === null ? rows : rowsOfAgency(compiled, { stack, act }, rows, agency)
  // Interpreter, diagram and generated code were compared when this returns.
  const expected = expectedAnswers(stack, act, asked)
  const answers = await Promise.all(databases.map((database) => sqlAnswers(database, compiled, rows)))
  const all = databases.flatMap(({ dialect }, index) =>
    expected.map((wanted, row) => ({ dialect, row, wanted, got: answers[index]?.[row] })),
  )
  for (const { dialect, row, wanted, got } of all.filter((one) => !isDeepStrictEqual(one.got, one.wanted))) {
    count.differences++
    console.error(stack.place, act, agency, dialect, JSON.stringify([...(rows[row] ?? [])]), 'got', got, 'want', wanted)
  }
  count.cases += rows.length
  count.partial += expected.filter(({ rules }) => rules === null).length
}
