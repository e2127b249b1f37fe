/** `brightline log tail`: entries as JSON lines, each checked against the checkpoint that covers it. */
import { setTimeout } from 'node:timers/promises'
import {
  fail,
  leafHash,
  LedgerFailure,
  parseEntry,
  proveInclusion,
  readBundle,
  subtreeReader,
  verifyInclusion,
  type Policy,
  type TileSource,
} from '@brightline/ledger'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { findRewrite, readCheckpoint, type ShownCheckpoint } from './checkpoint.ts'
import { withPlace } from './place.ts'
import { orRefuse, refusalLine } from './refusal.ts'
import { readTrust, type TrustFlags } from './trust.ts'

/** From where, and whether to wait for more. */
export interface TailFlags extends TrustFlags {
  readonly from: string
  readonly follow: boolean
  readonly interval: string
}

/** Prints the entries, and with `--follow` those that come, until the signal. */
export async function tail(target: string, flags: TailFlags, stop: AbortSignal = never): Promise<number> {
  const from = wholeNumber(flags.from, '--from', 0)
  const wait = wholeNumber(flags.interval, '--interval', 1) * 1000
  return await withPlace(target, {}, async ({ source, folder }) => {
    const policy = readTrust(flags, folder)
    let last = await readCheckpoint(source, policy)
    tellCheckpoint(last, policy)
    await printEntries(source, last, from)
    while (flags.follow && (await isTime(wait, stop))) {
      const next = await lookAgain(source, policy)
      if (next === undefined) continue
      const rewrite = await findRewrite(source, last.checkpoint, next.checkpoint)
      if (rewrite !== undefined) throw new LedgerFailure({ ok: false, problems: [rewrite] })
      if (!Buffer.from(next.bytes).equals(last.bytes)) tellCheckpoint(next, policy)
      await printEntries(source, next, Math.max(from, last.checkpoint.size))
      last = next
    }
    return exitCode.fine
  })
}

const never = new AbortController().signal

/** A source that does not answer for a while is told and asked again. */
async function lookAgain(source: TileSource, policy: Policy): Promise<ShownCheckpoint | undefined> {
  try {
    return await readCheckpoint(source, policy)
  } catch (error) {
    if (!(error instanceof LedgerFailure) || error.problems[0].code !== 'LOG-0801') throw error
    tell(refusalLine(error.problems[0]))
    return undefined
  }
}

async function isTime(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await setTimeout(milliseconds, undefined, { signal })
    return true
  } catch {
    return false
  }
}

async function printEntries(source: TileSource, { checkpoint }: ShownCheckpoint, from: number): Promise<void> {
  const { size } = checkpoint
  for (let at = from; at < size; at = (Math.floor(at / 256) + 1) * 256) {
    const first = Math.floor(at / 256) * 256
    const entries = orRefuse(await readBundle(source, size, first / 256))
    await checkBundle(source, checkpoint, first, entries)
    for (const [offset, entry] of entries.entries()) if (first + offset >= at) print(entryLine(first + offset, entry))
  }
}

/**
 * The path of the first entry holds hashes over all others in its bundle, so these must come from the entries: the
 * reader is given the hashes of what is printed, and the tile of the log is not asked.
 */
async function checkBundle(
  source: TileSource,
  { size, root }: ShownCheckpoint['checkpoint'],
  index: number,
  entries: readonly Uint8Array[],
): Promise<void> {
  const leaves = entries.map(leafHash)
  const [leaf] = leaves
  if (leaf === undefined) return
  const others = subtreeReader(source, size)
  const own = subtreeReader({ read: async () => new Uint8Array(Buffer.concat(leaves)) }, size)
  const path = orRefuse(
    await proveInclusion(index, size, async (subtree) => {
      const start = subtree.index * 2 ** subtree.level
      const isOwn = subtree.level < 8 && start >= index && start < index + leaves.length
      return isOwn ? await own(subtree) : await others(subtree)
    }),
  )
  if (verifyInclusion({ index, size, leaf, root }, path).ok) return
  throw new LedgerFailure(fail('LOG-0411', { first: index, last: index + leaves.length - 1 }))
}

function entryLine(index: number, bytes: Uint8Array): string {
  const entry = parseEntry(bytes)
  // An entry of the list is canonical JSON, and is passed on letter by letter.
  if (entry.ok) return `{"index":${index},"entry":${new TextDecoder().decode(bytes)}}`
  return JSON.stringify({ index, base64: Buffer.from(bytes).toString('base64') })
}

function tellCheckpoint({ checkpoint, witnessed }: ShownCheckpoint, { quorum }: Policy): void {
  const seen = quorum.kind === 'none' ? '' : witnessed ? ', witnessed' : ', UNWITNESSED'
  tell(
    `checkpoint: ${checkpoint.origin}, size ${checkpoint.size}, root ${Buffer.from(checkpoint.root).toString('base64')}${seen}`,
  )
}

function wholeNumber(text: string, flag: string, least: number): number {
  const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : -1
  if (value < least) throw new UsageError(`${flag} is a whole number, at least ${least}`)
  return value
}
