/** `brightline log append`: entries from standard input into a log, for desks without the server. */
import { join } from 'node:path'
import {
  standardAlgorithms,
  openFileStorage,
  openLog,
  parseEntry,
  realDisk,
  watchSerials,
  witnessClient,
} from '@brightline/ledger'
import type { Checkpoint, Log, LogStorage, NoteSigner, Policy, Published, RandomBytes } from '@brightline/ledger'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { machineClock, type Clock } from './clock.ts'
import { openNamed } from './checkpoint.ts'
import { readEntryLine, type EntryLine } from './entry-lines.ts'
import { policyName, refuseNoLog } from './place.ts'
import { orRefuse, refusalLine } from './refusal.ts'
import { readSecrets, systemRandom } from './secret.ts'
import { readSmallFile } from './small-file.ts'
import { readTrustFile } from './trust.ts'

/** How to publish. */
export interface AppendFlags {
  readonly policy?: string
  readonly seen?: string
  readonly timeout: string
}

/** What the outside world gives. */
export interface AppendWorld {
  readonly input: AsyncIterable<Uint8Array | string>
  readonly random: RandomBytes
  readonly now: Clock
}

const world: AppendWorld = { input: process.stdin, random: systemRandom, now: machineClock }

/** Appends all lines or none, publishes, and asks the witnesses. Returns 1 where the quorum is missed. */
export async function append(
  folder: string,
  flags: AppendFlags,
  { input, random, now }: AppendWorld = world,
): Promise<number> {
  refuseNoLog(folder)
  const timeoutMilliseconds = Number(flags.timeout) * 1000
  if (!(timeoutMilliseconds > 0 && timeoutMilliseconds <= 600_000)) {
    throw new UsageError('--timeout is a number of seconds, at most 600')
  }
  const policy = readTrustFile(flags.policy ?? join(folder, policyName))
  const signers = await readSecrets(folder)
  const seen =
    flags.seen === undefined ? undefined : await openNamed(flags.seen, readSmallFile(flags.seen, 'checkpoint'), policy)
  const lines = await readLines(input, random)
  if (lines === undefined) return exitCode.findings
  const { log, storage } = await open(folder, policy, signers, seen, timeoutMilliseconds, now)
  try {
    const problem = await serialProblem(storage, lines)
    if (problem !== undefined) {
      tell(`brightline: ${problem}; nothing was appended`)
      return exitCode.findings
    }
    return await write(log, storage, lines, policy)
  } finally {
    await log.close()
  }
}

async function open(
  folder: string,
  policy: Policy,
  signers: readonly NoteSigner[],
  seen: Checkpoint | undefined,
  timeoutMilliseconds: number,
  now: Clock,
): Promise<{ readonly log: Log; readonly storage: LogStorage }> {
  const origin = signers[0]?.key.name ?? ''
  const formerKeys = policy.logs.map(({ key }) => key).filter(({ name }) => name === origin)
  const witness = witnessClient({ policy, algorithms: standardAlgorithms, timeoutMilliseconds })
  const hasWitnesses = policy.witnesses.some(({ url }) => url !== undefined)
  const storage = orRefuse(await openFileStorage(realDisk(folder)))
  const opened = await openLog({
    storage,
    origin,
    signers,
    formerKeys,
    algorithms: standardAlgorithms,
    now,
    ...(hasWitnesses ? { witness } : {}),
    ...(seen === undefined ? {} : { seen }),
  })
  if (!opened.ok) await storage.close()
  return { log: orRefuse(opened), storage }
}

async function write(log: Log, storage: LogStorage, lines: readonly EntryLine[], policy: Policy): Promise<number> {
  // One batch of the journal, however many there are: a crash or a full disk leaves all of them or none.
  const first = orRefuse(await storage.sequence(lines.map(({ bytes }) => bytes)))
  for (const [at, { entry }] of lines.entries()) {
    print(JSON.stringify({ index: first + at, place: entry.place, serial: entry.serial }))
  }
  const published = orRefuse(await log.publish())
  for (const problem of published.problems) tell(refusalLine(problem))
  const isMissing = policy.quorum.kind !== 'none' && !published.witnessed
  tell(`${count(lines.length)} appended; checkpoint of size ${published.checkpoint.size}${flagOf(published, policy)}`)
  return isMissing ? exitCode.findings : exitCode.fine
}

function flagOf({ witnessed }: Published, { quorum }: Policy): string {
  if (quorum.kind === 'none') return ', no witnesses asked for'
  return witnessed ? ', witnessed' : ', UNWITNESSED: run the command again without entries to ask again'
}

function count(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`
}

/** Every line, or undefined once the faults are told. Lines are never repeated: what stands in them may be personal. */
async function readLines(
  input: AsyncIterable<Uint8Array | string>,
  random: RandomBytes,
): Promise<readonly EntryLine[] | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    for await (const part of input) text += typeof part === 'string' ? part : decoder.decode(part, { stream: true })
    text += decoder.decode()
  } catch {
    throw new UsageError('standard input is not UTF-8')
  }
  const lines: EntryLine[] = []
  let faults = 0
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = readEntryLine(line, random)
    if (read.ok) lines.push(read.value)
    else if (faults++ < 10) tell(`brightline: line ${at + 1}: ${refusalLine(read.problems[0])}`)
  }
  if (faults > 0) tell('nothing was appended')
  return faults > 0 ? undefined : lines
}

/** Serials of a desk leave no gap; a log cannot be mended afterwards. */
async function serialProblem(storage: LogStorage, lines: readonly EntryLine[]): Promise<string | undefined> {
  const watch = watchSerials()
  const size = orRefuse(await storage.sequencedSize())
  for (let from = 0; from < size;) {
    const some = orRefuse(await storage.readSequenced(from, 4_096))
    if (some.length === 0) break
    for (const [at, bytes] of some.entries()) {
      const entry = parseEntry(bytes)
      if (entry.ok) watch.next(from + at, entry.value)
    }
    from += some.length
  }
  for (const [at, { entry }] of lines.entries()) {
    const problem = watch.next(size + at, entry)
    if (problem !== undefined) return refusalLine(problem)
  }
  return undefined
}
