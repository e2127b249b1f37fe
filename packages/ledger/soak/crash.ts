/**
 * Kills writers with signal 9 in the middle of their work, again and again, and checks what they promised.
 *
 *     node packages/ledger/soak/crash.ts [CYCLES] [files|postgres]     2,000 to files without more
 *
 * A database is killed as well, with all its connections, every tenth cycle.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fromUtf8 } from '../src/bytes/bytes.ts'
import { LedgerFailure, valueOf } from '../src/problem/problem.ts'
import { startChild, waitForEnd } from '../../../scripts/child.ts'
import { fsck } from '../src/fsck/fsck.ts'
import { startDatabase } from '../test/database.ts'
import { entriesByHand, rootsByHand } from './by-hand.ts'
import type { SoakLog } from './soak-log.ts'
import { isDatabase, openSoakLog, soakOrigin } from './soak-log.ts'

/** The kind of place where the log of a soak lies. */
export type SoakKind = 'files' | 'postgres'

/** The outcome of a soak. */
export interface SoakSummary {
  readonly cycles: number
  readonly kills: number
  readonly acknowledged: number
  readonly checkpoints: number
  readonly entries: number
}

/** Owned by one soak: what writers promised. */
interface Promised {
  readonly textByIndex: Map<number, string>
  readonly rootBySize: Map<number, string>
  /** Promises up to here were looked up once. */
  checked: number
  kills: number
}

/** A writer is killed long before; one that hangs ends the soak. */
const longestRun = 60_000

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

/** Runs the cycles at a place of its own; throws at the first broken promise. */
export async function soakCrashes(
  kind: SoakKind,
  cycles: number,
  tell: (cycle: number) => void = () => undefined,
): Promise<SoakSummary> {
  const { place, remove } = kind === 'files' ? newFolder() : await newDatabase()
  const promised: Promised = { textByIndex: new Map(), rootBySize: new Map(), checked: 0, kills: 0 }
  try {
    for (let cycle = 0; cycle < cycles; cycle++) {
      const work = [runWriter(place, 'a', promised, Math.random() * 60)]
      // Every third cycle a second writer takes over while the first still writes.
      if (cycle % 3 === 0) work.push(runWriter(place, 'b', promised, Math.random() * 60))
      if (cycle % 10 === 5 && isDatabase(place)) work.push(killDatabase(place))
      await Promise.all(work)
      await checkPromises(place, promised)
      tell(cycle + 1)
    }
    const entries = await checkAll(place, promised)
    const { kills, textByIndex, rootBySize } = promised
    return { cycles, kills, acknowledged: textByIndex.size, checkpoints: rootBySize.size, entries }
  } finally {
    await remove()
  }
}

interface Place {
  readonly place: string
  readonly remove: () => Promise<void>
}

function newFolder(): Place {
  const place = mkdtempSync(join(tmpdir(), 'brightline-soak-'))
  return { place, remove: async () => rmSync(place, { recursive: true, force: true }) }
}

async function newDatabase(): Promise<Place> {
  const { pool, stop } = await startDatabase()
  const { user, password, port } = pool.options
  return { place: `postgres://${user}:${String(password)}@127.0.0.1:${port}/postgres`, remove: stop }
}

/** Starts a writer, kills it some time after it is ready, and takes down all that it said. */
async function runWriter(place: string, name: string, promised: Promised, milliseconds: number): Promise<void> {
  const child = startChild(process.execPath, [writer, place, name], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'brightline-soak-cache') },
  })
  let said = ''
  let timer: NodeJS.Timeout | undefined
  child.process.stdout?.setEncoding('utf8')
  child.process.stdout?.on('data', (text: string) => {
    said += text
    timer ??= setTimeout(() => void (child.process.kill('SIGKILL') && promised.kills++), milliseconds)
  })
  const code = await waitForEnd(child, longestRun)
  clearTimeout(timer)
  if (code !== null && code !== 0) throw new Error(`a writer failed with exit code ${code}: ${child.said()}`)
  // A last line without its end was cut off by the kill.
  for (const line of said.split('\n').slice(0, -1)) takeDown(line, promised)
}

