/** `brightline log keygen`: a key for a log or a witness. */
import { makeKeyFile, printVerifierKey, systemRandom, type RandomBytes, type SignatureKind } from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode, print, tell } from '../terminal/output.ts'
import { logVoice } from './phrases.ts'
import { orUsage } from './problem-lines.ts'
import { runIn, type LangFlag } from './run-in.ts'
import { unknownWord } from '../terminal/unknown.ts'

/** The name and purpose of a key, and the file of its secret part. */
interface KeygenFlags extends LangFlag {
  readonly name: string
  readonly out: string
  readonly kind: string
}

const kindByWord: ReadonlyMap<string, SignatureKind> = new Map([
  ['log', 'ed25519'],
  ['witness', 'ed25519-cosignature'],
  ['witness-ml-dsa', 'ml-dsa-44'],
])

/** Declares the command. */
export function declareKeygen(log: Command, context: Context): void {
  log
    .command('keygen')
    .description('make a key: the secret part to a new file, the public part to standard output')
    .requiredOption('--name <name>', 'who signs, such as library.example')
    .requiredOption('--out <file>', 'the new file of the secret key')
    .option('--kind <kind>', 'log, witness or witness-ml-dsa', 'witness')
    .addOption(langOption())
    .addHelpText('before', examples('brightline log keygen --name library.example --out witness/witness.secret'))
    .action(async (flags: KeygenFlags) => {
      await runIn(context, flags, async (spoken) => await keygen(spoken))
    })
}

/** Writes the secret key to a new file and prints the public one. */
export async function keygen(
  { name, out, kind: word, lang }: KeygenFlags,
  random: RandomBytes = systemRandom,
): Promise<number> {
  const kind = kindByWord.get(word)
  if (kind === undefined) {
    throw unknownWord('key', word, [...kindByWord.keys()])
  }
  const signer = orUsage(await makeKeyFile(out, name, kind, random))
  print(printVerifierKey(signer.key))
  tell(logVoice(lang)('made-key', { file: out }))
  return exitCode.fine
}
