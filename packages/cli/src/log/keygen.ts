/** `brightline log keygen`: a key for a log or a witness. */
import { printVerifierKey, type RandomBytes, type SignatureKind } from '@brightline/ledger'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { makeSecret, systemRandom } from './secret.ts'

/** What the key is for, and where its secret part goes. */
export interface KeygenFlags {
  readonly name: string
  readonly out: string
  readonly kind: string
}

const kindByWord: ReadonlyMap<string, SignatureKind> = new Map([
  ['log', 'ed25519'],
  ['witness', 'ed25519-cosignature'],
  ['witness-ml-dsa', 'ml-dsa-44'],
])

/** Writes the secret key to a new file and prints the public one. */
export async function keygen(
  { name, out, kind: word }: KeygenFlags,
  random: RandomBytes = systemRandom,
): Promise<number> {
  const kind = kindByWord.get(word)
  if (kind === undefined) {
    throw new UsageError(`unknown kind of key \`${word}\``, `the kinds are ${[...kindByWord.keys()].join(', ')}`)
  }
  const signer = await makeSecret(out, name, kind, random)
  print(printVerifierKey(signer.key))
  tell(`the secret key is in \`${out}\`: keep a copy offline, and give it to nobody`)
  return exitCode.fine
}
