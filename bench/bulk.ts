/**
 * Bulk: rows a second on one thread and on two, a million rows of CSV end to end, and the memory that it takes.
 *
 * `node bench/bulk.ts` writes a file of a million rows made from the example data, and removes it. Ratios within one
 * run count, not the numbers: the machine may be busy.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker, isMainThread, parentPort } from 'node:worker_threads'
import { gunzipSync, gzipSync } from 'node:zlib'
import { generateAct, makeColumn, stackOf, type Column } from '@brightline/engine'
import { makePlan, readCases, readMapping, replay, stacksOf, toDocument } from '@brightline/simulate'
import { readLawFor, shippedLaw } from '../packages/cli/src/law-files.ts'

const root = new URL('..', import.meta.url)
const million = 1_000_000
const place = 'us/ca'
const asOf = '2026-01-01'

if (isMainThread) await main()
else await decideForever()

async function main(): Promise<void> {
  const one = await decideRate(1)
  const two = await decideRate(2)
  console.log(
    `decide columns        1 thread  ${rate(one)} rows/s, 2 threads ${rate(two)} rows/s, ratio ${(two / one).toFixed(2)}`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'brightline-bench-'))
  try {
    await endToEnd(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function endToEnd(folder: string): Promise<void> {
  const { library } = await readLawFor(shippedLaw, place)
  const result = readMapping(
    readFileSync(new URL('packages/simulate/importers/ice-detainers-fy2015.json', root), 'utf8'),
  )
  if (result.kind === 'problems') throw new Error('the mapping cannot be read')
  const policies = [stacksOf({ name: `${place}@${asOf}`, library, place, asOf })]
  const plan = makePlan(result.mapping, library, [], { from: null, through: null })
  if (plan.kind === 'problems') throw new Error('the mapping does not fit')
  const run = async (file: string, workers: number): Promise<number> => {
    const start = performance.now()
    const cases = await readCases(file, plan.planned.plan, { workers })
    toDocument(replay({ library, policies, planned: plan.planned, cases, acts: null }), false)
    return performance.now() - start
  }
  const files = [rowsFile(folder, million / 4), rowsFile(folder, million)]
  const memory: number[] = []
  for (const file of files) {
    await run(file, 0)
    memory.push(await peakWhile(() => run(file, 0)))
  }
  const [, file = ''] = files
  for (const workers of [0, 1, 2]) {
    const before = process.cpuUsage()
    const times = [await run(file, workers), await run(file, workers), await run(file, workers)]
    const { user, system } = process.cpuUsage(before)
    const best = Math.min(...times)
    const size = statSync(file).size
    console.log(
      `million CSV rows      ${workers} workers  ${Math.round(best)} ms end to end, ${rate((million / best) * 1000)} rows/s, ${Math.round(size / best / 1000)} MB/s, ${Math.round((user + system) / 3000)} ms of processor`,
    )
  }
  const packed = join(folder, 'rows.csv.gz')
  writeFileSync(packed, gzipSync(readFileSync(file), { level: 6 }))
  for (const workers of [0, 2])
    console.log(
      `million gzip rows     ${workers} workers  ${Math.round(Math.min(await run(packed, workers), await run(packed, workers)))} ms end to end`,
    )
  console.log(
    `peak memory           ${memory.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(' for a quarter of a million rows, ')} for a million`,
  )
}

/** The greatest resident size while something runs. */
async function peakWhile(run: () => Promise<unknown>): Promise<number> {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 5)
  await run()
  clearInterval(timer)
  return peak
}

function rowsFile(folder: string, rows: number): string {
  const [header = '', ...lines] = gunzipSync(readFileSync(new URL('examples/data/ice-detainers-fy2015.csv.gz', root)))
    .toString()
    .trimEnd()
    .split('\n')
  const file = join(folder, `${rows}.csv`)
  const parts = [header]
  for (let row = 0; row < rows; row++) parts.push(lines[row % lines.length] ?? '')
  writeFileSync(file, `${parts.join('\n')}\n`)
  return file
}

/** Rows a second of generated code, on so many threads at once. */
async function decideRate(threads: number): Promise<number> {
  const rates = await Promise.all(
    Array.from({ length: threads }, () => {
      const worker = new Worker(new URL(import.meta.url))
      return new Promise<number>((resolve, reject) => {
        worker.on('error', reject)
        worker.on('message', (message: number) => resolve(message))
      })
    }),
  )
  return rates.reduce((sum, one) => sum + one, 0)
}

async function decideForever(): Promise<void> {
  const { library } = await readLawFor(shippedLaw, place)
  const generated = generateAct(stackOf(library, place, asOf), 'hold')
  const rows = 100_000
  const columns: readonly Column[] = generated.columns.map((type, at) => {
    const column = makeColumn(type, rows)
    for (let row = 0; row < rows; row++) column[row] = (row * 2_654_435_761 + at * 97) % (type.names?.length ?? 30)
    return column
  })
  const states = new Uint8Array(rows)
  const live = Array.from({ length: Math.ceil(generated.rules.length / 32) }, () => new Int32Array(rows))
  const decide = (milliseconds: number): number => {
    const start = performance.now()
    let decided = 0
    while (performance.now() - start < milliseconds) {
      generated.decideColumns(columns, rows, states, live)
      decided += rows
    }
    return (decided / (performance.now() - start)) * 1000
  }
  decide(300)
  parentPort?.postMessage(decide(2000), [])
}

function rate(rowsPerSecond: number): string {
  return rowsPerSecond >= 1e6 ? `${(rowsPerSecond / 1e6).toFixed(1)} M` : `${Math.round(rowsPerSecond / 1000)} k`
}
