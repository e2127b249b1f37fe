/** `brightline log init`: a new log with its key. */
import { createLogFolder, systemRandom, type RandomBytes } from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { exitCode, print, tell } from '../terminal/output.ts'
import { machineClock, type Clock } from './clock.ts'
import { orUsage, refusing } from './problem-lines.ts'

interface InitFlags {
  readonly origin: string
}

/** Declares the command. */
export function declareInit(log: Command, { finish }: Context): void {
  log
    .command('init <folder>')
    .description('make a new log with its key; a folder that holds anything is left alone')
    .requiredOption('--origin <name>', 'the name of the log for all time, such as log.springfield.example')
    .addHelpText('before', examples('brightline log init log --origin log.springfield.example'))
    .action(async (folder: string, flags: InitFlags) => {
      finish(await refusing(async () => await init(folder, flags)))
    })
}

/** Makes a folder with a key and an empty signed log; a folder with anything in it is left alone. */
export async function init(
  folder: string,
  { origin }: InitFlags,
  random: RandomBytes = systemRandom,
  now: Clock = machineClock,
): Promise<number> {
  const { policy, secret } = orUsage(await createLogFolder(folder, { origin, random, now }))
  print(policy)
  tell(`made the empty log \`${origin}\`: give \`${policy}\` to everybody, and \`${secret}\` to nobody`)
  return exitCode.fine
}
