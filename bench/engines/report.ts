/** docs/benchmarks.md. */
import type { Impact } from './amendment.ts'
import type { Bulk } from './bulk.ts'
import type { Measured } from './measure-engines.ts'
import type { Size, Tangled } from './scaling.ts'

/** Everything of one run. */
export interface Run {
  readonly measured: readonly Measured[]
  readonly workers: number
  readonly impact: {
    readonly ours: Impact
    readonly inWords: Impact
    readonly solver: Impact & { readonly loadMs: number }
  }
  readonly sizes: readonly Size[]
  readonly tangles: readonly Tangled[]
  readonly bulk: readonly Bulk[]
  readonly lawMs: number
  readonly machine: string
  readonly date: string
  readonly rows: number
}

const columns = 'brightline generated, columns'

/** The page, as Markdown. */
export function writeReport(run: Run): string {
  const base = run.measured.find(({ name }) => name === columns)?.rowsPerSecond ?? Number.NaN
  const lines = run.measured.map(({ name, gives, microseconds, rowsPerSecond, bytes, loadMs }) => [
    name,
    gives,
    shown(microseconds),
    shown(rowsPerSecond),
    shown(base / rowsPerSecond),
    shown(bytes / 1e6),
    shown(loadMs),
  ])
  return `# Benchmarks

For people who choose or change an evaluator. Written by \`node bench/engines.ts\`; do not edit.

${run.date}, ${run.machine}. One run, one decision: may a sheriff in California tell immigration authorities of a release
(\`us/ca\`, \`notify-release\`, as of 2026-11-01). All engines gave the same verdict on 20,000 cases before any was timed.

The other engines got the decision simplified by hand: three outcomes for one agency, without layers, rule ids, duties or
unknown facts. casbin alone has a line a rule; as an ordered list, simplified like the rest, it was about 900 times slower than
the columns. Ours, and SQL, run the law as it is written. Compare ratios, not machines: other work on the machine slows all.

${table(['engine', 'gives', 'one decision, µs', 'rows a second', 'columns are faster, times', 'on disk, MB', 'load, ms'], lines)}

"Load" is from the law in memory to the first decision; reading and checking the whole law took ${shown(run.lawMs)} ms. For
databases it is the start of an empty server. "One decision" for columns is a row's share of ${run.rows.toLocaleString('en')} rows.

## Targets

${table(['target', 'want', 'got', ''], targets(run, base))}

${impactSection(run)}

${bulkSection(run)}

${growthSection(run)}
`
}

function impactSection({ impact: { ours, inWords, solver } }: Run): string {
  return `## Impact of an amendment

The five-year look-back for wobblers is dropped from the Trust Act, whose list the Values Act uses too.

${table(
  ['', 'answers', 'ms'],
  [
    ['brightline diagrams, from cold rules', ours.found, shown(ours.ms)],
    ['brightline compare, from cold rules', inWords.found, shown(inWords.ms)],
    [`z3-solver, loaded before in ${shown(solver.loadMs)} ms, simplified decision`, solver.found, shown(solver.ms)],
  ],
)}`
}

function bulkSection({ bulk }: Run): string {
  return `## Bulk

The detainers of the example data, repeated, read, decided (\`us/ca@2026-01-01\`) and tabulated by \`brightline simulate\`, from the
start of its process to the written report. Medians of three processes. Files over 256 MB are read by two worker threads.

${table(
  ['rows', 'file', 's', 'rows a second', 'most memory, MB'],
  bulk.map(({ rows, kind, ms, peakMegabytes }) => [
    rows.toLocaleString('en'),
    kind,
    shown(ms / 1000),
    shown((rows / ms) * 1000),
    shown(peakMegabytes),
  ]),
)}`
}

