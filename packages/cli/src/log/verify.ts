/** `brightline log verify`: a receipt or a proof file, checked without a network. */
import {
  fail,
  isProofFile,
  readSmallFile,
  verifyFile,
  type Entry,
  type Policy,
  type Problem,
  type Proved,
} from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { exitCode, print, printJson, tell } from '../terminal/output.ts'
import { timeText } from './clock.ts'
import { orUsage, problemLine, refusing, toldProblem } from './problem-lines.ts'
import { readTrust, type TrustFlags } from './trust-flags.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The trust, and the file of the entry where the proof does not hold it. */
interface VerifyFlags extends TrustFlags {
  readonly entry?: string
  readonly json: boolean
}

/** Declares the command. */
export function declareVerify(log: Command, { finish }: Context): void {
  log
    .command('verify <receipt>')
    .description('check a receipt or a proof file without a network, and say what it proves')
    .option('--policy <file>', 'a trust policy: logs, witnesses, quorum')
    .option('--key <key>', 'the public key of the log')
    .option('--entry <file>', 'the entry, byte for byte, where the file is a proof')
    .option('--json', 'as JSON', false)
    .addHelpText('before', examples('brightline log verify receipt.txt --policy log.policy'))
    .action(async (file: string, flags: VerifyFlags) => {
      finish(await refusing(async () => await verify(file, flags)))
    })
}

/** Says what the file proves, or the one reason why it proves nothing. */
async function verify(file: string, flags: VerifyFlags): Promise<number> {
  const bytes = orUsage(await readSmallFile(file))
  const policy = await readTrust(flags, undefined)
  const proved = await verifyFile(bytes, policy, await readEntryOf(bytes, flags.entry))
  if (!proved.ok) return refused(proved.problems[0], undefined, policy, flags.json)
  const { log } = proved.value
  if (!log.witnessed) {
    const [missed] = fail('LOG-0502', { count: log.cosignatures.length }).problems
    return refused(missed, proved.value, policy, flags.json)
  }
  tellProved(proved.value, policy, undefined, flags.json)
  return exitCode.fine
}

async function readEntryOf(bytes: Uint8Array, file: string | undefined): Promise<Uint8Array | undefined> {
  if (!isProofFile(bytes)) {
    if (file !== undefined) throw wrongUse('USE-0104', { flag: '--entry', subject: 'proofs' })
    return undefined
  }
  if (file === undefined) throw wrongUse('USE-0216', { flag: '--entry' })
  return orUsage(await readSmallFile(file))
}

function refused(problem: Problem, proved: Proved | undefined, policy: Policy, isJson: boolean): number {
  if (proved !== undefined) tellProved(proved, policy, problem, isJson)
  else if (isJson) printJson({ version: 1, result: 'refused', refusal: toldProblem(problem) })
  if (!isJson) tell(`refused: ${problemLine(problem)}`)
  return exitCode.findings
}

function tellProved(proved: Proved, policy: Policy, refusal: Problem | undefined, isJson: boolean): void {
  const { entry, index, hasRecord, log } = proved
  const { origin, size } = log.checkpoint
  const witnesses = log.cosignatures.map(({ key, time }) => ({ name: key.name, time: timeText(time) }))
  if (isJson) {
    const result = refusal === undefined ? 'proved' : 'refused'
    const entryFields = entry === undefined ? null : entryDocument(entry)
    const facts = { origin, size, index, entry: entryFields, record: hasRecord, witnesses }
    printJson({ version: 1, result, ...facts, ...(refusal === undefined ? {} : { refusal: toldProblem(refusal) }) })
    return
  }
  // The word alone must not be read as a yes where the witnesses are missing.
  const word = refusal === undefined ? 'proved' : 'signed by the log alone'
  print(`${word}: entry ${index} is in the log \`${origin}\` of size ${size}`)
  if (entry !== undefined) for (const line of entryLines(entry)) print(line)
  print(`record: ${hasRecord ? 'the record in the receipt is the one that the entry commits to' : 'none in this file'}`)
  const asked = policy.quorum.kind === 'none' ? 'none asked for' : 'none'
  const seen = witnesses.map(({ name, time }) => `${name} at ${time}`).join(', ')
  print(`witnesses: ${seen === '' ? asked : seen}`)
}

function entryLines(entry: Entry): readonly string[] {
  const { place, day, serial } = entry
  const what = `entry: ${entry.kind} of ${place} on ${day}, serial ${serial}`
  if (entry.kind === 'nil-day') return [what]
  return [what, `verdict: ${entry.verdict}`, `rules: ${entry.rules.join(', ')}`, `policy: sha-256 ${hex(entry.policy)}`]
}

function entryDocument(entry: Entry): object {
  const { kind, place, day, serial } = entry
  if (entry.kind === 'nil-day') return { kind, place, day, serial }
  return { kind, place, day, serial, verdict: entry.verdict, rules: entry.rules, policy: hex(entry.policy) }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
