/** `brightline log commit`: what the log may say of a record, under a new key of its case. */
import { commit, newCaseKey, systemRandom, writeSecretFile, type RandomBytes } from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { exitCode, print, tell } from '../terminal/output.ts'
import { readRecord } from './case-record.ts'
import { orRefuse, orUsage, refusing } from './problem-lines.ts'

/** The file of the key of the case. */
interface CommitFlags {
  readonly caseKey: string
}

/** Declares the command. */
export function declareCommit(log: Command, { finish }: Context): void {
  log
    .command('commit <record>')
    .description('make the key of a case, and print what the log may say of its record')
    .requiredOption('--case-key <file>', 'the new file of the key')
    .addHelpText('before', examples('brightline log commit record.json --case-key case.key'))
    .action(async (record: string, flags: CommitFlags) => {
      finish(await refusing(async () => await commitTo(record, flags)))
    })
}

/** Writes a fresh case key to a new file, and prints the commitment as base64. */
export async function commitTo(
  record: string,
  { caseKey: file }: CommitFlags,
  random: RandomBytes = systemRandom,
): Promise<number> {
  const canonical = await readRecord(record)
  const key = newCaseKey(random)
  const commitment = orRefuse(commit(key, canonical))
  orUsage(await writeSecretFile(file, new TextEncoder().encode(`${Buffer.from(key).toString('base64')}\n`)))
  print(Buffer.from(commitment).toString('base64'))
  tell(`the key of the case is in \`${file}\`: destroy it, with the record, to erase what the log says of the case`)
  return exitCode.fine
}
