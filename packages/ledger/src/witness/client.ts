/**
 * Asks the witnesses of a policy for cosignatures, all at once and within a time.
 *
 * It ends as soon as the quorum is reached, or when the time is over: a slow witness never holds up the log. What is
 * missing is told, and the checkpoint is then published as unwitnessed.
 */
import { fromDecimal } from '../bytes/bytes.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { cosignaturesOf } from '../signature/cosignature.ts'
import { fail, problem, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { Witnessing } from '../log/publisher.ts'
import { proveConsistency } from '../merkle/proof.ts'
import type { VerifierKey } from '../note/key.ts'
import type { NoteSignature, SignedNote } from '../note/note.ts'
import { parseSignatures, printNote } from '../note/note.ts'
import type { Algorithms } from '../signature/signature.ts'
import type { Policy, PolicyWitness } from '../policy/policy.ts'
import { reachesQuorum } from '../policy/policy.ts'
import type { TileSource } from '../tiles/reader.ts'
import { subtreeReader } from '../tiles/reader.ts'
import { printWitnessRequest } from './request.ts'

/** Options of a client of witnesses. */
export interface WitnessClientOptions {
  readonly policy: Policy
  readonly algorithms: Algorithms
  /** After this the checkpoint is published with what came. */
  readonly timeoutMilliseconds?: number
  readonly fetch?: typeof fetch
  /** Makes a signal that is aborted when the time is over. */
  readonly deadline?: (milliseconds: number) => AbortSignal
}

const maximumAnswerLength = 100_000

/** Owned by one round of asking. */
interface Round {
  readonly options: WitnessClientOptions
  readonly note: SignedNote
  readonly checkpoint: Checkpoint
  readonly source: TileSource
  readonly signal: AbortSignal
}

/**
 * Makes a client for `openLog`.
 *
 * @example
 * const log = await openLog({ ...options, witness: witnessClient({ policy, algorithms }) })
 */
export function witnessClient(options: WitnessClientOptions): Witnessing {
  const deadline = options.deadline ?? ((milliseconds: number) => AbortSignal.timeout(milliseconds))
  // Owned by this client: the size that each witness last knew.
  const sizeByWitness = new Map<PolicyWitness, number>()
  return async (note, checkpoint, source) => {
    const asked = options.policy.witnesses.filter(({ url }) => url !== undefined)
    const stop = new AbortController()
    const signal = AbortSignal.any([deadline(options.timeoutMilliseconds ?? 5_000), stop.signal])
    const round: Round = { options, note, checkpoint, source, signal }
    const lines: NoteSignature[] = []
    const witnessed: VerifierKey[] = []
    const problemByName = new Map(asked.map(({ name }) => [name, problem('LOG-0902', { name })]))
    const isEnough = (): boolean => reachesQuorum(options.policy.quorum, witnessed)
    const answers = asked.map(async (witness) => {
      const line = await ask(round, witness, sizeByWitness)
      if (!line.ok) problemByName.set(witness.name, line.problems[0])
      else {
        problemByName.delete(witness.name)
        lines.push(line.value)
        witnessed.push(witness.key)
      }
      if (isEnough()) stop.abort()
    })
    await Promise.race([Promise.all(answers), whenAborted(signal)])
    const isWitnessed = isEnough()
    const problems = isWitnessed ? [] : [...problemByName.values()]
    return { note: { ...note, signatures: [...note.signatures, ...lines] }, witnessed: isWitnessed, problems }
  }
}

async function ask(
  round: Round,
  witness: PolicyWitness,
  sizeByWitness: Map<PolicyWitness, number>,
): Promise<Result<NoteSignature>> {
  let olderSize = sizeByWitness.get(witness) ?? 0
  // A witness that knows another size says which, and is asked once more.
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await post(round, witness, olderSize)
    if (!answer.ok) return answer
    if (answer.value.kind === 'cosigned') {
      sizeByWitness.set(witness, round.checkpoint.size)
      return succeed(answer.value.line)
    }
    olderSize = answer.value.size
    if (olderSize > round.checkpoint.size) {
      return fail('LOG-0905', { name: witness.name, known: olderSize, size: round.checkpoint.size })
    }
  }
  return fail('LOG-0904', { name: witness.name })
}

type Answer =
  { readonly kind: 'cosigned'; readonly line: NoteSignature } | { readonly kind: 'knows'; readonly size: number }

async function post(round: Round, witness: PolicyWitness, olderSize: number): Promise<Result<Answer>> {
  const { note, checkpoint, source, signal, options } = round
  const path = await proveConsistency(olderSize, checkpoint.size, subtreeReader(source, checkpoint.size))
  if (!path.ok) return path
  const body = new Uint8Array(printWitnessRequest({ olderSize, path: path.value, checkpoint: printNote(note) }))
  const base = witness.url ?? ''
  const url = `${base}${base.endsWith('/') ? '' : '/'}add-checkpoint`
  try {
    const response = await (options.fetch ?? fetch)(url, { method: 'POST', body, signal, redirect: 'error' })
    const text = await readText(response)
    if (text === undefined) return fail('LOG-0904', { name: witness.name })
    return await readAnswer(round, witness, { olderSize, status: response.status, text })
  } catch {
    return fail('LOG-0902', { name: witness.name })
  }
}

/** The answer of a witness to a request that named an older size. */
interface Said {
  readonly olderSize: number
  readonly status: number
  readonly text: string
}

async function readAnswer(
  round: Round,
  witness: PolicyWitness,
  { olderSize, status, text }: Said,
): Promise<Result<Answer>> {
  const size = status === 409 ? fromDecimal(text.trimEnd()) : undefined
  const isSameSize = status === 409 && olderSize === round.checkpoint.size && (size ?? olderSize) === olderSize
  if (isSameSize || (status === 422 && olderSize > 0)) {
    return fail('LOG-0906', { name: witness.name, size: olderSize })
  }
  if (size !== undefined) return succeed({ kind: 'knows', size })
  if (status !== 200) return fail('LOG-0901', { name: witness.name, status })
  const lines = parseSignatures(text)
  if (!lines.ok) return fail('LOG-0904', { name: witness.name })
  const note = { text: round.note.text, signatures: lines.value }
  const [cosignature] = await cosignaturesOf(note, [witness.key], round.options.algorithms)
  if (cosignature === undefined) return fail('LOG-0904', { name: witness.name })
  return succeed({ kind: 'cosigned', line: cosignature.line })
}

async function readText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true })
    if (text.length > maximumAnswerLength) return undefined
  }
  return text
}

async function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
