/**
 * The encoded law of every place as SQL, on seeded rows, against the interpreter, the diagram and the generated code.
 *
 *     node bench/engines/differential-sql.ts [--cases 1000000] [--seed 1] [--as-of 2026-11-01]
 */
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { compileAct, rulesOf, stackOf } from '@brightline/engine'
import { startDuckDb, startPostgreSql } from '../../packages/engine/test/sql/databases.ts'
import { expectedAnswers, randomRows, seeded, sqlAnswers } from '../../packages/engine/test/sql/evaluators.ts'
import { readLawFolder } from '../../packages/engine/test/whole-law.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    'as-of': { type: 'string', default: '2026-11-01' },
  },
})

const library = await readLawFolder(join(import.meta.dirname, '../../law'))
const laws = library.places.flatMap(({ id }) => {
  const stack = stackOf(library, id, values['as-of'])
  return [...new Set(rulesOf(stack).flatMap(({ acts }) => acts))].map((act) => ({ stack, act }))
})
const each = Math.ceil(Number(values.cases) / laws.length)
const databases = await Promise.all([startDuckDb(), startPostgreSql()])
const random = seeded(Number(values.seed))
const count = { cases: 0, differences: 0 }
try {
  for (const { stack, act } of laws) {
    const compiled = compileAct(stack, act)
    for (let left = each; left > 0; left -= 2000) {
      const rows = randomRows(compiled, Math.min(left, 2000), random)
      const expected = expectedAnswers(stack, act, rows)
      const answers = await Promise.all(databases.map((database) => sqlAnswers(database, compiled, rows)))
      for (const [row, wanted] of expected.entries()) {
        for (const [index, { dialect }] of databases.entries()) {
          const got = answers[index]?.[row]
          if (isDeepStrictEqual(got, wanted)) continue
          count.differences++
          console.error(stack.place, act, dialect, JSON.stringify([...(rows[row] ?? [])]), 'got', got, 'want', wanted)
        }
      }
      count.cases += rows.length
    }
    console.error(`${stack.place} ${act}: ${count.cases} cases so far`)
  }
} finally {
  await Promise.all(databases.map(({ stop }) => stop()))
}
console.log(`${count.cases} cases of ${laws.length} laws, ${count.differences} differences`)
process.exitCode = count.differences === 0 ? 0 : 1
