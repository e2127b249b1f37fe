/** Rows of CSV read, decided and tabulated by the command, each time in a process of its own, and the memory it takes. */
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gunzipSync } from 'node:zlib'
import { runToEnd } from '../../scripts/child.ts'
import { median } from '../measure.ts'

/** One file. */
export interface Bulk {
  readonly rows: number
  readonly kind: 'CSV' | 'gzip CSV'
  /** From the start of the process to the written report. */
  readonly ms: number
  readonly peakMegabytes: number
}

const root = join(import.meta.dirname, '../..')
const files = [
  { rows: 250_000, kind: 'CSV' },
  { rows: 1_000_000, kind: 'CSV' },
  { rows: 4_000_000, kind: 'CSV' },
  { rows: 16_000_000, kind: 'CSV' },
  { rows: 1_000_000, kind: 'gzip CSV' },
] as const

/** Makes each file from the example data, runs the command on it three times, and takes the medians. */
export async function measureBulk(): Promise<readonly Bulk[]> {
  const folder = mkdtempSync(join(tmpdir(), 'brightline-bench-'))
  try {
    const measured: Bulk[] = []
    for (const { rows, kind } of files) {
      const file = join(folder, kind === 'CSV' ? 'rows.csv' : 'rows.csv.gz')
      await writeRows(file, rows, kind)
      const runs = [0, 1, 2].map(() => runCommand(file, join(folder, 'report.json'), rows))
      measured.push({
        rows,
        kind,
        ms: median(runs.map(({ ms }) => ms)),
        peakMegabytes: median(runs.map(({ peakMegabytes }) => peakMegabytes)),
      })
    }
    return measured
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Told by the command as it ends. The usage that the system keeps of a process begins with the size of the one that
 * started it; the peak of its own memory does not.
 */
const tell = `import { existsSync, readFileSync } from 'node:fs'
const status = '/proc/self/status'
process.on('exit', () => {
  const own = existsSync(status) ? /VmHWM:\\s*(\\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  process.stderr.write('peak ' + (own ?? process.resourceUsage().maxRSS))
})`

function runCommand(file: string, out: string, rows: number): Pick<Bulk, 'ms' | 'peakMegabytes'> {
  const command = join(root, 'packages/cli/bin/brightline.js')
  const flags = ['--data', file, '--mapping', 'ice-detainers-fy2015', '--format', 'json', '--out', out]
  const start = performance.now()
  const { status, stderr } = runToEnd(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, command, 'simulate', 'us/ca@2026-01-01', ...flags],
    { milliseconds: 600_000 },
  )
  const ms = performance.now() - start
  const report: unknown = JSON.parse(readFileSync(out, 'utf8'))
  const read = JSON.stringify(report).includes(`"rowsRead":${rows},`)
  if (status !== 0 || !read) throw new Error(`the command did not read ${rows} rows: ${stderr}`)
  return { ms, peakMegabytes: Number(/peak (\d+)$/.exec(stderr)?.[1]) / 1024 }
}

async function writeRows(file: string, rows: number, kind: Bulk['kind']): Promise<void> {
  const packed = readFileSync(join(root, 'examples/data/ice-detainers-fy2015.csv.gz'))
  const [header = '', ...lines] = gunzipSync(packed).toString().trimEnd().split('\n')
  function* text(): Iterable<string> {
    yield `${header}\n`
    for (let at = 0; at < rows; at += lines.length) yield `${lines.slice(0, rows - at).join('\n')}\n`
  }
  const out = createWriteStream(file)
  if (kind === 'CSV') await pipeline(Readable.from(text()), out)
  else await pipeline(Readable.from(text()), createGzip({ level: 6 }), out)
}
