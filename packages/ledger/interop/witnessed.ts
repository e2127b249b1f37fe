/** A log that others wrote, cosigned by our witnesses under our policy file: the Go program appends, we verify. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { startChild, waitForSuccess } from '../../../scripts/child.ts'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/problem/problem.ts'
import { realDisk } from '../src/files/disk.ts'
import type { SignatureKind, VerifierKey } from '../src/note/key.ts'
import { printSignerKey, printVerifierKey } from '../src/note/key.ts'
import { newSigner } from '../src/signature/signature.ts'
import { requireQuorum } from '../src/policy/check.ts'
import { parsePolicy } from '../src/policy/policy.ts'
import { fileMemory } from '../src/witness/file-memory.ts'
import type { WitnessServer } from '../src/witness/server.ts'
import { serveWitness } from '../src/witness/server.ts'
import { newWitness } from '../src/witness/witness.ts'

const origin = 'go.example/witnessed'

/** Runs the program over a new log in the folder and answers what came of it. */
export async function witnessTheirs(program: string, folder: string): Promise<string> {
  const made = await newSigner(origin, 'ed25519', new Uint8Array(32).fill(1), standardAlgorithms)
  if (made === undefined) throw new Error('the algorithm is not at hand')
  const servers: WitnessServer[] = []
  const lines = [`log ${printVerifierKey(made.signer.key)}`]
  for (const kind of ['ed25519-cosignature', 'ml-dsa-44'] as const) {
    const { server, key } = await serveOurs(kind, made.signer.key, join(folder, kind))
    servers.push(server)
    lines.push(`witness ${kind} ${printVerifierKey(key)} ${server.url}`)
  }
  const policy = toUtf8(`${lines.join('\n')}\ngroup both all ed25519-cosignature ml-dsa-44\nquorum both\n`)
  writeFileSync(join(folder, 'log.secret'), printSignerKey(made.secret))
  writeFileSync(join(folder, 'log.policy'), policy)
  try {
    const checkpoint = await runBeside(program, ['log', folder])
    const checked = valueOf(await requireQuorum(toUtf8(checkpoint), valueOf(parsePolicy(policy)), standardAlgorithms))
    return `a log of size ${checked.checkpoint.size} under our policy file, cosigned by ${checked.cosignatures.length} of our witnesses`
  } finally {
    await Promise.all(servers.map(async (server) => await server.close()))
  }
}

async function serveOurs(
  kind: SignatureKind,
  logKey: VerifierKey,
  folder: string,
): Promise<{ readonly server: WitnessServer; readonly key: VerifierKey }> {
  const made = await newSigner(`${kind}.example`, kind, new Uint8Array(32).fill(2), standardAlgorithms)
  if (made === undefined) throw new Error('the algorithm is not at hand')
  mkdirSync(folder)
  const memory = fileMemory(realDisk(folder))
  const logs = [{ origin, keys: [logKey] }]
  const now = (): number => Math.floor(Date.now() / 1000)
  const witness = newWitness({ logs, signers: [made.signer], algorithms: standardAlgorithms, memory, now })
  return { server: await serveWitness(witness), key: made.signer.key }
}

/** Unlike `spawnSync`, lets this process answer meanwhile. */
async function runBeside(program: string, words: readonly string[]): Promise<string> {
  const child = startChild(program, words)
  let out = ''
  child.process.stdout?.on('data', (data) => (out += String(data)))
  await waitForSuccess(child, 60_000)
  return out
}
