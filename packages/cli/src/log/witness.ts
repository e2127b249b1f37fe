/** `brightline witness`: a small witness server that any partner can run. */
import { join } from 'node:path'
import {
  policyName,
  printVerifierKey,
  readTrustFile,
  standardAlgorithms,
  type NoteSigner,
  type Policy,
} from '@brightline/ledger'
import {
  folderMemory,
  newWitness,
  readKeyFile,
  serveWitness,
  type WitnessOptions,
  type WitnessServer,
} from '@brightline/ledger/witness'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { exitCode, tell } from '../terminal/output.ts'
import { machineClock, type Clock } from './clock.ts'
import { interrupted } from './interrupted.ts'
import { logVoice } from './phrases.ts'
import { orUsage } from './problem-lines.ts'
import { runIn, type LangFlag } from './run-in.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The folder of the key and the memory, and the address to listen at. */
interface WitnessFlags extends LangFlag {
  readonly dir: string
  readonly port: string
  readonly host: string
  readonly policy?: string
}

/** Declares the command. */
export function declareWitness(program: Command, context: Context): void {
  program
    .command('witness')
    .description('cosign the checkpoints of logs that only grow: a server for partners')
    .requiredOption('--dir <folder>', 'holds witness.secret, log.policy and the memory')
    .option('--port <number>', 'the port', '8401')
    .option('--host <address>', 'where to listen: this machine alone, unless told otherwise', '127.0.0.1')
    .option('--policy <file>', 'the logs to cosign (default: log.policy in the folder)')
    .addOption(langOption())
    .addHelpText('before', examples('brightline witness --dir witness --port 8401'))
    .action(async (flags: WitnessFlags) => {
      await runIn(context, flags, async (spoken) => await witness(spoken, interrupted()))
    })
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
export async function startWitness(flags: WitnessFlags, now: Clock): Promise<WitnessServer> {
  const { dir, port, host, policy, lang } = flags
  const signer = await readCosigner(join(dir, 'witness.secret'))
  const logs = logsOf(orUsage(await readTrustFile(policy ?? join(dir, policyName))))
  const options = { port: portOf(port), host }
  const cosigner = newWitness({
    logs,
    signers: [signer],
    algorithms: standardAlgorithms,
    memory: folderMemory(dir),
    now,
  })
  const server = await listen(async () => await serveWitness(cosigner, options))
  const say = logVoice(lang)
  tell(say('listening', { origins: logs.map(({ origin }) => origin).join(', '), url: server.url }))
  tell(say('policy-line', { key: printVerifierKey(signer.key) }))
  return server
}

async function readCosigner(file: string): Promise<NoteSigner> {
  const signer = await readKeyFile(file)
  const command = `brightline log keygen --kind witness --name NAME --out ${file}`
  if (!signer.ok && signer.problems[0].code === 'LOG-1001') throw wrongUse('USE-0202', { file, command })
  const read = orUsage(signer)
  if (read.key.kind === 'ed25519') throw wrongUse('USE-0203', { file, command })
  return read
}

async function listen(start: () => Promise<WitnessServer>): Promise<WitnessServer> {
  try {
    return await start()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    throw wrongUse('USE-0204', { reason: code })
  }
}

function logsOf({ logs }: Policy): WitnessOptions['logs'] {
  const origins = [...new Set(logs.map(({ key }) => key.name))]
  return origins.map((origin) => ({ origin, keys: logs.map(({ key }) => key).filter(({ name }) => name === origin) }))
}

function portOf(text: string): number {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535)
    throw wrongUse('USE-0004', { flag: '--port', what: 'port', word: text, least: '0', most: '65535' })
  return port
}
