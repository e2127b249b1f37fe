/** `brightline witness`: a small witness server that any partner can run. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import {
  fileMemory,
  newWitness,
  standardAlgorithms,
  printVerifierKey,
  realDisk,
  serveWitness,
} from '@brightline/ledger'
import type { LogKeys, Policy, WitnessServer } from '@brightline/ledger'
import { exitCode, tell, UsageError } from '../output.ts'
import { machineClock, type Clock } from './clock.ts'
import { policyName } from './place.ts'
import { readSecret } from './secret.ts'
import { codeOf } from './small-file.ts'
import { readTrustFile } from './trust.ts'

/** Where the key and the memory lie, and where to listen. */
export interface WitnessFlags {
  readonly dir: string
  readonly port: string
  readonly host: string
  readonly policy?: string
}

/** Serves until the signal. */
export async function witness(flags: WitnessFlags, stop: AbortSignal, now: Clock = machineClock): Promise<number> {
  const server = await startWitness(flags, now)
  if (!stop.aborted) {
    await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }))
  }
  await server.close()
  return exitCode.fine
}

/** Starts the server and says its public key. */
export async function startWitness({ dir, port, host, policy }: WitnessFlags, now: Clock): Promise<WitnessServer> {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`there is no folder \`${dir}\``, help(dir))
  }
  const secret = join(dir, 'witness.secret')
  if (statSync(secret, { throwIfNoEntry: false }) === undefined) {
    throw new UsageError(`there is no key \`${secret}\``, help(dir))
  }
  const signer = await readSecret(secret)
  if (signer.key.kind === 'ed25519')
    throw new UsageError(`\`${secret}\` is the key of a log, not of a witness`, help(dir))
  const logs = logsOf(readTrustFile(policy ?? join(dir, policyName)))
  const options = { port: portOf(port), host }
  const memory = fileMemory(realDisk(dir))
  const cosigner = newWitness({ logs, signers: [signer], algorithms: standardAlgorithms, memory, now })
  const server = await listen(async () => await serveWitness(cosigner, options))
  tell(`witness of ${logs.map(({ origin }) => origin).join(', ')} at ${server.url}`)
  tell(`for the policies of the logs: witness NAME ${printVerifierKey(signer.key)} URL`)
  return server
}

async function listen(start: () => Promise<WitnessServer>): Promise<WitnessServer> {
  try {
    return await start()
  } catch (error) {
    throw new UsageError(`cannot listen there: ${codeOf(error)}`, 'choose another port')
  }
}

function logsOf({ logs }: Policy): readonly LogKeys[] {
  const origins = [...new Set(logs.map(({ key }) => key.name))]
  return origins.map((origin) => ({ origin, keys: logs.map(({ key }) => key).filter(({ name }) => name === origin) }))
}

function portOf(text: string): number {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535) throw new UsageError('--port is a number from 0 to 65535')
  return port
}

function help(dir: string): string {
  return `make a key with \`brightline log keygen --kind witness --name NAME --out ${join(dir, 'witness.secret')}\``
}
