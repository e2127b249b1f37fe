/** Waits for child processes that never wait for ever: each has an end in time, and its own words are kept. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'

/** The most that is kept of what a program says. */
const mostKept = 8192

/** A program that was started, and what it has said so far on both outputs. */
export interface Child {
  readonly process: ChildProcess
  readonly said: () => string
  /** Resolves when it has ended, with how. Never rejects: a program that could not be started says why. */
  readonly ended: Promise<string>
}

/** Starts a program. */
export function startChild(program: string, words: readonly string[], options: SpawnOptions): Child {
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const keep = (chunk: unknown): void => {
    said = `${said}${String(chunk)}`.slice(-mostKept)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be run: ${error.message}`))
    child.once('close', (code, signal) => resolve(signal === null ? `ended with ${code}` : `was ended by ${signal}`))
  })
  return { process: child, said: () => said.trim(), ended }
}

/** Waits until `isReady` likes what the program has said. Throws with the words of the program when it ends or the time is up. */
export async function waitUntil(
  what: string,
  { process: child, said, ended }: Child,
  isReady: (said: string) => boolean,
  milliseconds: number,
): Promise<void> {
  const ready = new Promise<null>((resolve) => {
    const look = (): void => {
      if (isReady(said())) resolve(null)
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
  })
  const failure = await withinTime(Promise.race([ready, ended]), milliseconds)
  if (failure === null) return
  child.kill('SIGKILL')
  throw new Error([`${what} ${failure}`, said()].filter((line) => line !== '').join(': '))
}

/** Waits for a program to end well. Throws with its words when it does not, or when the time is up. */
export async function waitForSuccess(what: string, { process: child, said, ended }: Child, ms: number): Promise<void> {
  const how = await withinTime(ended, ms)
  if (how === 'ended with 0') return
  child.kill('SIGKILL')
  throw new Error([`${what} ${how}`, said()].filter((line) => line !== '').join(': '))
}

/** Gives what is awaited, or words after so many milliseconds. */
export async function withinTime<Value>(awaited: Promise<Value>, milliseconds: number): Promise<Value | string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('was not done in time'), milliseconds)
  })
  try {
    return await Promise.race([awaited, late])
  } finally {
    clearTimeout(timer)
  }
}
