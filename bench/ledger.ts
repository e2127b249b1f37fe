/**
 * The ledger, measured on this machine in one run.
 *
 *     node bench/ledger.ts [ENTRIES]     a million for fsck without a number
 */
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readUnsignedCheckpoint } from '../packages/ledger/src/checkpoint/unsigned.ts'
import { commit, newCaseKey } from '../packages/ledger/src/entry/commitment.ts'
import type { DecisionEntry } from '../packages/ledger/src/entry/entry.ts'
import { printEntry } from '../packages/ledger/src/entry/entry.ts'
import { realDisk } from '../packages/ledger/src/files/disk.ts'
import { openFileStorage } from '../packages/ledger/src/files/file-storage.ts'
import { folderSource } from '../packages/ledger/src/files/folder-source.ts'
import type { Log } from '../packages/ledger/src/log/log.ts'
import { openLog } from '../packages/ledger/src/log/log.ts'
import type { LogStorage } from '../packages/ledger/src/log/storage.ts'
import { leafHash } from '../packages/ledger/src/merkle/hash.ts'
import { verifyInclusion } from '../packages/ledger/src/merkle/proof.ts'
import { printVerifierKey } from '../packages/ledger/src/note/key.ts'
import { enqueue } from '../packages/ledger/src/postgres/enqueue.ts'
import { openPostgresStorage } from '../packages/ledger/src/postgres/postgres-storage.ts'
import { valueOf } from '../packages/ledger/src/problem/problem.ts'
import { proveIndex } from '../packages/ledger/src/proof/prove.ts'
import { standardAlgorithms } from '../packages/ledger/src/signature/algorithms.ts'
import type { NoteSigner } from '../packages/ledger/src/signature/signature.ts'
import { newSigner } from '../packages/ledger/src/signature/signature.ts'
import { runToEnd } from '../scripts/child.ts'
import { startDatabase } from '../packages/ledger/test/database.ts'
import { installedBrowser } from '../packages/ledger/verify/browser.ts'
import { measureInclusion, sampleProof } from '../packages/ledger/verify/measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'brightline-bench-'))
const origin = 'bench.example'
const signer = await makeSigner()
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
const letters = 'abcdefghijklmnop'
const decisions = Array.from({ length: 1_000 }, decisionOf)
const sample = decisions.map((decision, at) => valueOf(printEntry({ ...decision, serial: at + 1 })))