function growthSection({ sizes: all, tangles: tangled }: Run): string {
  return `## How it grows

Law shaped like real law: sections of six rules (a prohibition, two exceptions, two exceptions to those, a duty by order of a court),
each on a form, with three facts of its own and three that all share. Medians, from rules that nothing has compiled.

${table(['rules on the act', 'facts', 'nodes', 'compile, ms', 'one exception removed, ms', 'every look-back longer, ms', 'compile, µs a rule', ''], all.map(sizeLine(all)))}

Law that no diagram holds: any rule may read any of forty facts and override any other. Beyond the budget of nodes exact
analysis ends with a typed error (\`DiagramTooLarge\`), and \`compare\` tries random cases instead and says so.

${table(
  ['rules', 'budget, nodes', 'ms', 'outcome'],
  tangled.map(({ rules, budget, ms, outcome }) => [`${rules}`, budget.toLocaleString('en'), shown(ms), outcome]),
)}`
}

/** A line of the curve, with a bar for the time a rule: level bars are linear growth. */
function sizeLine(all: readonly Size[]): (size: Size) => readonly string[] {
  const perRule = ({ compileMs, rules }: Size): number => (1000 * compileMs) / rules
  const most = Math.max(...all.map(perRule))
  return (size) => [
    `${size.rules}`,
    `${size.facts}`,
    size.nodes.toLocaleString('en'),
    shown(size.compileMs),
    shown(size.oneMs),
    shown(size.allMs),
    shown(perRule(size)),
    '█'.repeat(Math.max(1, Math.round((20 * perRule(size)) / most))),
  ]
}

/** How many times more compiling costs a rule at 300 rules than at 60. */
function growth(all: readonly Size[]): number {
  const cost = (rules: number): number => {
    const found = all.find((one) => one.rules === rules)
    return found === undefined ? Number.NaN : found.compileMs / rules
  }
  return cost(300) / cost(60)
}

/** How much more memory four times as many rows take, where both are read by two workers. */
function memoryGrowth(bulk: readonly Bulk[]): number {
  const peak = (rows: number): number => bulk.find((one) => one.rows === rows)?.peakMegabytes ?? Number.NaN
  return peak(16_000_000) / peak(4_000_000)
}

function targets({ measured, workers, impact, sizes, bulk }: Run, base: number): readonly (readonly string[])[] {
  const ratio = (name: string): number | null => {
    const found = measured.find((one) => one.name.startsWith(name))
    return found === undefined ? null : base / found.rowsPerSecond
  }
  const hand = ratio('written by hand')
  const million = bulk.find(({ rows, kind }) => rows === 1_000_000 && kind === 'CSV')?.ms ?? Number.NaN
  const wanted: readonly (readonly [string, number | null, number])[] = [
    ['columns with all rule ids against code by hand', hand, 0.9],
    ['columns against OPA wasm', ratio('OPA wasm'), 150],
    ['columns against cedar-wasm', ratio('cedar'), 1000],
    ['columns against zen-engine', ratio('zen'), 1000],
    ['columns against casbin', ratio('casbin'), 1000],
    ['columns against json-rules-engine', ratio('json-rules'), 1000],
    ['two worker threads against one', workers, 1.7],
  ]
  return [
    ...wanted.map(([name, got, want]) => [
      name,
      `at least ${want}`,
      got === null ? 'not measured' : shown(got),
      got === null ? '' : got >= want ? 'holds' : 'missed',
    ]),
    under('impact of an amendment, from cold rules', 10, impact.ours.ms, 'ms'),
    under('a million CSV rows, from the start of the process', 1.5, million / 1000, 's'),
    under('memory of 16,000,000 CSV rows against 4,000,000', 1.2, memoryGrowth(bulk), 'times'),
    under('compiling 300 rules against 60, a rule', 2, growth(sizes), 'times'),
  ]
}

function under(name: string, want: number, got: number, unit: string): readonly string[] {
  return [name, `under ${want} ${unit}`, `${shown(got)} ${unit}`, got < want ? 'holds' : 'missed']
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return 'unknown'
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value === 0 ? '0' : value.toPrecision(3)
}
