/** `brightline log append`: entries from standard input into a log, for desks without the server. */
import { setTimeout } from 'node:timers/promises'
import {
  appendToFolder,
  checkWriter,
  systemRandom,
  type Appendable,
  type Appended,
  type AppendOptions,
  type AppendOutcome,
  type RandomBytes,
} from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode, printJson, tell } from '../terminal/output.ts'
import { machineClock, type Clock } from './clock.ts'
import { readInput, readLines } from './entry-input.ts'
import { logVoice } from './phrases.ts'
import { orUsage, problemLine } from './problem-lines.ts'
import { runIn, type LangFlag } from './run-in.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The flags of commands that append. */
export interface AppendFlags extends LangFlag {
  readonly policy?: string
  readonly seen?: string
  readonly timeout: string
}

/** The outside world: input, chance, clock, and a way to wait. */
export interface AppendWorld {
  readonly input: AsyncIterable<Uint8Array | string>
  readonly random: RandomBytes
  readonly now: Clock
  readonly wait: (milliseconds: number) => Promise<void>
}

/** The machine: its clock, its chance, and standard input. */
export const machine: AppendWorld = {
  input: process.stdin,
  random: systemRandom,
  now: machineClock,
  wait: async (milliseconds) => await setTimeout(milliseconds),
}

/** Declares the command. */
export function declareAppend(log: Command, context: Context): void {
  log
    .command('append <folder>')
    .description('append entries from standard input, one JSON object a line, publish, and ask the witnesses')
    .option('--policy <file>', 'whom to ask for witness (default: log.policy in the folder)')
    .option('--seen <checkpoint>', 'a checkpoint kept elsewhere: a log that went back or forked is refused')
    .option('--timeout <seconds>', 'how long the witnesses have', '5')
    .addOption(langOption())
    .addHelpText('before', examples('brightline log append log < entries.jsonl'))
    .action(async (folder: string, flags: AppendFlags) => {
      await runIn(context, flags, async (spoken) => await append(folder, spoken))
    })
}

/** Appends all lines or none, publishes, and asks the witnesses. Returns 1 where the quorum is missed. */
export async function append(folder: string, flags: AppendFlags, world: AppendWorld = machine): Promise<number> {
  const options = await readyToAppend(folder, flags, world)
  const entries = readLines(await readInput(world.input), world.random, flags.lang)
  return entries === undefined ? exitCode.findings : await appendEntries(folder, entries, options, flags.lang)
}

/** Reads the flags, and checks that entries could be appended, before anybody waits for them. */
export async function readyToAppend(
  folder: string,
  { policy, seen, timeout }: AppendFlags,
  { now, wait }: AppendWorld,
): Promise<AppendOptions> {
  const options = {
    now,
    wait,
    timeoutMilliseconds: readTimeout(timeout),
    ...(policy === undefined ? {} : { policyFile: policy }),
    ...(seen === undefined ? {} : { seenFile: seen }),
  }
  orUsage(await checkWriter(folder, options))
  return options
}

/** Appends entries and says what came of it. */
export async function appendEntries(
  folder: string,
  entries: readonly Appendable[],
  options: AppendOptions,
  lang: string,
): Promise<number> {
  const outcome = await appendToFolder(folder, entries, { ...options, onAppended: printAppended })
  if (outcome.ok) return tellOutcome(outcome.value, lang)
  for (const problem of outcome.problems) tell(`brightline: ${problemLine(problem, lang)}`)
  // Refused for what it says, and not for what became of the log.
  if (outcome.problems[0].code.startsWith('LOG-07')) tell(logVoice(lang)('nothing-appended'))
  return exitCode.findings
}

/** Reads `--timeout` in milliseconds. */
function readTimeout(text: string): number {
  const milliseconds = Number(text) * 1000
  if (milliseconds > 0 && milliseconds <= 600_000) return milliseconds
  throw wrongUse('USE-0004', { flag: '--timeout', what: 'seconds', word: text, least: '1', most: '600' })
}

/** Prints where entries are. They are on the disk by then. */
function printAppended(appended: readonly Appended[]): void {
  for (const { index, entry } of appended) printJson({ index, place: entry?.place, serial: entry?.serial })
}

function tellOutcome(outcome: AppendOutcome, lang: string): number {
  const { appended, size, policy, witnessed, problems } = outcome
  for (const problem of problems) tell(problemLine(problem, lang))
  const say = logVoice(lang)
  const isAsked = policy.quorum.kind !== 'none'
  const added = appended.filter(({ isNew }) => isNew).length
  const there = appended.length - added
  const logged = [
    say('appended', { entries: added }),
    ...(there === 0 ? [] : [say('there-already', { entries: there })]),
  ]
  const seen = say(isAsked ? (witnessed ? 'witnessed' : 'ask-again') : 'none-asked')
  tell(`${logged.join(', ')}; ${say('published', { size })}, ${seen}`)
  const isWrong = problems.some(({ severity }) => severity === 'error')
  return (isAsked && !witnessed) || isWrong ? exitCode.findings : exitCode.fine
}