/** Kills the process behind one connection; the server then ends all others and recovers. */
async function killDatabase(place: string): Promise<void> {
  await wait(300 + Math.random() * 60)
  const client = new pg.Client(place)
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
  await client.end().catch(() => undefined)
}

function takeDown(line: string, promised: Promised): void {
  const [kind = '', number = '', text = ''] = line.split(' ')
  if (kind === 'root') rememberRoot(promised, Number(number), text)
  if (kind !== 'entry') return
  if (promised.textByIndex.has(Number(number))) throw new Error(`index ${number} was promised twice`)
  promised.textByIndex.set(Number(number), text)
}

function rememberRoot({ rootBySize }: Promised, size: number, root: string): void {
  const known = rootBySize.get(size)
  if (known !== undefined && known !== root) throw new Error(`two roots for size ${size}`)
  rootBySize.set(size, root)
}

/** Opens the log as the next writer would, publishes, and looks up every entry promised since the last time. */
async function checkPromises(place: string, promised: Promised): Promise<void> {
  const { log, storage, close } = await openRecovered(place)
  const { checkpoint } = valueOf(await log.publish())
  rememberRoot(promised, checkpoint.size, bytesToHex(checkpoint.root))
  for (const [index, text] of [...promised.textByIndex].slice(promised.checked)) {
    const [entry] = valueOf(await storage.readSequenced(index, 1))
    if (entry === undefined || fromUtf8(entry) !== text) throw new Error(`acknowledged entry ${index} is lost`)
  }
  promised.checked = promised.textByIndex.size
  await close()
}

/** A server that was killed takes a while to recover; a folder opens at once. */
async function openRecovered(place: string): Promise<SoakLog> {
  for (let attempts = isDatabase(place) ? 100 : 1; ; attempts--) {
    const opened = await openSoakLog(place)
    if (opened.ok || attempts === 1) return valueOf(opened)
    await wait(100)
  }
}

/** All promises at the end: by fsck, and by hand. */
async function checkAll(place: string, { textByIndex, rootBySize }: Promised): Promise<number> {
  const { storage, key, close } = await openRecovered(place)
  const checked = {
    source: storage,
    list: () => storage.list(),
    origin: soakOrigin,
    keys: [key],
    anyEntries: true,
  }
  const { findings, size } = valueOf(await fsck(checked))
  await close()
  if (findings[0] !== undefined) throw new LedgerFailure({ ok: false, problems: [findings[0]] })
  const entries = await entriesByHand(place, size)
  for (const [index, text] of textByIndex) {
    if (entries[index]?.toString() !== text) throw new Error(`acknowledged entry ${index} is not in its bundle`)
  }
  const roots = rootsByHand(entries)
  for (const [older, root] of rootBySize) {
    if (older > 0 && roots[older - 1] !== root) throw new Error(`the root of size ${older} is not that of its entries`)
  }
  return size
}

if (import.meta.main) {
  const cycles = Number(process.argv[2] ?? 2_000)
  const kind = process.argv[3] === 'postgres' ? 'postgres' : 'files'
  const begun = performance.now()
  const summary = await soakCrashes(kind, cycles, (cycle) => {
    if (cycle % 100 === 0) console.error(`${cycle} cycles, ${Math.round((performance.now() - begun) / 1000)} s`)
  })
  const { kills, acknowledged, checkpoints, entries } = summary
  console.log(`${kind}: ${cycles} cycles, ${kills} kills: ${acknowledged} entries acknowledged, none lost`)
  console.log(`${checkpoints} sizes published, each with the one root of its entries, counted again by hand`)
  console.log(`fsck of ${entries} entries: nothing found`)
}
