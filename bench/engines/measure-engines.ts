/** Times one decision and many, for each engine, after checking that it agrees. */
import type { CompleteCase, Knowledge, Stack } from '@brightline/engine'
import { encode, generateAct, makeColumn, type Column, type GeneratedAct } from '@brightline/engine/bulk'
import { sqlOf } from '../../packages/engine/src/sql/act-sql.ts'
import { verdictsFor } from '../../packages/engine/src/decide/decide.ts'
import { compileAct, type CompiledAct } from '../../packages/engine/src/diagram/compile.ts'
import { interpret } from '../../packages/engine/src/interpret/interpret.ts'
import { verdictOf } from '../../packages/engine/src/stack/verdict.ts'
import { quoteName } from '../../packages/engine/src/sql/dialect.ts'
import { writeValue } from '../../packages/engine/src/sql/predicate.ts'
import { asState } from '../../packages/engine/src/stack/verdict.ts'
import { leafValue } from '../../packages/engine/src/diagram/store.ts'
import { cellIndex } from '../../packages/engine/src/fact/space.ts'
import type { Database } from '../../packages/engine/test/sql/databases.ts'
import { decideByHand } from '../california-by-hand.ts'
import { median, percentile, time } from '../measure.ts'
import type { CaseRecord, Engine } from './other-engines.ts'

/** One line of the table. */
export interface Measured {
  readonly name: string
  /** What a row comes out with. */
  readonly gives: string
  readonly microseconds: number
  readonly rowsPerSecond: number
  readonly bytes: number
  readonly loadMs: number
}

/** The cases in every form that an engine reads. */
export interface Prepared {
  readonly stack: Stack
  readonly compiled: CompiledAct
  readonly generated: GeneratedAct
  readonly cases: readonly CompleteCase[]
  readonly expected: readonly string[]
  readonly records: readonly CaseRecord[]
  /** The cases again and again, up to `rows`. */
  readonly columns: readonly Column[]
  readonly rows: number
}

/** Puts the cases into the form of each engine. */
export function prepareCases(given: Omit<Prepared, 'records' | 'columns'>): Prepared {
  const { generated, cases, rows } = given
  const columns = generated.columns.map((type) => {
    const column = makeColumn(type, rows)
    const codes = cases.map((facts) => encode(type, facts.get(type.fact)) ?? -1)
    for (let row = 0; row < rows; row++) column[row] = codes[row % codes.length] ?? -1
    return column
  })
  const read = generated.columns.map(({ fact }) => fact)
  const records = cases.map((facts) => Object.fromEntries(read.map((fact) => [fact, facts.get(fact) ?? ''])))
  return { ...given, records, columns }
}

/** Interpreter, diagram, generated records and columns, and the function by hand. */
export function measureOurs(prepared: Prepared, bytes: number): readonly Measured[] {
  const { stack, compiled, generated, cases, records, expected } = prepared
  const { act } = generated
  const loads = { generate: time(() => generateAct(stack, act)), compile: time(() => compileAct(stack, act)) }
  const known = cases.map(
    (facts): Knowledge => new Map([...facts].map(([fact, value]) => [fact, { kind: 'value', value }])),
  )
  const walk = diagramWalk(compiled, cases)
  const single = (name: string, gives: string, loadMs: number, decide: (row: number) => string): Measured => {
    agree(name, expected, (row) => decide(row))
    return { name, gives, bytes, loadMs, ...timeSingle((row) => decide(row), cases.length) }
  }
  const nobody = new Map()
  return [
    single('brightline interpreter', 'verdict, rules, duties', 0, (row) =>
      verdictOf(interpret(stack, act, cases[row] ?? nobody).state, compiled.needsPower),
    ),
    single(
      'brightline diagram, any facts unknown',
      'verdicts possible',
      loads.compile,
      (row) => verdictsFor(compiled, known[row] ?? nobody)[0] ?? '',
    ),
    single('brightline diagram walk over cells', 'verdict, duties', loads.compile, walk),
    single('brightline generated, records', 'verdict', loads.generate, (row) =>
      verdictOf(asState(generated.decideRecord(records[row] ?? {})), compiled.needsPower),
    ),
    ...measureColumns(prepared, bytes, loads.generate),
  ]
}

/** An engine that decides one record at a time. */
export async function measureOthers({ records, expected }: Prepared, engine: Engine, bytes: number): Promise<Measured> {
  for (const [row, record] of records.entries()) {
    const verdict = await engine.decide(record)
    if (verdict !== expected[row])
      throw new Error(`${engine.name} says ${verdict}, not ${expected[row]}: ${JSON.stringify(record)}`)
  }
  const times: number[] = []
  const end = performance.now() + 3000
  for (let row = 0; performance.now() < end; row = (row + 1) % records.length) {
    const record = records[row] ?? {}
    const start = performance.now()
    const answer = engine.decide(record)
    if (answer instanceof Promise) await answer
    times.push((performance.now() - start) * 1000)
  }
  const total = times.reduce((a, b) => a + b, 0)
  return {
    name: engine.name,
    gives: 'verdict, simplified',
    microseconds: percentile(times, 50),
    rowsPerSecond: (times.length / total) * 1e6,
    bytes,
    loadMs: engine.loadMs,
  }
}

