/**
 * Appends to a log in a folder and publishes, whatever other writers do meanwhile.
 *
 * A writer that was taken over does not know whether its entries are in. It lets the other one finish, and then tries
 * again: entries that the log holds are not appended twice, so the second try finds out.
 */
import { realDisk } from '../files/disk.ts'
import { folderSource } from '../files/folder-source.ts'
import { systemRandom } from '../files/key-file.ts'
import { takeTurn } from '../files/turn.ts'
import type { Appendable, Appended } from '../log/admission.ts'
import type { Log } from '../log/log.ts'
import type { Policy } from '../policy/policy.ts'
import { readShownCheckpoint } from '../policy/shown-checkpoint.ts'
import { attempt } from '../problem/attempt.ts'
import { inFile, succeed } from '../problem/problem.ts'
import type { Failure, Problem, Result } from '../problem/problem.ts'
import { machineClock, machineWait } from './machine.ts'
import type { LogFolder, LogFolderOptions } from './log-folder.ts'
import { checkWriter, openLogFolder } from './log-folder.ts'

/** Options of an append. */
export interface AppendOptions extends LogFolderOptions {
  /** Entries without a serial may be in the log already, from a try that did not end. */
  readonly isRetry?: boolean
  /** Called once, as soon as the entries are safe, before anything is published. */
  readonly onAppended?: (appended: readonly Appended[]) => void
  /** Waits before the next look at what another writer does; as the machine does unless given. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

/** The outcome of an append. */
export interface AppendOutcome {
  readonly appended: readonly Appended[]
  /** The size of the published tree. */
  readonly size: number
  readonly policy: Policy
  readonly witnessed: boolean
  readonly problems: readonly Problem[]
}

/** Takes over again from other writers this many times at most. */
const mostTries = 24

/** A writer that took over is looked at this many times, each after a longer wait. */
const looks = 8
const firstWaitMilliseconds = 20
const longestWaitMilliseconds = 1_000

/** Options with a clock and a way to wait. */
type CallOptions = AppendOptions & Required<Pick<AppendOptions, 'now' | 'wait'>>

/** Owned by one call: what is known of it so far. */
interface Call {
  readonly folder: string
  readonly entries: readonly Appendable[]
  readonly options: CallOptions
  policy: Policy | undefined
  appended: readonly Appended[] | undefined
  isRetry: boolean
}

/**
 * Appends all entries or none, and publishes.
 *
 * @example
 * const outcome = await appendToFolder('log', [entry])
 * if (outcome.ok) console.log(outcome.value.size)
 */
export async function appendToFolder(
  folder: string,
  entries: readonly Appendable[],
  asked: AppendOptions = {},
): Promise<Result<AppendOutcome>> {
  const options = { now: machineClock, wait: machineWait, ...asked }
  const ready = await checkWriter(folder, options)
  if (!ready.ok) return ready
  const turn = await attempt(async () => await takeTurn(realDisk(folder), options), inFile(folder))
  if (!turn.ok) return turn
  try {
    return await appendInTurn(folder, entries, options)
  } finally {
    await turn.value.end()
  }
}

/** A writer that takes no turns, such as a server, may still take over. */
async function appendInTurn(
  folder: string,
  entries: readonly Appendable[],
  options: CallOptions,
): Promise<Result<AppendOutcome>> {
  const isRetry = options.isRetry === true
  const call: Call = { folder, entries, options, policy: undefined, appended: undefined, isRetry }
  for (let tries = 1; ; tries++) {
    const done = await tryOnce(call)
    if (done.ok || !isTakenOver(done) || tries === mostTries) return done
    call.isRetry = true
    const finished = await letOtherFinish(call, tries)
    if (finished !== undefined) return succeed(finished)
  }
}

async function tryOnce(call: Call): Promise<Result<AppendOutcome>> {
  const opened = await openLogFolder(call.folder, call.options)
  if (!opened.ok) return opened
  call.policy = opened.value.policy
  try {
    return await appendAndPublish(call, opened.value)
  } finally {
    await opened.value.log.close()
  }
}

async function appendAndPublish(call: Call, { log, policy }: LogFolder): Promise<Result<AppendOutcome>> {
  const appended = await appendOnce(call, log)
  // What earlier writers left without a checkpoint is published, also where these entries are refused.
  const published = await log.publish()
  if (!appended.ok) return appended
  if (!published.ok) return published
  const { checkpoint, witnessed, problems } = published.value
  return succeed({ appended: appended.value, size: checkpoint.size, policy, witnessed, problems })
}

async function appendOnce(call: Call, log: Log): Promise<Result<readonly Appended[]>> {
  if (call.appended !== undefined) return succeed(call.appended)
  const appended = await log.appendAll(call.entries, { isRetry: call.isRetry })
  if (!appended.ok) return appended
  call.appended = appended.value
  call.options.onAppended?.(appended.value)
  return appended
}

/** Waits for the writer that took over, and looks whether it publishes these entries too. */
async function letOtherFinish(call: Call, tries: number): Promise<AppendOutcome | undefined> {
  const { folder, appended, policy, options } = call
  for (let look = 0; look < looks; look++) {
    await options.wait(waitOf(tries + look))
    // Whether the entries are in is not known: that takes another try.
    if (appended === undefined || policy === undefined) return undefined
    const shown = await readShownCheckpoint(folderSource(realDisk(folder)), policy)
    if (!shown.ok) continue
    const { checkpoint, witnessed } = shown.value
    const isShown = appended.every(({ index }) => index < checkpoint.size)
    if (isShown) return { appended, size: checkpoint.size, policy, witnessed, problems: [] }
  }
  return undefined
}

/** Doubles, up to a limit. Chance keeps two writers from taking turns at stopping each other. */
function waitOf(times: number): number {
  const chance = 0.5 + (systemRandom(1)[0] ?? 0) / 256
  return Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** times) * chance
}

function isTakenOver({ problems }: Failure): boolean {
  return ['LOG-0802', 'LOG-0803'].includes(problems[0].code)
}
