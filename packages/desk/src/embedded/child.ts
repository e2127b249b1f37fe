/**
 * The only way in which the desk, and the tests and scripts of all packages, start other programs: every wait has an end
 * in time, and what cannot be run or does not end is named with its own words. Lint refuses `node:child_process` elsewhere.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'

/** The most that is kept of what a program says while it runs. */
const mostKept = 64 * 1024

/** How a program is run. */
export interface ChildOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly uid?: number
  readonly gid?: number
  readonly input?: 'ignore' | 'pipe'
}

/** A program that was started. */
export interface Child {
  /** What it is called when it fails. */
  readonly name: string
  readonly process: ChildProcess
  /** What it has said so far on both outputs. */
  readonly said: () => string
  /** Resolves when it has ended. Never rejects. */
  readonly ended: Promise<Ending>
}

/** How a program ended; `error` where it could not be run. */
interface Ending {
  readonly code: number | null
  readonly signal: string | null
  readonly error?: string
}

/** What a program that ended has said. */
export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, whatever its exit code. Throws when it cannot be run or takes longer than so many milliseconds. */
export function runToEnd(
  program: string,
  words: readonly string[],
  { input = '', milliseconds = 60_000, ...options }: RunOptions = {},
): Ended {
  const bounds = {
    encoding: 'utf8',
    timeout: Math.ceil(milliseconds),
    killSignal: 'SIGKILL',
    maxBuffer: 256 * 1024 * 1024,
  } as const
  const { status, signal, stdout, stderr, error } = spawnSync(program, words, { ...options, ...bounds, input })
  const late = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT'
  if (late) throw new Error(inWords(nameOf(program, words), howOf(null), `${stdout}${stderr}`))
  if (error !== undefined || signal !== null) {
    const how = howOf({ code: status, signal, ...(error === undefined ? {} : { error: error.message }) })
    throw new Error(inWords(nameOf(program, words), how, `${stdout ?? ''}${stderr ?? ''}`))
  }
  return { status, stdout, stderr }
}

/** How a program is run to its end. */
export interface RunOptions extends Omit<ChildOptions, 'input'> {
  /** What it reads on standard input. */
  readonly input?: string
  /** The most that it may take. */
  readonly milliseconds?: number
}

/** Starts a program. Waiting for it is for the functions below. */
export function startChild(
  program: string,
  words: readonly string[],
  { input = 'ignore', ...options }: ChildOptions = {},
): Child {
  const child = spawn(program, words, { ...options, stdio: [input, 'pipe', 'pipe'] })
  let said = ''
  for (const output of outputsOf(child))
    output.on('data', (chunk) => (said = `${said}${String(chunk)}`.slice(-mostKept)))
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', ({ message }) => resolve({ code: null, signal: null, error: message }))
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  return { name: nameOf(program, words), process: child, said: () => said, ended }
}

/** Waits until `isReady` likes what a program has said. Ends it and throws its words when it ends before or the time is up. */
export async function waitUntil(child: Child, isReady: (said: string) => boolean, milliseconds: number): Promise<void> {
  const ready = new Promise<'ready'>((resolve) => {
    const look = (): void => {
      if (isReady(child.said())) resolve('ready')
    }
    for (const output of outputsOf(child.process)) output.on('data', look)
    look()
  })
  const first = await withinTime(Promise.race([ready, child.ended]), milliseconds)
  if (first !== 'ready') fail(child, first)
}

/** Waits for the end of a program and gives its exit code, which is null after a signal. */
export async function waitForEnd(child: Child, milliseconds: number): Promise<number | null> {
  const ending = await withinTime(child.ended, milliseconds)
  return ending === null || ending.error !== undefined ? fail(child, ending) : ending.code
}

/** Waits for a program to end with 0. Throws its words otherwise. */
export async function waitForSuccess(child: Child, milliseconds: number): Promise<void> {
  const ending = await withinTime(child.ended, milliseconds)
  if (ending?.code !== 0) fail(child, ending)
}

/** Gives what is awaited, or null after so many milliseconds. */
export async function withinTime<Value>(awaited: Promise<Value>, milliseconds: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([awaited, late])
  } finally {
    clearTimeout(timer)
  }
}

function fail(child: Child, ending: Ending | null): never {
  child.process.kill('SIGKILL')
  throw new Error(inWords(child.name, howOf(ending), child.said()))
}

function howOf(ending: Ending | null): string {
  if (ending === null) return 'was not done in time'
  if (ending.error !== undefined) return `cannot be run: ${ending.error}`
  return ending.signal === null ? `ended with ${ending.code}` : `was ended by ${ending.signal}`
}

function inWords(name: string, how: string, said: string): string {
  return [`${name} ${how}`, said.trim().slice(-mostKept)].filter((part) => part !== '').join(': ')
}

/** The program and the first word that is no flag, without their folders. */
function nameOf(program: string, words: readonly string[]): string {
  const first = words.find((word) => !word.startsWith('-'))
  return [program, ...(first === undefined ? [] : [first])].map((path) => path.split('/').at(-1)).join(' ')
}

function outputsOf(child: ChildProcess): readonly Readable[] {
  return [child.stdout, child.stderr].filter((output) => output !== null)
}
