/** `brightline log mirror`: a checked copy of a log. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keepPolicy, keysOfLog, mirrorToFolder, policyName, readCheckpointBytes } from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode, tell } from '../terminal/output.ts'
import { withLog, type LogAddress } from './log-address.ts'
import { logVoice } from './phrases.ts'
import { orRefuse, orUsage } from './problem-lines.ts'
import { runIn } from './run-in.ts'
import { readTrust, type TrustFlags } from './trust-flags.ts'

/** Declares the command. */
export function declareMirror(log: Command, context: Context): void {
  log
    .command('mirror <log> <folder>')
    .description('copy a log (URL or folder) and check every byte; a later run goes on where the last one ended')
    .option('--keys <file>', 'public keys, one a line, or a trust policy (default: log.policy in the copy)')
    .addOption(langOption())
    .addHelpText('before', examples('brightline log mirror https://log.example/ copy --keys log.policy'))
    .action(async (target: string, folder: string, flags: TrustFlags) => {
      await runIn(context, flags, async (spoken) => await mirror(target, folder, spoken))
    })
}

/** Brings a copy up to date. */
async function mirror(target: string, folder: string, flags: TrustFlags): Promise<number> {
  return await withLog(target, {}, async (address) => await mirrorFrom(address, folder, flags))
}

async function mirrorFrom({ source, folder: from }: LogAddress, folder: string, flags: TrustFlags): Promise<number> {
  const policy = await readTrust(flags, existsSync(join(folder, policyName)) ? folder : from)
  const keys = orRefuse(keysOfLog(policy, orRefuse(await readCheckpointBytes(source))))
  const mirrored = await mirrorToFolder(source, folder, keys)
  if (!mirrored.ok && mirrored.problems[0].code.startsWith('LOG-10')) return orUsage(mirrored)
  const { size } = orRefuse(mirrored)
  const given = flags.keys ?? (from === undefined ? undefined : join(from, policyName))
  if (given !== undefined) orUsage(await keepPolicy(given, join(folder, policyName)))
  tell(logVoice(flags.lang)('mirrored', { folder, origin: keys.origin, size }))
  return exitCode.fine
}
