/** `brightline log verify`: a receipt or a proof file, checked without a network. */
import {
  leafHash,
  standardAlgorithms,
  parseEntry,
  parseProof,
  parseReceipt,
  problem,
  verifyProof,
  verifyReceipt,
  type Entry,
  type Policy,
  type Problem,
  type Result,
  type WitnessedCheckpoint,
} from '@brightline/ledger'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { timeText } from './clock.ts'
import { refusalLine, toldProblem } from './refusal.ts'
import { readSmallFile } from './small-file.ts'
import { readTrust, type TrustFlags } from './trust.ts'

/** Whom to trust, and the entry where the file is a proof without one. */
export interface VerifyFlags extends TrustFlags {
  readonly entry?: string
  readonly json: boolean
}

/** What was shown to be true. */
interface Shown {
  readonly entry: Entry | undefined
  readonly index: number
  readonly hasRecord: boolean
  readonly log: WitnessedCheckpoint
}

/** Says what the file proves, or the one reason why it proves nothing. */
export async function verify(file: string, flags: VerifyFlags): Promise<number> {
  const bytes = readSmallFile(file, 'receipt')
  const policy = readTrust(flags, undefined)
  const isProof = new TextDecoder().decode(bytes.subarray(0, 22)) === 'c2sp.org/tlog-proof@v1'
  if (!isProof && flags.entry !== undefined) throw new UsageError('--entry is only for proof files')
  const shown = isProof ? await checkProof(bytes, policy, flags.entry) : await checkReceipt(bytes, policy)
  if (!shown.ok) return refused(shown.problems[0], undefined, policy, flags.json)
  if (!shown.value.log.witnessed) return refused(quorumError(shown.value), shown.value, policy, flags.json)
  tellProved(shown.value, policy, undefined, flags.json)
  return exitCode.fine
}

async function checkReceipt(bytes: Uint8Array, policy: Policy): Promise<Result<Shown>> {
  const receipt = parseReceipt(bytes)
  if (!receipt.ok) return receipt
  const checked = await verifyReceipt(receipt.value, policy, standardAlgorithms)
  if (!checked.ok) return checked
  const { entry, index, log } = checked.value
  return { ok: true, value: { entry, index, log, hasRecord: receipt.value.opening !== undefined } }
}

async function checkProof(bytes: Uint8Array, policy: Policy, entryFile: string | undefined): Promise<Result<Shown>> {
  if (entryFile === undefined) throw new UsageError('a proof file does not hold its entry', 'name it with --entry')
  const logged = readSmallFile(entryFile, 'entry')
  const proof = parseProof(bytes)
  if (!proof.ok) return proof
  const log = await verifyProof(proof.value, leafHash(logged), policy, standardAlgorithms)
  if (!log.ok) return log
  const entry = parseEntry(logged)
  const known = entry.ok ? entry.value : undefined
  return { ok: true, value: { entry: known, index: proof.value.index, log: log.value, hasRecord: false } }
}

function quorumError({ log }: Shown): Problem {
  return problem('LOG-0502', { count: log.cosignatures.length })
}

function refused(error: Problem, shown: Shown | undefined, policy: Policy, isJson: boolean): number {
  if (shown !== undefined) tellProved(shown, policy, error, isJson)
  else if (isJson) print(JSON.stringify({ version: 1, result: 'refused', refusal: toldProblem(error) }))
  if (!isJson) tell(`refused: ${refusalLine(error)}`)
  return exitCode.findings
}

function tellProved(shown: Shown, policy: Policy, refusal: Problem | undefined, isJson: boolean): void {
  const { entry, index, hasRecord, log } = shown
  const { origin, size } = log.checkpoint
  const witnesses = log.cosignatures.map(({ key, time }) => ({ name: key.name, time: timeText(time) }))
  if (isJson) {
    const result = refusal === undefined ? 'proved' : 'refused'
    const entryFields = entry === undefined ? null : entryDocument(entry)
    const facts = { origin, size, index, entry: entryFields, record: hasRecord, witnesses }
    print(
      JSON.stringify({
        version: 1,
        result,
        ...facts,
        ...(refusal === undefined ? {} : { refusal: toldProblem(refusal) }),
      }),
    )
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
