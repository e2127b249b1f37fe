/**
 * The encodings of an act as SQL, side by side, on PostgreSQL and DuckDB: the figures of docs/sql.md.
 *
 *     node bench/engines/encodings.ts [--rows 200000] [--only transfer]
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DiagramTooLarge, stackOf, type Stack } from '@brightline/engine'
import { compileAct, type CompiledAct } from '../../packages/engine/src/diagram/compile.ts'
import { layerArithmetic } from '../../packages/engine/src/sql/layer-arithmetic.ts'
import { nestedCase } from '../../packages/engine/src/sql/nested-case.ts'
import { nodeMasks } from '../../packages/engine/src/sql/node-masks.ts'
import { columnOf, writerFor, writeValue, type Writer } from '../../packages/engine/src/sql/predicate.ts'
import { completeDiagram, nodesOf, verdictDiagram } from '../../packages/engine/src/sql/verdict-diagram.ts'
import { sqlOf } from '../../packages/engine/src/sql/act-sql.ts'
import { startDuckDb, startPostgreSql, type Database } from '../../packages/engine/test/sql/databases.ts'
import { randomCase, randomFrom, readLawFolder } from '../../packages/engine/test/whole-law.ts'
import { boxBits } from '../engines/box-bits.ts'
import { randomStack } from '../engines/random-acts.ts'
import { levelJoins, naiveCase, orOfAnds } from '../engines/sql-encodings.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '200000' }, only: { type: 'string', default: '' } },
})
const asOf = '2026-11-01'
/** A query that has not ended by then is called too slow. */
const mostMs = 20_000

const library = await readLawFolder(join(import.meta.dirname, '../../law'))
const california = stackOf(library, 'us/ca', asOf)
const acts: readonly { readonly name: string; readonly stack: Stack; readonly act: string }[] = [
  ...['notify-release', 'transfer', 'disclose'].map((act) => ({ name: `us/ca ${act}`, stack: california, act })),
  ...[50, 100, 200].map((rules) => ({ name: `random, ${rules} rules`, stack: randomStack(rules, 1), act: 'hold' })),
]
const databases = [await startDuckDb(1), await startPostgreSql()]
try {
  await databases[1]?.run(`SET statement_timeout = ${mostMs}`)
  await databases[1]?.run('SET max_parallel_workers_per_gather = 0')
  for (const { name, stack, act } of acts.filter((one) => one.name.includes(values.only)))
    await measureAct(name, stack, act)
} finally {
  await Promise.all(databases.map(({ stop }) => stop()))
}

async function measureAct(name: string, stack: Stack, act: string): Promise<void> {
  const compiled = compiledWithin(stack, act)
  if (compiled === null) {
    console.log(`\n${name}: more nodes than a diagram may have; only rule columns can be written`)
    return
  }
  const nodes = nodesOf(compiled.store, verdictDiagram(compiled).diagram).length
  console.log(`\n${name}: ${compiled.rules.length} rules, ${nodes} nodes with impossible cases`)
  for (const database of databases) {
    const writer = writerFor(database.dialect, stack.vocabulary)
    await fill(database, compiled)
    for (const [encoding, query] of Object.entries(queries(writer, compiled))) {
      const figure = query === null ? 'too long' : await rowsPerSecond(database, query)
      console.log(`${database.dialect.padEnd(11)} ${encoding.padEnd(28)} ${figure}`)
    }
    await database.run('DROP TABLE cases')
  }
}

function compiledWithin(stack: Stack, act: string): CompiledAct | null {
  try {
    return compileAct(stack, act, { budget: 1_000_000 })
  } catch (error) {
    if (error instanceof DiagramTooLarge) return null
    throw error
  }
}

function queries(writer: Writer, compiled: CompiledAct): Readonly<Record<string, string | null>> {
  const complete = completeDiagram(compiled)
  if (complete === null) throw new Error('too large to be measured')
  const { stack, act } = compiled
  const sql = sqlOf(compiled, writer.dialect)
  const source = { columns: complete.facts.map((fact) => columnOf(writer, fact)), from: 'cases', kept: [] }
  const nested = nestedCase(writer, complete)
  const bits = boxBits(writer, complete, 620)
  const words = bits?.words.map((word, index) => `${word} AS w${index}`)
  return {
    'no law, read the columns': `SELECT 1 AS possible FROM cases WHERE ${source.columns.map((name) => `${name} IS NOT NULL`).join(' AND ')}`,
    'rules as one CASE (naive)': naiveCase(writer, compiled),
    '(i) nested CASE': nested === null ? null : `SELECT ${nested} AS possible FROM cases`,
    '(i) nodes as columns of bits': nodeMasks(writer, complete, source).replaceAll('bl_possible', 'possible'),
    '(ii) boxes, OR of ANDs': orOfAnds(writer, complete),
    '(ii) boxes, a bit a box':
      bits === null || words === undefined
        ? null
        : `SELECT ${bits.possible(words.map((_, index) => `w${index}`))} AS possible FROM (SELECT ${words.join(', ')} FROM cases OFFSET 0) q`,
    '(iii) a join a level': levelJoins(writer, complete),
    '(iv) rule columns': layerArithmetic(writer, stack, act, source).replaceAll('bl_possible', 'possible'),
    'kept: verdict query': `SELECT verdict AS possible FROM (${sql.verdictQuery(['cases'])}) v`,
    'kept: rule query': `SELECT length(rules) AS possible FROM (${sql.ruleQuery(['cases'])}) r`,
  }
}

async function rowsPerSecond(database: Database, query: string): Promise<string> {
  const counted = `SELECT possible, count(*) FROM (${query}) answers GROUP BY possible`
  let best = Infinity
  for (let run = 0; run < 3; run++) {
    const start = performance.now()
    try {
      await database.run(counted)
    } catch (error) {
      return String(error).slice(0, 80)
    }
    best = Math.min(best, performance.now() - start)
    if (best > mostMs / 4) break
  }
  return `${(Number(values.rows) / best / 1000).toFixed(2)} M rows/s, ${(query.length / 1000).toFixed(0)} kB`
}

async function fill(database: Database, compiled: CompiledAct): Promise<void> {
  const sql = sqlOf(compiled, database.dialect)
  await database.run(sql.createTable(['cases']))
  const random = randomFrom(1)
  for (let part = 0; part < 10; part++) {
    const rows = Array.from({ length: 500 }, () => {
      const facts = randomCase(compiled, random)
      return `(${sql.columns.map(({ fact, type }) => writeValue(database.dialect, type, facts.get(fact))).join(', ')})`
    })
    await database.run(`INSERT INTO cases VALUES ${rows.join(', ')}`)
  }
  const columns = sql.columns
    .map(({ fact }) => columnOf(writerFor(database.dialect, compiled.stack.vocabulary), fact))
    .join(', ')
  await database.run(
    `INSERT INTO cases SELECT ${columns} FROM cases, generate_series(1, ${Number(values.rows) / 5000 - 1})`,
  )
  if (database.dialect === 'postgresql') await database.run('VACUUM ANALYZE cases')
}
