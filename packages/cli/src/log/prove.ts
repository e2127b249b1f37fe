/** `brightline log prove`: the proof of one entry, or its receipt. */
import { writeFile } from 'node:fs/promises'
import { makeProofFile, makeReceiptFile, writeSecretFile, type Opening } from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode, printText, tell } from '../terminal/output.ts'
import { readCaseKey } from './case-key.ts'
import { readRecord } from './case-record.ts'
import { withLog } from './log-address.ts'
import { logVoice } from './phrases.ts'
import { orRefuse, orUsage } from './problem-lines.ts'
import { runIn } from './run-in.ts'
import { keysHelp, readTrust, type TrustFlags } from './trust-flags.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The kind of file to make, and its name. */
interface ProveFlags extends TrustFlags {
  readonly out?: string
  readonly receipt: boolean
  readonly record?: string
  readonly caseKey?: string
}

/** Declares the command. */
export function declareProve(log: Command, context: Context): void {
  log
    .command('prove <log> <index>')
    .description('make the proof file of one entry, or its receipt')
    .option('--out <file>', 'a new file instead of standard output')
    .option('--receipt', 'a receipt: the proof with the entry', false)
    .option('--record <file>', 'the record of the case as canonical JSON, for the receipt')
    .option('--case-key <file>', 'the key of the case as base64, for the receipt')
    .option('--keys <file>', keysHelp)
    .addOption(langOption())
    .addHelpText(
      'before',
      examples('brightline log prove log 2 --out proof.txt', 'brightline log prove log 2 --receipt'),
    )
    .action(async (target: string, index: string, flags: ProveFlags) => {
      await runIn(context, flags, async (spoken) => await prove(target, index, spoken))
    })
}

/** Makes a proof file, checks it as its reader will, and writes it. */
async function prove(target: string, indexText: string, flags: ProveFlags): Promise<number> {
  if (!/^(?:0|[1-9][0-9]{0,14})$/.test(indexText)) throw wrongUse('USE-0005', { word: indexText })
  const opening = await readOpening(flags)
  const { bytes, witnessed } = await withLog(target, {}, async ({ source, folder }) => {
    const policy = await readTrust(flags, folder)
    const index = Number(indexText)
    const isReceipt = flags.receipt || opening !== undefined
    return orRefuse(
      isReceipt ? await makeReceiptFile(source, index, policy, opening) : await makeProofFile(source, index, policy),
    )
  })
  if (!witnessed) tell(logVoice(flags.lang)('unwitnessed-proof'))
  await writeOut(flags, bytes, opening)
  return exitCode.fine
}

async function writeOut(
  { out: file, lang }: ProveFlags,
  bytes: Uint8Array,
  opening: Opening | undefined,
): Promise<void> {
  if (file === undefined) return printText(new TextDecoder().decode(bytes))
  if (opening === undefined) await writeNew(file, bytes)
  else orUsage(await writeSecretFile(file, bytes))
  tell(logVoice(lang)(opening === undefined ? 'wrote' : 'wrote-private', { file }))
}

async function readOpening({ record, caseKey, out }: ProveFlags): Promise<Opening | undefined> {
  if (record === undefined && caseKey === undefined) return undefined
  if (record === undefined || caseKey === undefined) throw wrongUse('USE-0103', { flags: ['--record', '--case-key'] })
  if (out === undefined) throw wrongUse('USE-0213', { flag: '--out' })
  return { caseKey: await readCaseKey(caseKey), record: await readRecord(record) }
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === 'EEXIST') throw wrongUse('USE-0214', { file })
    throw wrongUse('USE-0215', { file, reason: code })
  }
}
