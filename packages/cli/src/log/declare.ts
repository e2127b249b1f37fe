/** The commands on logs: declared here, loaded when they are run. */
import type { Command } from 'commander'
import { examples } from '../help.ts'
import type { AppendFlags } from './append.ts'
import type { CommitFlags } from './commit.ts'
import type { FsckFlags } from './fsck.ts'
import type { InitFlags } from './init.ts'
import type { KeygenFlags } from './keygen.ts'
import type { ProveFlags } from './prove.ts'
import type { TailFlags } from './tail.ts'
import type { TrustFlags } from './trust.ts'
import type { VerifyFlags } from './verify.ts'
import type { WitnessFlags } from './witness.ts'

type Finish = (work: () => Promise<number>) => Promise<void>

/** Adds the commands. `finish` takes the exit code. */
export function declareLog(program: Command, finish: (code: number) => void): void {
  const log = program.command('log').description('the transparency log: make, commit, append, check, prove, copy, read')
  const run: Finish = async (work) => {
    const { refusing } = await import('./refusal.ts')
    finish(await refusing(work))
  }
  declareWriting(log, run)
  declareChecking(log, run)
  declareReading(log, run)
  declareWitness(program, run)
}

function declareWriting(log: Command, run: Finish): void {
  log
    .command('init <folder>')
    .description('make a new log with its key; a folder that holds anything is left alone')
    .requiredOption('--origin <name>', 'the name of the log for all time, such as log.springfield.example')
    .addHelpText('before', examples('brightline log init log --origin log.springfield.example'))
    .action(async (folder: string, flags: InitFlags) => {
      const { init } = await import('./init.ts')
      await run(async () => await init(folder, flags))
    })
  log
    .command('keygen')
    .description('make a key: the secret part to a new file, the public part to standard output')
    .requiredOption('--name <name>', 'who signs, such as library.example')
    .requiredOption('--out <file>', 'the new file of the secret key')
    .option('--kind <kind>', 'log, witness or witness-ml-dsa', 'witness')
    .addHelpText('before', examples('brightline log keygen --name library.example --out witness/witness.secret'))
    .action(async (flags: KeygenFlags) => {
      const { keygen } = await import('./keygen.ts')
      await run(async () => await keygen(flags))
    })
  log
    .command('commit <record>')
    .description('make the key of a case, and print what the log may say of its record')
    .requiredOption('--case-key <file>', 'the new file of the key')
    .addHelpText('before', examples('brightline log commit record.json --case-key case.key'))
    .action(async (record: string, flags: CommitFlags) => {
      const { commitTo } = await import('./commit.ts')
      await run(async () => await commitTo(record, flags))
    })
  log
    .command('append <folder>')
    .description('append entries from standard input, one JSON object a line, publish, and ask the witnesses')
    .option('--policy <file>', 'whom to ask for witness (default: log.policy in the folder)')
    .option('--seen <checkpoint>', 'a checkpoint kept elsewhere: a log that went back or forked is refused')
    .option('--timeout <seconds>', 'how long the witnesses have', '5')
    .addHelpText('before', examples('brightline log append log < entries.jsonl'))
    .action(async (folder: string, flags: AppendFlags) => {
      const { append } = await import('./append.ts')
      await run(async () => await append(folder, flags))
    })
}

function declareChecking(log: Command, run: Finish): void {
  log
    .command('fsck <log>')
    .description('check a whole log (folder, URL or postgres:// address) and name every fault')
    .option('--keys <file>', 'public keys, one a line, or a trust policy (default: log.policy in the folder)')
    .option('--seen <checkpoint>', 'a checkpoint seen before: a log that went back or forked is named')
    .option('--schema <name>', 'the schema, in a database (default: ledger)')
    .option('--any-entries', 'the log holds entries of other kinds: check hashes and signatures only', false)
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline log fsck log',
        'brightline log fsck https://log.example/ --keys log.policy --seen checkpoint',
      ),
    )
    .action(async (target: string, flags: FsckFlags) => {
      const { fsck } = await import('./fsck.ts')
      await run(async () => await fsck(target, flags))
    })
  log
    .command('verify <receipt>')
    .description('check a receipt or a proof file without a network, and say what it proves')
    .option('--policy <file>', 'a trust policy: logs, witnesses, quorum')
    .option('--key <key>', 'the public key of the log')
    .option('--entry <file>', 'the entry, byte for byte, where the file is a proof')
    .option('--json', 'as JSON', false)
    .addHelpText('before', examples('brightline log verify receipt.txt --policy log.policy'))
    .action(async (file: string, flags: VerifyFlags) => {
      const { verify } = await import('./verify.ts')
      await run(async () => await verify(file, flags))
    })
}

function declareReading(log: Command, run: Finish): void {
  log
    .command('prove <log> <index>')
    .description('make the proof file of one entry, or its receipt')
    .option('--out <file>', 'a new file instead of standard output')
    .option('--receipt', 'a receipt: the proof with the entry', false)
    .option('--record <file>', 'the record of the case as canonical JSON, for the receipt')
    .option('--case-key <file>', 'the key of the case as base64, for the receipt')
    .option('--keys <file>', 'public keys, one a line, or a trust policy (default: log.policy in the folder)')
    .addHelpText(
      'before',
      examples('brightline log prove log 2 --out proof.txt', 'brightline log prove log 2 --receipt'),
    )
    .action(async (target: string, index: string, flags: ProveFlags) => {
      const { prove } = await import('./prove.ts')
      await run(async () => await prove(target, index, flags))
    })
  log
    .command('mirror <log> <folder>')
    .description('copy a log (URL or folder) and check every byte; a later run goes on where the last one ended')
    .option('--keys <file>', 'public keys, one a line, or a trust policy (default: log.policy in the copy)')
    .addHelpText('before', examples('brightline log mirror https://log.example/ copy --keys log.policy'))
    .action(async (target: string, folder: string, flags: TrustFlags) => {
      const { mirror } = await import('./mirror.ts')
      await run(async () => await mirror(target, folder, flags))
    })
  log
    .command('tail <log>')
    .description('print the entries of a log (URL or folder) as JSON lines, each checked')
    .option('--from <index>', 'the first entry', '0')
    .option('--follow', 'wait for more', false)
    .option('--interval <seconds>', 'how long to wait between two looks', '5')
    .option('--keys <file>', 'public keys, one a line, or a trust policy (default: log.policy in the folder)')
    .addHelpText(
      'before',
      examples('brightline log tail log', 'brightline log tail https://log.example/ --keys log.policy --follow'),
    )
    .action(async (target: string, flags: TailFlags) => {
      const { tail } = await import('./tail.ts')
      await run(async () => await tail(target, flags, interrupted()))
    })
}

function declareWitness(program: Command, run: Finish): void {
  program
    .command('witness')
    .description('cosign the checkpoints of logs that only grow: a server for partners')
    .requiredOption('--dir <folder>', 'holds witness.secret, log.policy and the memory')
    .option('--port <number>', 'the port', '8401')
    .option('--host <address>', 'where to listen: this machine alone, unless told otherwise', '127.0.0.1')
    .option('--policy <file>', 'the logs to cosign (default: log.policy in the folder)')
    .addHelpText('before', examples('brightline witness --dir witness --port 8401'))
    .action(async (flags: WitnessFlags) => {
      const { witness } = await import('./witness.ts')
      await run(async () => await witness(flags, interrupted()))
    })
}

/** Aborted by Ctrl-C and by the request of the system to end. */
function interrupted(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  return stop.signal
}
