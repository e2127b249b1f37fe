/** A server of the desk in a process of its own, on a database that is there. */
import { join } from 'node:path'
import type { Connection } from '../../packages/desk/src/database/connection.ts'
import { startChild, waitForEnd, waitUntil } from '../../scripts/child.ts'
import type { BenchDesk } from './bench-desk.ts'

const program = join(import.meta.dirname, '../../packages/desk/src/main.ts')

/** One that listens. */
export interface DeskServer {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Starts one. */
export async function startDeskServer({ application, owner }: BenchDesk, folder: string): Promise<DeskServer> {
  const words = ['--conditions=brightline-source', program, '--folder', folder, '--port', '0', '--no-demonstration']
  const env = { ...process.env, DATABASE_URL: urlOf(application), DATABASE_OWNER_URL: urlOf(owner) }
  const child = startChild(process.execPath, words, { env })
  await waitUntil(child, (said) => /http:\/\/localhost:\d+/.test(said), 60_000)
  const [address = ''] = /http:\/\/localhost:\d+/.exec(child.said()) ?? []
  const stop = async (): Promise<void> => {
    child.process.kill('SIGTERM')
    await waitForEnd(child, 35_000)
  }
  return { address, stop }
}

function urlOf({ host, port, user, password, database }: Connection): string {
  return `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
