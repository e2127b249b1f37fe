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
import { langOption } from '../flag/lang.ts'
import { exitCode, print, printJson, tell } from '../terminal/output.ts'
import { timeText } from './clock.ts'
import { loggedVerdict } from './logged-verdict.ts'
import { logVoice } from './phrases.ts'
import { orUsage, problemLine, toldProblem } from './problem-lines.ts'
import { runIn } from './run-in.ts'
import { readTrust, type TrustFlags } from './trust-flags.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The trust, and the file of the entry where the proof does not hold it. */
interface VerifyFlags extends TrustFlags {
  readonly entry?: string
  readonly json: boolean
}

/** Declares the command. */
export function declareVerify(log: Command, context: Context): void {
  log
    .command('verify <receipt>')
    .description('check a receipt or a proof file without a network, and say what it proves')
    .option('--policy <file>', 'a trust policy: logs, witnesses, quorum')
    .option('--key <key>', 'the public key of the log')
    .option('--entry <file>', 'the entry, byte for byte, where the file is a proof')
    .option('--json', 'as JSON', false)
    .addOption(langOption())
    .addHelpText('before', examples('brightline log verify receipt.txt --policy log.policy'))
    .action(async (file: string, flags: VerifyFlags) => {
      await runIn(context, flags, async (spoken) => await verify(file, spoken))
    })
}

/** Says what the file proves, or the one reason why it proves nothing. */
async function verify(file: string, flags: VerifyFlags): Promise<number> {
  const bytes = orUsage(await readSmallFile(file))
  const policy = await readTrust(flags, undefined)
  const proved = await verifyFile(bytes, policy, await readEntryOf(bytes, flags.entry))
  if (!proved.ok) return refused(proved.problems[0], undefined, policy, flags)
  const { log } = proved.value
  if (!log.witnessed) {
    const [missed] = fail('LOG-0502', { count: log.cosignatures.length }).problems
    return refused(missed, proved.value, policy, flags)
  }
  tellProved(proved.value, policy, undefined, flags)
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

function refused(problem: Problem, proved: Proved | undefined, policy: Policy, flags: VerifyFlags): number {
  const { json, lang } = flags
  if (proved !== undefined) tellProved(proved, policy, problem, flags)
  else if (json) printJson({ version: 1, result: 'refused', refusal: toldProblem(problem, lang) })
  if (!json) tell(logVoice(lang)('refused', { problem: problemLine(problem, lang) }))
  return exitCode.findings
}

function tellProved(proved: Proved, policy: Policy, refusal: Problem | undefined, { json, lang }: VerifyFlags): void {
  if (json) printJson(documentOf(proved, refusal, lang))
  else for (const line of provedLines(proved, policy, refusal === undefined, lang)) print(line)
}

function documentOf({ entry, index, hasRecord, log }: Proved, refusal: Problem | undefined, lang: string): object {
  const { origin, size } = log.checkpoint
  const witnesses = log.cosignatures.map(({ key, time }) => ({ name: key.name, time: timeText(time) }))
  const entryFields = entry === undefined ? null : entryDocument(entry)
  const facts = { origin, size, index, entry: entryFields, record: hasRecord, witnesses }
  if (refusal === undefined) return { version: 1, result: 'proved', ...facts }
  return { version: 1, result: 'refused', ...facts, refusal: toldProblem(refusal, lang) }
}

function provedLines(
  { entry, index, hasRecord, log }: Proved,
  { quorum }: Policy,
  isProved: boolean,
  lang: string,
): readonly string[] {
  const say = logVoice(lang)
  const { origin, size } = log.checkpoint
  const seen = log.cosignatures.map(({ key, time }) => say('witness-at', { name: key.name, time: timeText(time) }))
  const noWitness = quorum.kind === 'none' ? 'no-witness-asked' : 'no-witness'
  return [
    // The word alone must not be read as a yes where the witnesses are missing.
    say(isProved ? 'proved' : 'signed-alone', { index, origin, size }),
    ...(entry === undefined ? [] : entryLines(entry, lang)),
    say(hasRecord ? 'record' : 'no-record'),
    seen.length === 0 ? say(noWitness) : say('witnesses', { witnesses: seen.join(', ') }),
  ]
}

function entryLines(entry: Entry, lang: string): readonly string[] {
  const say = logVoice(lang)
  const { place, day, serial } = entry
  const what = say(`entry-${entry.kind}`, { place, day, serial })
  if (entry.kind === 'nil-day') return [what]
  return [
    what,
    say('verdict', { verdict: loggedVerdict(entry.verdict, lang) }),
    say('rules', { rules: entry.rules.join(', ') }),
    say('policy', { hash: hex(entry.policy) }),
  ]
}

function entryDocument(entry: Entry): object {
  const { kind, place, day, serial } = entry
  if (entry.kind === 'nil-day') return { kind, place, day, serial }
  return { kind, place, day, serial, verdict: entry.verdict, rules: entry.rules, policy: hex(entry.policy) }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
