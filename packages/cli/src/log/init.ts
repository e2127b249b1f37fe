/** `brightline log init`: a new log with its key. */
import { createLogFolder, systemRandom, type RandomBytes } from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode, print, tell } from '../terminal/output.ts'
import { machineClock, type Clock } from './clock.ts'
import { logVoice } from './phrases.ts'
import { orUsage } from './problem-lines.ts'
import { runIn, type LangFlag } from './run-in.ts'

interface InitFlags extends LangFlag {
  readonly origin: string
}

/** Declares the command. */
export function declareInit(log: Command, context: Context): void {
  log
    .command('init <folder>')
    .description('make a new log with its key; a folder that holds anything is left alone')
    .requiredOption('--origin <name>', 'the name of the log for all time, such as log.springfield.example')
    .addOption(langOption())
    .addHelpText('before', examples('brightline log init log --origin log.springfield.example'))
    .action(async (folder: string, flags: InitFlags) => {
      await runIn(context, flags, async (spoken) => await init(folder, spoken))
    })
}

/** Makes a folder with a key and an empty signed log; a folder with anything in it is left alone. */
export async function init(
  folder: string,
  { origin, lang }: InitFlags,
  random: RandomBytes = systemRandom,
  now: Clock = machineClock,
): Promise<number> {
  const { policy, secret } = orUsage(await createLogFolder(folder, { origin, random, now }))
  print(policy)
  tell(logVoice(lang)('made-log', { origin, policy, secret }))
  return exitCode.fine
}
