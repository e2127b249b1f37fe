/**
 * Kills writers with signal 9 in the middle of their work, again and again, and checks what they promised.
 *
 *     node packages/ledger/soak/crash.ts [CYCLES]     2,000 without a number
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeAlgorithms } from '../src/algorithms.ts'
import { fromUtf8, toHex } from '../src/bytes/bytes.ts'
import { LedgerFailure, valueOf } from '../src/errors.ts'
import { fsck } from '../src/fsck/fsck.ts'
import { openSoakLog, soakOrigin } from './soak-log.ts'

/** What a soak came to. */
export interface SoakSummary {
  readonly cycles: number
  readonly kills: number
  readonly acknowledged: number
  readonly checkpoints: number
  readonly entries: number
}

/** Owned by one soak: what writers promised. */
interface Promised {
  /** Entries since the last check. */
  readonly textByIndex: Map<number, string>
  readonly rootBySize: Map<number, string>
  acknowledged: number
  kills: number
}

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

/** Runs the cycles in a folder of its own; throws at the first broken promise. */
export async function soakCrashes(
  cycles: number,
  tell: (cycle: number) => void = () => undefined,
): Promise<SoakSummary> {
  const folder = mkdtempSync(join(tmpdir(), 'brightline-soak-'))
  const promised: Promised = { textByIndex: new Map(), rootBySize: new Map(), acknowledged: 0, kills: 0 }
  try {
    for (let cycle = 0; cycle < cycles; cycle++) {
      // Every third cycle a second writer takes over while the first still writes.
      const writers = [runWriter(folder, 'a', promised, Math.random() * 60)]
      if (cycle % 3 === 0) writers.push(runWriter(folder, 'b', promised, Math.random() * 60))
      await Promise.all(writers)
      await checkPromises(folder, promised)
      tell(cycle + 1)
    }
    const entries = await checkAll(folder)
    const { kills, acknowledged, rootBySize } = promised
    return { cycles, kills, acknowledged, checkpoints: rootBySize.size, entries }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts a writer, kills it some time after it is ready, and takes down all that it said. */
async function runWriter(folder: string, name: string, promised: Promised, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [writer, folder, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'brightline-soak-cache') },
  })
  let said = ''
  let timer: NodeJS.Timeout | undefined
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    said += text
    timer ??= setTimeout(() => void (child.kill('SIGKILL') && promised.kills++), milliseconds)
  })
  await new Promise((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  // A last line without its end was cut off by the kill.
  for (const line of said.split('\n').slice(0, -1)) takeDown(line, promised)
}

function takeDown(line: string, promised: Promised): void {
  const [kind = '', number = '', text = ''] = line.split(' ')
  if (kind === 'root') rememberRoot(promised, Number(number), text)
  if (kind !== 'entry') return
  const known = promised.textByIndex.get(Number(number))
  if (known !== undefined) throw new Error(`index ${number} was promised twice`)
  promised.textByIndex.set(Number(number), text)
  promised.acknowledged += 1
}

function rememberRoot({ rootBySize }: Promised, size: number, root: string): void {
  const known = rootBySize.get(size)
  if (known !== undefined && known !== root) throw new Error(`two roots for size ${size}`)
  rootBySize.set(size, root)
}

/** Opens the log as the next writer would, publishes, and looks up every promised entry. */
async function checkPromises(folder: string, promised: Promised): Promise<void> {
  const { log, storage } = valueOf(await openSoakLog(folder))
  const { checkpoint } = valueOf(await log.publish())
  rememberRoot(promised, checkpoint.size, toHex(checkpoint.root))
  for (const [index, text] of promised.textByIndex) {
    const [entry] = valueOf(await storage.readSequenced(index, 1))
    if (entry === undefined || fromUtf8(entry) !== text) throw new Error(`acknowledged entry ${index} is lost`)
  }
  promised.textByIndex.clear()
  await log.close()
}

async function checkAll(folder: string): Promise<number> {
  const { log, storage, key } = valueOf(await openSoakLog(folder))
  const checked = {
    source: storage,
    list: () => storage.list(),
    origin: soakOrigin,
    keys: [key],
    algorithms: nodeAlgorithms,
  }
  const report = valueOf(await fsck(checked))
  await log.close()
  const [finding] = report.findings
  if (finding !== undefined) throw new LedgerFailure(finding)
  return report.entries
}

if (import.meta.main) {
  const cycles = Number(process.argv[2] ?? 2_000)
  const begun = performance.now()
  const summary = await soakCrashes(cycles, (cycle) => {
    if (cycle % 100 === 0) console.error(`${cycle} cycles, ${Math.round((performance.now() - begun) / 1000)} s`)
  })
  const { kills, acknowledged, checkpoints, entries } = summary
  console.log(`${cycles} cycles, ${kills} kills: ${acknowledged} entries acknowledged, none lost`)
  console.log(`${checkpoints} sizes published, each with one root; fsck of ${entries} entries: nothing found`)
}
