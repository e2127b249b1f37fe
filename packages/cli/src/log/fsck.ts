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
  type Policy,
  type Problem,
  type ShownCheckpoint,
} from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode } from '../terminal/output.ts'
import { report, reportJson, type Checked, type Run } from './fsck-report.ts'
import { withLog, type LogAddress } from './log-address.ts'
import { orRefuse, orUsage } from './problem-lines.ts'
import { runIn } from './run-in.ts'
import { keysHelp, readTrust, type TrustFlags } from './trust-flags.ts'

/** The trust, the schema and the checks that are asked for. */
interface FsckFlags extends TrustFlags {
  readonly schema?: string
  readonly seen?: string
  readonly anyEntries: boolean
  readonly json: boolean
}

/** Declares the command. */
export function declareFsck(log: Command, context: Context): void {
  log
    .command('fsck <log>')
    .description('check a whole log (folder, URL or postgres:// address) and name every fault')
    .option('--keys <file>', keysHelp)
    .option('--seen <checkpoint>', 'a checkpoint seen before: a log that went back or forked is named')
    .option('--schema <name>', 'the schema, in a database (default: ledger)')
    .option('--any-entries', 'the log holds entries of other kinds: check hashes and signatures only', false)
    .option('--json', 'as JSON', false)
    .addOption(langOption())
    .addHelpText(
      'before',
      examples(
        'brightline log fsck log',
        'brightline log fsck https://log.example/ --keys log.policy --seen checkpoint',
      ),
    )
    .action(async (target: string, flags: FsckFlags) => {
      await runIn(context, flags, async (spoken) => await fsck(target, spoken))
    })
}

/** Checks a log and names every fault. Returns 1 where there is one. */
async function fsck(target: string, flags: FsckFlags): Promise<number> {
  const started = performance.now()
  return await withLog(target, flags, async (address) => {
    const policy = await readTrust(flags, address.folder)
    const checked = await checkOrRefuse(address, policy, flags)
    const run: Run = { policy, milliseconds: Math.round(performance.now() - started), lang: flags.lang }
    if (flags.json) reportJson(checked, run)
    else report(address, checked, run)
    return checked.faults.length > 0 ? exitCode.findings : exitCode.fine
  })
}

/** A log whose checkpoint nobody trusted signed has one fault: that. */
async function checkOrRefuse(address: LogAddress, policy: Policy, flags: FsckFlags): Promise<Checked> {
  try {
    return await checkLog(address, policy, flags)
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error
    return { shown: undefined, entries: 0, hashes: 0, faults: error.problems, setBacks: [], omitted: 0 }
  }
}

async function checkLog(address: LogAddress, policy: Policy, { anyEntries, seen }: FsckFlags): Promise<Checked> {
  const { source, list, kept, folder } = address
  const shown = orRefuse(await readShownCheckpoint(source, policy))
  const { size, entries, hashes, findings, setBacks, omitted } = orRefuse(
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
  return { shown: { ...shown, checkpoint: { ...shown.checkpoint, size } }, entries, hashes, faults, setBacks, omitted }
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