/** A database with the cases in a table. */
export async function measureSql(
  prepared: Prepared,
  name: string,
  start: () => Promise<Database>,
  bytes: number,
): Promise<Measured> {
  const before = performance.now()
  const database = await start()
  const loadMs = performance.now() - before
  try {
    const { cases, expected, compiled } = prepared
    const sql = sqlOf(compiled, database.dialect)
    await fill(database, prepared)
    const verdicts = await database.run(sql.verdictQuery(['first'], ['id']))
    if (verdicts.length !== cases.length) throw new Error(`${name} answers ${verdicts.length} of ${cases.length} rows`)
    for (const [id, verdict] of verdicts) {
      if (verdict !== expected[Number(id)])
        throw new Error(`${name} says ${verdict}, not ${expected[Number(id)]} for row ${id}`)
    }
    const single: number[] = []
    for (let run = 0; run < 200; run++) single.push(await timed(() => database.run(sql.verdictQuery(['single']))))
    const counted = `SELECT verdict, count(*) FROM (${sql.verdictQuery(['many'])}) answers GROUP BY verdict`
    const many: number[] = []
    for (let run = 0; run < 6; run++) many.push(await timed(() => database.run(counted)))
    const rows = Number((await database.run('SELECT count(*) FROM many'))[0]?.[0])
    const rowsPerSecond = rows / (median(many.slice(1)) / 1000)
    return {
      name,
      gives: 'verdict, any facts unknown',
      microseconds: median(single) * 1000,
      rowsPerSecond,
      bytes,
      loadMs,
    }
  } finally {
    await database.stop()
  }
}

/** Tables of the cases, of one case, and of many. */
async function fill(database: Database, { cases, compiled, rows }: Prepared): Promise<void> {
  const sql = sqlOf(compiled, database.dialect)
  await database.run(sql.createTable(['first'], ['id']))
  for (let start = 0; start < cases.length; start += 500) {
    const values = cases.slice(start, start + 500).map((facts, index) => {
      const own = sql.columns.map(({ fact, type }) => writeValue(database.dialect, type, facts.get(fact)))
      return `(${[`'${start + index}'`, ...own].join(', ')})`
    })
    await database.run(`INSERT INTO first VALUES ${values.join(', ')}`)
  }
  const facts = sql.columns.map(({ fact }) => quoteName(database.dialect, fact)).join(', ')
  await database.run(
    `CREATE TABLE many AS SELECT ${facts} FROM first, generate_series(1, ${Math.max(1, Math.round(rows / cases.length))})`,
  )
  await database.run(`CREATE TABLE single AS SELECT ${facts} FROM first LIMIT 1`)
  if (database.dialect === 'postgresql') {
    await database.run('SET max_parallel_workers_per_gather = 0')
    await database.run('VACUUM ANALYZE')
  }
}

function measureColumns(prepared: Prepared, bytes: number, loadMs: number): readonly Measured[] {
  const { generated, compiled, columns, rows, expected } = prepared
  const states = new Uint8Array(rows)
  const live = new Int32Array(rows)
  const hand = handColumns(prepared)
  const code = (): void => generated.decideColumns(columns, rows, states, [live])
  const byHand = (): void => decideByHand(hand, rows, states, live)
  const results = [
    { name: 'brightline generated, columns', run: code, times: [] as number[] },
    { name: 'written by hand, columns', run: byHand, times: [] as number[] },
  ]
  for (const { name, run } of results) {
    run()
    agree(name, expected, (row) => verdictOf(asState(states[row] ?? 0), compiled.needsPower))
  }
  for (let turn = 0; turn < 15; turn++) for (const { run, times } of results) times.push(time(run))
  return results.map(({ name, times }) => {
    const ms = median(times.slice(3))
    return {
      name,
      gives: 'verdict and all rule ids',
      microseconds: (ms * 1000) / rows,
      rowsPerSecond: rows / (ms / 1000),
      bytes,
      loadMs,
    }
  })
}

function handColumns({ generated, columns }: Prepared): Parameters<typeof decideByHand>[0] {
  const columnOf = (fact: string): Column | undefined =>
    columns[generated.columns.findIndex((type) => type.fact === fact)]
  return {
    bytes: (fact) => {
      const column = columnOf(fact)
      if (!(column instanceof Uint8Array)) throw new Error(`no bytes for ${fact}`)
      return column
    },
    numbers: (fact) => {
      const column = columnOf(fact)
      if (!(column instanceof Int32Array)) throw new Error(`no numbers for ${fact}`)
      return column
    },
  }
}

/** The diagram itself, over cells that were looked up before. */
function diagramWalk(
  { store, diagram, space, leaves, needsPower }: CompiledAct,
  cases: readonly CompleteCase[],
): (row: number) => string {
  const cells = space.variables.map((variable) =>
    Uint8Array.from(cases, (facts) => {
      const value = facts.get(variable.name)
      return value === undefined ? 255 : cellIndex(variable, value)
    }),
  )
  const names = leaves.map((leaf) => (leaf.kind === 'answer' ? verdictOf(leaf.state, needsPower) : 'impossible'))
  return (row) => {
    let at = diagram
    while (at >= 0) at = store.child(at, cells[store.level(at)]?.[row] ?? 0)
    return names[leafValue(at)] ?? ''
  }
}

function agree(name: string, expected: readonly string[], decide: (row: number) => string): void {
  for (const [row, wanted] of expected.entries()) {
    const got = decide(row)
    if (got !== wanted) throw new Error(`${name} says ${got}, not ${wanted}, for case ${row}`)
  }
}

/** Latency of one decision, over short runs, and rows a second. */
function timeSingle(decide: (row: number) => string, cases: number): Pick<Measured, 'microseconds' | 'rowsPerSecond'> {
  const times: number[] = []
  let letters = 0
  const end = performance.now() + 2000
  for (let row = 0; performance.now() < end;) {
    const ms = time(() => {
      for (let repetition = 0; repetition < 100; repetition++, row = (row + 1) % cases) letters += decide(row).length
    })
    times.push((ms * 1000) / 100)
  }
  if (letters === 0) throw new Error('nothing was decided')
  return { microseconds: percentile(times, 50), rowsPerSecond: 1e6 / (times.reduce((a, b) => a + b, 0) / times.length) }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}
