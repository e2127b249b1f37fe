/** Drives a Chromium over its debugging protocol, without any network: the page gets none, and no proxy answers. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild, waitUntil, withinTime, type Child } from '../../../scripts/child.ts'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--proxy-server=127.0.0.1:9',
  '--remote-debugging-port=0',
]

/** The most that the browser may take to answer. */
const longestWait = 20_000

/** One page of a browser that has no network. */
export interface OfflinePage {
  /** Opens a file and waits until the script answers something other than undefined. */
  readonly open: (url: string, script: string) => Promise<unknown>
  /** Presses keys one after the other, such as `Tab` and `Enter`. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  /** Asks a script in the page that is open. */
  readonly ask: (script: string) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** Finds a Chromium on this machine, if there is one; `CHROMIUM` names another. */
export function installedBrowser(): string | undefined {
  const paths = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome']
  return paths.find((path) => existsSync(path))
}

/** Starts the browser at a path. */
export async function openBrowser(path: string): Promise<OfflinePage> {
  const profile = mkdtempSync(join(tmpdir(), 'brightline-browser-'))
  const browser = startChild(path, [...flags, `--user-data-dir=${profile}`, 'about:blank'])
  const send = await connect(await pageOf(browser)).catch((error: unknown) => {
    browser.process.kill('SIGKILL')
    throw error
  })
  await send('Network.enable')
  await send('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  })
  const ask = async (expression: string): Promise<unknown> =>
    await until(async () => (await send('Runtime.evaluate', { expression, returnByValue: true }))?.result?.value)
  const open = async (url: string, script: string): Promise<unknown> => {
    await send('Page.navigate', { url: 'about:blank' })
    await send('Page.navigate', { url })
    return await ask(script)
  }
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      const text = key === 'Enter' ? { text: '\r' } : {}
      for (const type of ['keyDown', 'keyUp']) await send('Input.dispatchKeyEvent', { type, key, code: key, ...text })
    }
  }
  const close = async (): Promise<void> => {
    browser.process.kill('SIGKILL')
    await withinTime(browser.ended, longestWait)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { open, press, ask, close }
}

/** An answer of the protocol, as far as it is read here. */
interface Answer {
  readonly result?: { readonly value?: unknown }
}

type Send = (method: string, params?: object) => Promise<Answer | undefined>

async function connect(url: string): Promise<Send> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (answer: Answer | undefined) => void>()
  socket.addEventListener('message', ({ data }) => {
    const message: { readonly id?: number; readonly result?: Answer } = JSON.parse(String(data))
    waiting.get(message.id ?? 0)?.(message.result)
  })
  await answered(
    'the socket',
    new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true })
      socket.addEventListener('error', () => reject(new Error('the browser refused the socket')), { once: true })
    }),
  )
  let id = 0
  return async (method, params = {}) => {
    id += 1
    const answer = new Promise<{ readonly of: Answer | undefined }>((resolve) =>
      waiting.set(id, (of) => resolve({ of })),
    )
    socket.send(JSON.stringify({ id, method, params }))
    return (await answered(method, answer)).of
  }
}

async function answered<Value>(what: string, awaited: Promise<Value>): Promise<Value> {
  const answer = await withinTime(awaited, longestWait)
  if (answer === null) throw new Error(`the browser did not answer ${what} in time`)
  return answer
}

/** The address of the page that the browser opened. */
async function pageOf(browser: Child): Promise<string> {
  const listening = /DevTools listening on ws:\/\/127\.0\.0\.1:([0-9]+)\//
  await waitUntil(browser, (said) => listening.test(said), longestWait)
  const list = `http://127.0.0.1:${listening.exec(browser.said())?.[1]}/json`
  const targets: readonly { readonly type: string; readonly webSocketDebuggerUrl: string }[] = await (
    await fetch(list, { signal: AbortSignal.timeout(longestWait) })
  ).json()
  const target = targets.find(({ type }) => type === 'page')
  if (target === undefined) throw new Error('the browser has no page')
  return target.webSocketDebuggerUrl
}

async function until(ask: () => Promise<unknown>): Promise<unknown> {
  for (let round = 0; round < 300; round++) {
    const value = await ask()
    if (value !== undefined && value !== null && value !== '') return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the page shows nothing')
}
