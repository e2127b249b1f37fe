/** `brightline log fsck`: every entry, hash, level and signature of a log, and what its entries say. */
import {
  atEntry,
  fsck as check,
  LedgerFailure,
  parseEntry,
  sentenceOf,
  standardAlgorithms,
  tilePath,
  watchSerials,
} from '@brightline/ledger'
import type { Policy, Problem } from '@brightline/ledger'
import { exitCode, print, tell } from '../output.ts'
import { findRewrite, openNamed, readCheckpoint, type ShownCheckpoint } from './checkpoint.ts'
import { withPlace, type Place } from './place.ts'
import { orRefuse, refusalLine, toldProblem } from './refusal.ts'
import { findSecretFaults } from './secret.ts'
import { readSmallFile } from './small-file.ts'
import { keysOfLog, readTrust, type TrustFlags } from './trust.ts'

/** What to check. */
export interface FsckFlags extends TrustFlags {
  readonly schema?: string
  readonly seen?: string
  readonly anyEntries: boolean
  readonly json: boolean
}

interface Checked {
  readonly shown: ShownCheckpoint | undefined
  readonly entries: number
  readonly hashes: number
  readonly faults: readonly Problem[]
}

/** Checks a log and names every fault. Returns 1 where there is one. */
export async function fsck(target: string, flags: FsckFlags): Promise<number> {
  const started = performance.now()
  return await withPlace(target, flags, async (place) => {
    const policy = readTrust(flags, place.folder)
    const checked = await checkOrRefuse(place, policy, flags)
    report(place, policy, checked, Math.round(performance.now() - started), flags.json)
    return checked.faults.length > 0 ? exitCode.findings : exitCode.fine
  })
}

/** A log whose checkpoint nobody trusted signed has one fault: that. */
async function checkOrRefuse(place: Place, policy: Policy, flags: FsckFlags): Promise<Checked> {
  try {
    return await checkLog(place, policy, flags)
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error
    return { shown: undefined, entries: 0, hashes: 0, faults: error.problems }
  }
}

async function checkLog(place: Place, policy: Policy, flags: FsckFlags): Promise<Checked> {
  const shown = await readCheckpoint(place.source, policy)
  const { size, entries, hashes, findings } = orRefuse(
    await check({
      source: place.source,
      ...keysOfLog(policy, shown.bytes),
      witnesses: policy.witnesses.map(({ key }) => key),
      algorithms: standardAlgorithms,
      ...(place.list === undefined ? {} : { list: place.list }),
      ...(place.kept === undefined ? {} : { kept: place.kept }),
      ...(flags.anyEntries ? {} : { onEntry: entryCheck(shown.checkpoint.size) }),
    }),
  )
  const seenFaults = flags.seen === undefined ? [] : await seenFault(place, policy, shown, flags.seen)
  const keyFaults = place.folder === undefined ? [] : await findSecretFaults(place.folder)
  const faults = [...seenFaults, ...findings, ...keyFaults]
  return { shown: { ...shown, checkpoint: { ...shown.checkpoint, size } }, entries, hashes, faults }
}

async function seenFault(
  { source }: Place,
  policy: Policy,
  { checkpoint }: ShownCheckpoint,
  file: string,
): Promise<readonly Problem[]> {
  const seen = await openNamed(file, readSmallFile(file, 'checkpoint'), policy)
  const fault = await findRewrite(source, seen, checkpoint)
  return fault === undefined ? [] : [fault]
}

/** Entries have the shape of the list, and the serials of each desk leave no gap. */
function entryCheck(size: number): (index: number, bytes: Uint8Array) => Problem | undefined {
  const watch = watchSerials()
  return (index, bytes) => {
    const entry = parseEntry(bytes)
    const fault = entry.ok ? watch.next(index, entry.value) : entry.problems[0]
    if (fault === undefined) return undefined
    const bundle = Math.floor(index / 256)
    const path = tilePath({ level: 'entries', index: bundle, width: Math.min(256, size - bundle * 256) })
    return { ...fault, where: atEntry(path, index) }
  }
}

function report({ name }: Place, policy: Policy, checked: Checked, milliseconds: number, isJson: boolean): void {
  const { shown, entries, hashes, faults } = checked
  const size = shown?.checkpoint.size ?? null
  const origin = shown?.checkpoint.origin ?? null
  const witnessed = policy.quorum.kind === 'none' ? null : (shown?.witnessed ?? false)
  if (isJson) {
    print(
      JSON.stringify({
        version: 1,
        origin,
        size,
        entries,
        hashes,
        witnessed,
        milliseconds,
        faults: faults.map(toldProblem),
      }),
    )
    return
  }
  for (const [at, fault] of faults.entries()) {
    const isFirst = faults.findIndex(({ code }) => code === fault.code) === at
    print(isFirst ? refusalLine(fault) : `${fault.code}: ${sentenceOf(fault).says}`)
  }
  const found = faults.length === 0 ? 'no faults' : faults.length === 1 ? '1 fault' : `${faults.length} faults`
  const what = origin === null ? `\`${name}\`` : `\`${origin}\` at size ${size}: ${entries} entries, ${hashes} hashes`
  const seen = witnessed === null ? '' : witnessed ? ', witnessed' : ', UNWITNESSED'
  tell(`${what}: ${found}${seen} (${milliseconds} ms)`)
}
