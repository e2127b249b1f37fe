/** `brightline log commit`: what the log may say of a record, under a new key of its case. */
import { commit, newCaseKey, systemRandom, writeSecretFile, type RandomBytes } from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode, print, tell } from '../terminal/output.ts'
import { readRecord } from './case-record.ts'
import { logVoice } from './phrases.ts'
import { orRefuse, orUsage } from './problem-lines.ts'
import { runIn, type LangFlag } from './run-in.ts'

/** The language, and the file of the key of the case. */
interface CommitFlags extends LangFlag {
  readonly caseKey: string
}

/** Declares the command. */
export function declareCommit(log: Command, context: Context): void {
  log
    .command('commit <record>')
    .description('make the key of a case, and print what the log may say of its record')
    .requiredOption('--case-key <file>', 'the new file of the key')
    .addOption(langOption())
    .addHelpText('before', examples('brightline log commit record.json --case-key case.key'))
    .action(async (record: string, flags: CommitFlags) => {
      await runIn(context, flags, async (spoken) => await commitTo(record, spoken))
    })
}

/** Writes a fresh case key to a new file, and prints the commitment as base64. */
export async function commitTo(
  record: string,
  { caseKey: file, lang }: CommitFlags,
  random: RandomBytes = systemRandom,
): Promise<number> {
  const canonical = await readRecord(record)
  const key = newCaseKey(random)
  const commitment = orRefuse(commit(key, canonical))
  orUsage(await writeSecretFile(file, new TextEncoder().encode(`${Buffer.from(key).toString('base64')}\n`)))
  print(Buffer.from(commitment).toString('base64'))
  tell(logVoice(lang)('case-key', { file }))
  return exitCode.fine
}
