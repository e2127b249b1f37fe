/** Loads a desk, and prints one table. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startBenchDesk, type BenchDesk } from '../desk/bench-desk.ts'
import { decideHere, decideOver, insertPlainly, openReady } from '../desk/decide.ts'
import { fillDesk, measureAnswer, measurePages } from '../desk/pages.ts'
import { startDeskServer } from '../desk/server.ts'
import { atLeast, median, printTable, report, type Line } from '../measure.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    forms: { type: 'string', default: '1600' },
    seconds: { type: 'string', default: '15' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: 'decisions,http,answer,pages' },
  },
})
const parts = new Set(values.only.split(','))
const cases = Number(values.cases)
const forms = Number(values.forms)
const seconds = Number(values.seconds)
const runs = Number(values.runs)
const [desks, callers, actsEach] = [8, 16, 2] as const
const lines: Line[] = []
const folder = mkdtempSync(join(tmpdir(), 'brightline-load-'))
// The database runs as a user of its own where this runs as root.
chmodSync(folder, 0o755)
const load = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')
const begun = load()
const desk = await startBenchDesk(join(folder, 'desk'), desks)
try {
  await measure(desk)
} finally {
  await desk.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(printTable(lines))
console.log(`load average at the start ${begun}, at the end ${load()}`)

async function measure(desk: BenchDesk): Promise<void> {
  if (cases > 0) await fillDesk(desk, cases)
  if (parts.has('decisions')) await measureDecisions(desk)
  const server = await startDeskServer(desk, join(folder, 'server'))
  try {
    if (parts.has('http')) await measureHttp(desk, server.address)
    if (parts.has('answer')) lines.push(...(await measureAnswer(desk, server.address, seconds)))
    if (parts.has('pages')) lines.push(...(await measurePages(desk, server.address, seconds)))
  } finally {
    await server.stop()
  }
}

/** The quietest of several runs counts; the ratio is that of runs that followed each other. */
async function measureDecisions(desk: BenchDesk): Promise<void> {
  const made: { readonly real: number; readonly plain: number; readonly processor: number }[] = []
  for (let run = 0; run < runs; run += 1) {
    const ready = await openReady(desk, forms / desks, 200_000 + run * 10_000)
    // A server that runs counts its tables by itself within a minute; until then it looks through them row by row.
    await desk.superuser.query('analyze')
    const before = process.cpuUsage()
    const real = (await decideHere(desk, ready, callers)) * actsEach
    const { user, system } = process.cpuUsage(before)
    const processor = (user + system) / 1000 / ready.length
    const plain = (await insertPlainly(desk, forms, callers)) * actsEach
    made.push({ real, plain, processor })
  }
  const one = await openReady(desk, forms / desks, 300_000)
  const single = await decideHere(
    desk,
    one.filter(({ at }) => at === desk.clerks[0]),
    callers,
  )
  lines.push(
    atLeast('decisions with log entries and duties, durable', Math.max(...made.map(({ real }) => real)), '/s', 500),
    report('the same, of the median run', median(made.map(({ real }) => real)), '/s'),
    report('the same, all at one desk', single * actsEach, '/s'),
    report('plain inserts of the same rows', Math.max(...made.map(({ plain }) => plain)), '/s'),
    report('processor time of the server a form', Math.min(...made.map(({ processor }) => processor)), 'ms'),
    report('decisions to plain inserts', median(made.map(({ real, plain }) => real / plain)), 'times'),
  )
}

async function measureHttp(desk: BenchDesk, address: string): Promise<void> {
  const made: number[] = []
  for (let run = 0; run < runs; run += 1)
    made.push(
      (await decideOver(address, await openReady(desk, forms / desks, 400_000 + run * 10_000), callers)) * actsEach,
    )
  lines.push(report('decisions over HTTP, published meanwhile', Math.max(...made), '/s'))
  lines.push(report('the same, of the median run', median(made), '/s'))
}
