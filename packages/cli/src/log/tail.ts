/** `brightline log tail`: entries as JSON lines, each checked against the checkpoint that covers it. */
import { setTimeout } from 'node:timers/promises'
import {
  checkGrowth,
  readEntries,
  readShownCheckpoint,
  type Policy,
  type ReadEntry,
  type ShownCheckpoint,
  type TileSource,
} from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode, printJsonLine, tell } from '../terminal/output.ts'
import { interrupted } from './interrupted.ts'
import { withLog } from './log-address.ts'
import { logVoice } from './phrases.ts'
import { orRefuse, problemLine } from './problem-lines.ts'
import { runIn } from './run-in.ts'
import { keysHelp, readTrust, type TrustFlags } from './trust-flags.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The first entry, and whether to wait for more. */
interface TailFlags extends TrustFlags {
  readonly from: string
  readonly follow: boolean
  readonly interval: string
}

/** A way to wait between two looks. It answers false once nobody waits any more. */
export type NextLook = (milliseconds: number) => Promise<boolean>

/** Declares the command. */
export function declareTail(log: Command, context: Context): void {
  log
    .command('tail <log>')
    .description('print the entries of a log (URL or folder) as JSON lines, each checked')
    .option('--from <index>', 'the first entry', '0')
    .option('--follow', 'wait for more', false)
    .option('--interval <seconds>', 'how long to wait between two looks', '5')
    .option('--keys <file>', keysHelp)
    .addOption(langOption())
    .addHelpText(
      'before',
      examples('brightline log tail log', 'brightline log tail https://log.example/ --keys log.policy --follow'),
    )
    .action(async (target: string, flags: TailFlags) => {
      const stop = interrupted()
      const next: NextLook = async (milliseconds) => await isTime(milliseconds, stop)
      await runIn(context, flags, async (spoken) => await tail(target, spoken, next))
    })
}

/** Prints the entries, and with `--follow` those that come, until nobody waits any more. */
export async function tail(target: string, flags: TailFlags, next: NextLook): Promise<number> {
  const from = wholeNumber(flags.from, '--from', 0)
  const wait = wholeNumber(flags.interval, '--interval', 1) * 1000
  return await withLog(target, {}, async ({ source, folder }) => {
    const policy = await readTrust(flags, folder)
    let last = orRefuse(await readShownCheckpoint(source, policy))
    tellCheckpoint(last, policy, flags.lang)
    await printEntries(source, last, from)
    while (flags.follow && (await next(wait))) {
      const shown = await lookAgain(source, policy, flags.lang)
      if (shown === undefined) continue
      orRefuse(await checkGrowth(source, last.checkpoint, shown.checkpoint))
      if (!Buffer.from(shown.bytes).equals(last.bytes)) tellCheckpoint(shown, policy, flags.lang)
      await printEntries(source, shown, Math.max(from, last.checkpoint.size))
      last = shown
    }
    return exitCode.fine
  })
}

/** A source that does not answer for a while is told and asked again. */
async function lookAgain(source: TileSource, policy: Policy, lang: string): Promise<ShownCheckpoint | undefined> {
  const shown = await readShownCheckpoint(source, policy)
  if (shown.ok || shown.problems[0].code !== 'LOG-0801') return orRefuse(shown)
  tell(problemLine(shown.problems[0], lang))
  return undefined
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
  for await (const entry of readEntries(source, checkpoint, from)) printJsonLine(entryLine(orRefuse(entry)))
}

function entryLine({ index, bytes, entry }: ReadEntry): string {
  // An entry of the list is canonical JSON, and is passed on letter by letter.
  if (entry !== undefined) return `{"index":${index},"entry":${new TextDecoder().decode(bytes)}}`
  return JSON.stringify({ index, base64: Buffer.from(bytes).toString('base64') })
}

function tellCheckpoint({ checkpoint, witnessed }: ShownCheckpoint, { quorum }: Policy, lang: string): void {
  const say = logVoice(lang)
  const { origin, size } = checkpoint
  const root = Buffer.from(checkpoint.root).toString('base64')
  const seen = quorum.kind === 'none' ? [] : [say(witnessed ? 'witnessed' : 'unwitnessed')]
  tell([say('checkpoint', { origin, size, root }), ...seen].join(', '))
}

function wholeNumber(text: string, flag: string, least: number): number {
  const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : -1
  if (value < least) throw wrongUse('USE-0004', { flag, what: 'whole', word: text, least })
  return value
}
