/**
 * Breaks the code on purpose, one small change at a time, and counts how many of the changes the tests notice.
 *
 * `npm run mutate` changes a sample of the lines that decide; `--all` changes every one of them, and folders may be named
 * instead: `npm run mutate -- --all packages/ledger/src/note`. The same seed takes the same sample. It ends with 1 where
 * fewer than nine in ten changes are noticed. Read the survivors: each is a missing test or code without an effect.
 * A change is put to the tests beside it only, so other tests may notice more.
 * What it needs is installed on its first run, from a lock file of its own (scripts/mutation).
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runToEnd } from './child.ts'

/** As much of a `package.json` as is read here. */
interface Manifest {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The code in which a silent fault would change an answer or a proof. */
const decisionPath = [
  'packages/engine/src/stack',
  'packages/engine/src/decide',
  'packages/engine/src/interpret',
  'packages/engine/src/calendar',
  'packages/ledger/src/merkle',
]

/** Tests of the engine that look at answers as a whole, wherever in it they are made. */
const properties = 'test/{algebra,partial-knowledge}.test.ts'

/** Lines that are taken or left together. */
const chunkLines = 12

/** A run that lasts longer than this is ended: three hours, for `--all`. */
const longestRunMs = 3 * 60 * 60 * 1000

/** The first run fetches about sixty megabytes. */
const longestInstallMs = 15 * 60 * 1000

const root = fileURLToPath(new URL('..', import.meta.url))
const tool = join(root, 'scripts/mutation')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    sample: { type: 'string', default: '0.2' },
    seed: { type: 'string', default: '2026' },
    concurrency: { type: 'string', default: '2' },
  },
})
const share = values.all ? 1 : Number(values.sample)
if (!(share > 0 && share <= 1)) {
  console.error('mutate: --sample takes a share of the lines, such as 0.2')
  process.exit(2)
}
process.exitCode = mutate(positionals.length > 0 ? positionals : decisionPath)

function mutate(folders: readonly string[]): number {
  const files = globSync(
    folders.map((folder) => (folder.endsWith('.ts') ? folder : `${folder}/**/*.ts`)),
    { cwd: root },
  ).sort()
  const ranges = files.flatMap(rangesOf)
  if (ranges.length === 0) {
    console.error(`mutate: no line of ${folders.join(', ')} is in the sample`)
    return 2
  }
  install()
  const folder = mkdtempSync(join(tmpdir(), 'brightline-mutate-'))
  const config = join(folder, 'stryker.json')
  writeFileSync(config, JSON.stringify(configFor(ranges, folder)))
  try {
    const { status, stdout, stderr } = runToEnd(join(tool, 'node_modules/.bin/stryker'), ['run', config], {
      cwd: root,
      env: { ...process.env, MUTATE: '1', MUTATE_TESTS: folders.flatMap(testsBeside).join(' ') },
      milliseconds: longestRunMs,
    })
    console.log(`${stdout}${stderr}`)
    return status ?? 3
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lists the tests of a folder or file of code: those named as it is, and the properties that every answer has. */
function testsBeside(path: string): readonly string[] {
  const [home = '', inside = ''] = path.split('/src/')
  const name = inside.replace(/(?:\/[^/]*)?\.ts$/, '').replace(/\/$/, '')
  return [`${home}/test/${name}/**/*.test.ts`, `${home}/test/${name}{,-*}.test.ts`, `${home}/${properties}`]
}

/** Fetches what breaks the code, unless it is there in the versions that are asked for. */
function install(): void {
  const { dependencies } = manifestIn(tool)
  const isThere = Object.entries(dependencies ?? {}).every(([name, version]) => {
    const folder = join(tool, 'node_modules', name)
    return existsSync(folder) && manifestIn(folder).version === version
  })
  if (isThere) return
  console.error('installing packages (once)…')
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, stderr } = runToEnd('npm', words, { cwd: tool, milliseconds: longestInstallMs })
  if (status !== 0) throw new Error(stderr)
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

/** Chooses the chunks of a file that are in the sample, at least one, as the ranges that Stryker takes. */
function rangesOf(file: string): readonly string[] {
  const path = relative(root, join(root, file))
  if (share === 1) return [path]
  const lines = readFileSync(join(root, file), 'utf8').split('\n').length
  const draws = Array.from({ length: Math.ceil(lines / chunkLines) }, (_, index) => drawOf(path, index))
  const least = Math.min(...draws)
  return draws.flatMap((draw, index) =>
    draw < share || draw === least ? [`${path}:${index * chunkLines + 1}-${(index + 1) * chunkLines}`] : [],
  )
}

/** Draws a number from 0 to 1 for a chunk, always the same for the same seed. */
function drawOf(path: string, chunk: number): number {
  return createHash('sha256').update(`${values.seed} ${path} ${chunk}`).digest().readUInt32BE() / 2 ** 32
}

/** Describes a run to Stryker. TypeScript 7 has no interface for programs, so Stryker is kept from looking for one. */
function configFor(ranges: readonly string[], folder: string): object {
  return {
    mutate: ranges,
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutate.config.ts' },
    coverageAnalysis: 'perTest',
    // What a file works out while it is loaded would be tried by every test of all.
    ignoreStatic: true,
    concurrency: Number(values.concurrency),
    // A loop without an end is a change that was noticed; the first run is slow on a busy machine.
    timeoutFactor: 2,
    dryRunTimeoutMinutes: 20,
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
    thresholds: { high: 95, low: 90, break: 90 },
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    tempDirName: join(folder, 'sandbox'),
    allowConsoleColors: false,
  }
}
