/** A log in a folder with its keys and its trust policy: what a desk without a server keeps. */
import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { realDisk } from '../files/disk.ts'
import { openFileStorage } from '../files/file-storage.ts'
import { readKeyFolder } from '../files/key-file.ts'
import { readSmallFile } from '../files/small-file.ts'
import { readTrustFile } from '../files/trust-file.ts'
import type { Log } from '../log/log.ts'
import { openLog } from '../log/log.ts'
import { printVerifierKey } from '../note/key.ts'
import type { Policy } from '../policy/policy.ts'
import { openTrusted } from '../policy/shown-checkpoint.ts'
import { fail, failIn, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import type { NoteSigner } from '../signature/signature.ts'
import { machineClock } from './machine.ts'
import { witnessClient } from '../witness/client.ts'

/** The trust policy that a log or a copy keeps beside its files. */
export const policyName = 'log.policy'

/** The folder that no web server may show. */
const privateFolder = '.state'

/** Names the folder of a log's secret keys. */
export function keyFolder(folder: string): string {
  return join(folder, privateFolder, 'keys')
}

/** Options of a log in a folder that is opened. */
export interface LogFolderOptions {
  /** Seconds since 1970; the clock of the machine unless given. */
  readonly now?: () => number
  /** The file of another policy than the one in the folder. */
  readonly policyFile?: string
  /** The file of a checkpoint kept elsewhere; a log that does not hold it is refused as rolled back or forked. */
  readonly seenFile?: string
  /** The longest wait for the witnesses. */
  readonly timeoutMilliseconds?: number
  readonly anyEntries?: boolean
}

/** An open log with the policy that it is published under. */
export interface LogFolder {
  readonly log: Log
  readonly policy: Policy
  readonly origin: string
}

/**
 * Opens a log in a folder as its writer, with every key in it; the witnesses of its policy are asked.
 *
 * @example
 * const { log } = valueOf(await openLogFolder('log'))
 */
export async function openLogFolder(folder: string, options: LogFolderOptions = {}): Promise<Result<LogFolder>> {
  const writer = await readWriter(folder, options)
  return writer.ok ? await openWith(folder, writer.value, options) : writer
}

/** The keys that sign a log, the policy that lists them, and what was seen of the log. */
interface Writer {
  readonly policy: Policy
  readonly signers: readonly NoteSigner[]
  readonly seen: Checkpoint | undefined
}

/** Checks whether a log could be opened here, before anybody is asked for entries. */
export async function checkWriter(folder: string, options: LogFolderOptions = {}): Promise<Result<true>> {
  const writer = await readWriter(folder, options)
  return writer.ok ? succeed(true) : writer
}

async function readWriter(
  folder: string,
  { policyFile = join(folder, policyName), seenFile }: LogFolderOptions,
): Promise<Result<Writer>> {
  const there = await checkLogFolder(folder)
  if (!there.ok) return there
  const policy = await readTrustFile(policyFile)
  if (!policy.ok) return policy
  const signers = await readKeyFolder(keyFolder(folder))
  if (!signers.ok) return signers
  const listed = checkListed(policy.value, signers.value)
  if (!listed.ok) return failIn(listed, policyFile)
  const seen = seenFile === undefined ? succeed(undefined) : await readSeen(seenFile, policy.value)
  return seen.ok ? succeed({ policy: policy.value, signers: signers.value, seen: seen.value }) : seen
}

async function openWith(
  folder: string,
  { policy, signers, seen }: Writer,
  { now = machineClock, timeoutMilliseconds, anyEntries = false }: LogFolderOptions,
): Promise<Result<LogFolder>> {
  const origin = signers[0]?.key.name ?? ''
  const formerKeys = policy.logs.map(({ key }) => key).filter(({ name }) => name === origin)
  const patience = timeoutMilliseconds === undefined ? {} : { timeoutMilliseconds }
  const witness = witnessClient({ policy, algorithms: standardAlgorithms, ...patience })
  const hasWitnesses = policy.witnesses.some(({ url }) => url !== undefined)
  const storage = await openFileStorage(realDisk(folder))
  if (!storage.ok) return storage
  const log = await openLog({
    storage: storage.value,
    origin,
    signers,
    formerKeys,
    now,
    anyEntries,
    ...(hasWitnesses ? { witness } : {}),
    ...(seen === undefined ? {} : { seen }),
  })
  if (log.ok) return succeed({ log: log.value, policy, origin })
  await storage.value.close()
  return log
}

/** Checks that there is a log in a folder. */
export async function checkLogFolder(folder: string): Promise<Result<true>> {
  const stats = await statOf(folder)
  if (stats === undefined) return fail('LOG-1010', {}, inFile(folder))
  if (!stats.isDirectory()) return fail('LOG-1011', {}, inFile(folder))
  for (const name of ['checkpoint', 'tile', privateFolder]) {
    if ((await statOf(join(folder, name))) !== undefined) return succeed(true)
  }
  return fail('LOG-1007', {}, inFile(folder))
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch {
    return undefined
  }
}

/** Every key that signs must be one that readers of the policy trust; otherwise nobody could verify what it signs. */
function checkListed(policy: Policy, signers: readonly NoteSigner[]): Result<true> {
  const listed = new Set(policy.logs.map(({ key }) => printVerifierKey(key)))
  const stranger = signers.find(({ key }) => !listed.has(printVerifierKey(key)))
  if (stranger !== undefined) return fail('LOG-0116', { name: printVerifierKey(stranger.key) })
  const other = signers.find(({ key }) => key.name !== signers[0]?.key.name)
  return other === undefined ? succeed(true) : fail('LOG-0117', { name: other.key.name })
}

async function readSeen(file: string, policy: Policy): ReturnType<typeof openTrusted> {
  const bytes = await readSmallFile(file)
  if (!bytes.ok) return bytes
  const seen = await openTrusted(bytes.value, policy)
  return seen.ok ? seen : failIn(seen, file)
}