try {
  const fsyncs = rate(300, (count) => fsyncEach(count))
  const files = await appendRate(valueOf(await openFileStorage(realDisk(join(folder, 'log')))), 20_000, false)
  const desks = await appendRate(valueOf(await openFileStorage(realDisk(join(folder, 'desks')))), 20_000, true)
  row('files: an fsync per entry', `${fsyncs.toFixed(0)} entries/s`)
  row(
    'files: durable appends, 256 at a time, published',
    `${files.toFixed(0)} entries/s`,
    `${(files / fsyncs).toFixed(1)} times`,
  )
  row(
    'files: the same, with the serials of a desk',
    `${desks.toFixed(0)} entries/s`,
    `${(desks / fsyncs).toFixed(1)} times`,
  )
  await benchDatabase()
  await benchProofs(join(folder, 'log'))
  await benchBrowser()
  await benchFsck(Number(process.argv[2] ?? 1_000_000))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function appendRate(storage: LogStorage, count: number, isOfDesks: boolean): Promise<number> {
  const log = await logOn(storage, !isOfDesks)
  const begun = performance.now()
  await appendAll(log, isOfDesks ? decisions : sample, count, 256)
  valueOf(await log.publish())
  const seconds = (performance.now() - begun) / 1_000
  await log.close()
  return count / seconds
}

/** As many callers as given, each waiting for its index before the next entry; a publish every 4,096 entries. */
async function appendAll(
  log: Log,
  entries: readonly Parameters<Log['append']>[0][],
  count: number,
  callers: number,
): Promise<void> {
  let next = 0
  const caller = async (): Promise<void> => {
    while (next < count) {
      const at = next++
      valueOf(await log.append(entries[at % entries.length] ?? new Uint8Array(0)))
      if (at % 4_096 === 4_095) valueOf(await log.publish())
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
}

async function benchDatabase(): Promise<void> {
  const { pool, stop } = await startDatabase()
  try {
    await pool.query('create table plain (id bigint generated always as identity primary key, entry bytea not null)')
    const storage = valueOf(await openPostgresStorage(pool, 'bench'))
    const plain = await commits(
      pool,
      16,
      3_000,
      async (client) => void (await client.query('insert into plain (entry) values ($1)', [sample[0]])),
    )
    const begun = performance.now()
    const logged = await commits(
      pool,
      16,
      3_000,
      // Each caller is a desk of its own.
      async (client, desk, serial) =>
        void valueOf(await enqueue(client, 'bench', { ...decisionOf(), place: `us/ca/desk-${letters[desk]}`, serial })),
    )
    const log = await logOn(storage)
    valueOf(await log.publish())
    const all = 3_000 / ((performance.now() - begun) / 1_000)
    row('PostgreSQL: a plain insert, a transaction each, 16 callers', `${plain.toFixed(0)} rows/s`)
    row(
      'PostgreSQL: an entry in the transaction of the caller',
      `${logged.toFixed(0)} entries/s`,
      `${(logged / plain).toFixed(2)} times`,
    )
    row(
      'PostgreSQL: the same, sequenced, integrated, published',
      `${all.toFixed(0)} entries/s`,
      `${(all / plain).toFixed(2)} times`,
    )
    await log.close()
    await benchBatches(pool, plain)
  } finally {
    await stop()
  }
}

/** Measures appends that wait for the disk together, beside plain inserts a second. */
async function benchBatches(pool: Pool, plain: number): Promise<void> {
  const batched = await appendRate(valueOf(await openPostgresStorage(pool, 'batched')), 10_000, false)
  const kept = await appendRate(valueOf(await openPostgresStorage(pool, 'kept')), 10_000, true)
  row(
    'PostgreSQL: durable appends, 256 at a time, published',
    `${batched.toFixed(0)} entries/s`,
    `${(batched / plain).toFixed(2)} times`,
  )
  row(
    'PostgreSQL: the same, with the serials of a desk',
    `${kept.toFixed(0)} entries/s`,
    `${(kept / plain).toFixed(2)} times`,
  )
}

/** Measures transactions a second. */
async function commits(
  pool: Pool,
  callers: number,
  count: number,
  work: (client: Client, caller: number, nth: number) => Promise<void>,
): Promise<number> {
  const begun = performance.now()
  let next = 0
  const caller = async (_: unknown, which: number): Promise<void> => {
    const client = await pool.connect()
    for (let nth = 1; next++ < count; nth++) {
      await client.query('begin')
      await work(client, which, nth)
      await client.query('commit')
    }
    client.release()
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return count / ((performance.now() - begun) / 1_000)
}

type Pool = Awaited<ReturnType<typeof startDatabase>>['pool']

type Client = Parameters<typeof enqueue>[0]

async function benchProofs(path: string): Promise<void> {
  const source = folderSource(realDisk(path))
  const proof = valueOf(await proveIndex(source, 12_345))
  const { size, root } = valueOf(readUnsignedCheckpoint(proof.checkpoint))
  const leaf = leafHash(sample[12_345 % sample.length] ?? new Uint8Array(0))
  const each =
    1_000 /
    rate(5_000, (count) => {
      for (let at = 0; at < count; at++) valueOf(verifyInclusion({ index: 12_345, size, leaf, root }, proof.path))
    })
  row('inclusion proof of a log of 20,000: check', `${each.toFixed(3)} ms`)
}

async function benchBrowser(): Promise<void> {
  const browser = installedBrowser()
  if (browser === undefined) return row('inclusion proof in a browser', 'no browser here')
  const { median, first } = await measureInclusion(await sampleProof(1_000_000), browser)
  row('inclusion proof of 1,000,000: check in a browser', `${median.toFixed(3)} ms`, `${first.toFixed(1)} ms the first`)
}

/** Fsck of a tenth and of all: its memory does not grow with the log. */
async function benchFsck(count: number): Promise<void> {
  const path = join(folder, 'large')
  const log = await logOn(valueOf(await openFileStorage(realDisk(path))), true)
  const begun = performance.now()
  await fill(log, 0, Math.floor(count / 10))
  const seconds = (performance.now() - begun) / 1_000
  fsckOnce(path, Math.floor(count / 10))
  const begunAgain = performance.now()
  await fill(log, Math.floor(count / 10), count)
  const all = seconds + (performance.now() - begunAgain) / 1_000
  row(`files: ${count} entries in bulk, published every 16,384`, `${(count / all).toFixed(0)} entries/s`)
  fsckOnce(path, count)
  await log.close()
}

async function fill(log: Log, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 16_384) {
    const some = Array.from({ length: Math.min(16_384, to - at) }, (_, more) => sample[(at + more) % sample.length])
    await Promise.all(some.map(async (entry) => valueOf(await log.append(entry ?? new Uint8Array(0)))))
    valueOf(await log.publish())
  }
}

function fsckOnce(path: string, count: number): void {
  const program = fileURLToPath(new URL('ledger-fsck.ts', import.meta.url))
  const words = [program, path, printVerifierKey(signer.key), 'any']
  const { status, stdout, stderr } = runToEnd(process.execPath, words, { milliseconds: 3_600_000 })
  if (status !== 0) throw new Error(`fsck ended with ${status}: ${stderr}`)
  const { entries, findings, seconds, megabytes } = JSON.parse(stdout)
  if (findings > 0 || entries !== count) throw new Error('fsck found something')
  row(`fsck of ${count} entries`, `${seconds.toFixed(1)} s`, `${megabytes.toFixed(0)} MB at most`)
}

function fsyncEach(count: number): void {
  mkdirSync(join(folder, 'each'))
  const file = openSync(join(folder, 'each', 'file'), 'a')
  for (let at = 0; at < count; at++) {
    writeSync(file, sample[at % sample.length] ?? new Uint8Array(0))
    fsyncSync(file)
  }
  closeSync(file)
}

function rate(count: number, work: (count: number) => void): number {
  const begun = performance.now()
  work(count)
  return count / ((performance.now() - begun) / 1_000)
}

async function logOn(storage: LogStorage, anyEntries = false): Promise<Log> {
  const now = (): number => Math.floor(Date.now() / 1_000)
  return valueOf(await openLog({ storage, origin, signers: [signer], now, anyEntries }))
}

async function makeSigner(): Promise<NoteSigner> {
  const made = await newSigner(origin, 'ed25519', new Uint8Array(randomBytes(32)), standardAlgorithms)
  if (made === undefined) throw new Error('no Ed25519')
  return made.signer
}

function decisionOf(): Omit<DecisionEntry, 'serial'> {
  const commitment = valueOf(commit(newCaseKey(random), { request: 'detainer' }))
  const common = { place: 'us/ca/springfield', day: '2026-03-02', nonce: random(16) }
  return { kind: 'decision', ...common, policy: random(32), rules: ['a.b', 'c.d'], verdict: 'decline', commitment }
}

function row(what: string, value: string, beside = ''): void {
  console.log(`| ${what.padEnd(62)} | ${value.padStart(18)} | ${beside.padStart(24)} |`)
}
