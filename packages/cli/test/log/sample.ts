/** A log with fixed keys, clock and entries, and the commands on it. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { RandomBytes } from '@brightline/ledger'
import { append, type AppendFlags, type AppendWorld } from '../../src/log/append.ts'
import { init } from '../../src/log/init.ts'
import { refusing } from '../../src/log/run-in.ts'
import { run } from '../../src/main.ts'
import { capture, temporaryFolder, type Ran } from '../command.ts'

export const origin = 'log.springfield.example'
export const now = (): number => 1_800_000_000

/** A world without time and chance. */
export const still: Omit<AppendWorld, 'input'> = { random: fixedRandom(9), now, wait: async () => undefined }

/** The same bytes in every run. */
export function fixedRandom(seed: number): RandomBytes {
  return (length) => new Uint8Array(length).fill(seed)
}

export function entryLine(serial: number, fields: object = {}): string {
  const policy = Buffer.alloc(32, 7).toString('base64')
  const commitment = Buffer.alloc(32, serial).toString('base64')
  const decision = { kind: 'decision', policy, rules: ['us.ca.seven-k'], verdict: 'decline', commitment }
  return JSON.stringify({ place: 'us/ca/springfield/front', day: '2026-03-02', serial, ...decision, ...fields })
}

export function entryLines(count: number, from = 1): string {
  return Array.from({ length: count }, (_, at) => `${entryLine(from + at)}\n`).join('')
}

/** Makes a log of this many entries in a folder. */
export async function makeLog(folder: string, entries = 0, seed = 1): Promise<string> {
  await capture(async () => await init(folder, { origin, lang: 'en' }, fixedRandom(seed), now))
  if (entries > 0) await appendTo(folder, entryLines(entries))
  return folder
}

export async function newLog(entries = 0, seed = 1): Promise<string> {
  return await makeLog(join(temporaryFolder(), 'log'), entries, seed)
}

export async function appendTo(folder: string, input: string, flags: Partial<AppendFlags> = {}): Promise<Ran> {
  const world = { ...still, input: chunks(input) }
  const { lang = 'en' } = flags
  return await capture(
    async () => await refusing(lang, async () => await append(folder, { timeout: '600', ...flags, lang }, world)),
  )
}

async function* chunks(text: string): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.slice(at, at + 1000)
}

export async function log(...args: readonly string[]): Promise<Ran> {
  return await capture(async () => await run(['log', ...args]))
}

/** A web server over a folder, as any shows a log; `asked` collects the paths. */
export async function serveFolder(folder: () => string, asked: string[] = []): Promise<string> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1)
    asked.push(path)
    try {
      response.end(readFileSync(join(folder(), path)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${portOf(server.address())}/`
}

/** A server that never answers. */
export async function serveSilence(): Promise<string> {
  const server = createServer(() => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${portOf(server.address())}/`
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A text without the names of temporary folders. */
export function masked(text: string, folder: string): string {
  return text.replaceAll(folder, 'FOLDER').replace(/"milliseconds":\d+/g, '"milliseconds":N')
}
