/** `brightline log fsck`: every entry, hash, level and signature of a log, and what its entries say. */
import {
  checkGrowth,
  failIn,
  findKeyFaults,
  fsck as check,
  keyFolder,
  keysOfLog,
  LedgerFailure,
  openTrusted,
  readShownCheckpoint,
  readSmallFile,
  sentenceOf,
  type Policy,
  type Problem,
  type ShownCheckpoint,
} from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { exitCode, print, printJson, tell } from '../terminal/output.ts'
import { withLog, type LogAddress } from './log-address.ts'
import { orRefuse, orUsage, problemLine, refusing, toldProblem } from './problem-lines.ts'
import { keysHelp, readTrust, type TrustFlags } from './trust-flags.ts'

/** The trust, the schema and the checks that are asked for. */
interface FsckFlags extends TrustFlags {
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
  /** Faults beyond those that are named. */
  readonly omitted: number
}

/** Declares the command. */
export function declareFsck(log: Command, { finish }: Context): void {
  log
    .command('fsck <log>')
    .description('check a whole log (folder, URL or postgres:// address) and name every fault')
    .option('--keys <file>', keysHelp)
    .option('--seen <checkpoint>', 'a checkpoint seen before: a log that went back or forked is named')
    .option('--schema <name>', 'the schema, in a database (default: ledger)')
    .option('--any-entries', 'the log holds entries of other kinds: check hashes and signatures only', false)
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline log fsck log',
        'brightline log fsck https://log.example/ --keys log.policy --seen checkpoint',
      ),
    )
    .action(async (target: string, flags: FsckFlags) => {
      finish(await refusing(async () => await fsck(target, flags)))
    })
}

/** Checks a log and names every fault. Returns 1 where there is one. */
async function fsck(target: string, flags: FsckFlags): Promise<number> {
  const started = performance.now()
  return await withLog(target, flags, async (address) => {
    const policy = await readTrust(flags, address.folder)
    const checked = await checkOrRefuse(address, policy, flags)
    const milliseconds = Math.round(performance.now() - started)
    if (flags.json) reportJson(policy, checked, milliseconds)
    else report(address, policy, checked, milliseconds)
    return checked.faults.length > 0 ? exitCode.findings : exitCode.fine
  })
}

/** A log whose checkpoint nobody trusted signed has one fault: that. */
async function checkOrRefuse(address: LogAddress, policy: Policy, flags: FsckFlags): Promise<Checked> {
  try {
    return await checkLog(address, policy, flags)
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error
    return { shown: undefined, entries: 0, hashes: 0, faults: error.problems, omitted: 0 }
  }
}

async function checkLog(address: LogAddress, policy: Policy, { anyEntries, seen }: FsckFlags): Promise<Checked> {
  const { source, list, kept, folder } = address
  const shown = orRefuse(await readShownCheckpoint(source, policy))
  const { size, entries, hashes, findings, omitted } = orRefuse(
    await check({
      source,
      ...orRefuse(keysOfLog(policy, shown.bytes)),
      witnesses: policy.witnesses.map(({ key }) => key),
      anyEntries,
      ...(list === undefined ? {} : { list }),
      ...(kept === undefined ? {} : { kept }),
    }),
  )
  const seenFaults = seen === undefined ? [] : await findRewrite(address, policy, shown, seen)
  const keyFaults = folder === undefined ? [] : await findKeyFaults(keyFolder(folder))
  const faults = [...seenFaults, ...findings, ...keyFaults]
  return { shown: { ...shown, checkpoint: { ...shown.checkpoint, size } }, entries, hashes, faults, omitted }
}

async function findRewrite(
  { source }: LogAddress,
  policy: Policy,
  { checkpoint }: ShownCheckpoint,
  file: string,
): Promise<readonly Problem[]> {
  const seen = await openTrusted(orUsage(await readSmallFile(file)), policy)
  const grown = await checkGrowth(source, orRefuse(seen.ok ? seen : failIn(seen, file)), checkpoint)
  return grown.ok ? [] : grown.problems
}

function reportJson(policy: Policy, { shown, entries, hashes, faults, omitted }: Checked, milliseconds: number): void {
  const { origin = null, size = null } = shown?.checkpoint ?? {}
  const witnessed = policy.quorum.kind === 'none' ? null : (shown?.witnessed ?? false)
  const told = faults.map(toldProblem)
  printJson({ version: 1, origin, size, entries, hashes, witnessed, milliseconds, faults: told, omitted })
}

function report({ name }: LogAddress, policy: Policy, checked: Checked, milliseconds: number): void {
  const { shown, entries, hashes, faults, omitted } = checked
  for (const [at, fault] of faults.entries()) {
    // What to do is said once for each kind of fault.
    const isFirst = faults.findIndex(({ code }) => code === fault.code) === at
    print(isFirst ? problemLine(fault) : `${fault.code}: ${sentenceOf(fault).says}`)
  }
  if (omitted > 0) print(`and ${omitted} more faults, which are not named here`)
  const all = faults.length + omitted
  const found = all === 0 ? 'no faults' : all === 1 ? '1 fault' : `${all} faults`
  const { origin, size } = shown?.checkpoint ?? {}
  const what =
    origin === undefined ? `\`${name}\`` : `\`${origin}\` at size ${size}: ${entries} entries, ${hashes} hashes`
  const isAsked = policy.quorum.kind !== 'none'
  const seen = isAsked ? (shown?.witnessed === true ? ', witnessed' : ', UNWITNESSED') : ''
  tell(`${what}: ${found}${seen} (${milliseconds} ms)`)
}
