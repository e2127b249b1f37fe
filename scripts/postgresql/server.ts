/**
 * A PostgreSQL server of one's own, on the loopback address, for as long as it is wanted.
 *
 * It starts as any user, also as root in a folder that nobody else may enter, and it starts or says why within
 * a minute.
 */
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { serverAccount, type Account } from '../../packages/desk/src/embedded/account.ts'
import { identity, shippedPrograms } from '../../packages/desk/src/embedded/programs.ts'
import { startChild, waitForSuccess, waitUntil, withinTime, type Child } from '../child.ts'
import { reachableFolder } from './reachable-folder.ts'

/** How to reach the server, as the client wants it, and how to end it. */
export interface PostgresServer {
  readonly connection: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly password: string
    readonly database: string
  }
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>
}

/** What can be told to a server. */
export interface ServerOptions {
  /** Settings such as `fsync=off`. */
  readonly settings?: readonly string[]
  /** The folder of the programs; by default the shipped ones. */
  readonly programs?: string
  /** The most that all of the start may take. */
  readonly milliseconds?: number
}

/** For a server on the loopback address that lives as long as a test. */
const password = 'loopback-only'
const user = 'postgres'

/** Processes of a server that was ended by force may still be writing. */
const removal = { recursive: true, force: true, maxRetries: 5 } as const

/** Starts a server with an empty database. */
export async function startServer(options: ServerOptions = {}): Promise<PostgresServer> {
  const { settings = [], milliseconds = 60_000 } = options
  const end = performance.now() + milliseconds
  // No time at all would be taken for no bound.
  const left = (): number => Math.max(1, end - performance.now())
  const account = serverAccount()
  const { folder, programs } = reachableFolder(options.programs ?? shippedPrograms(), account, left)
  try {
    const run = (name: string, words: readonly string[]): Child =>
      startChild(join(programs, 'bin', name), words, { ...identity(account), cwd: folder, env: environment(folder) })
    const data = await makeCluster(folder, account, run, left)
    const port = await freePort()
    const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].map((one) => `-c${one}`)
    const server = run('postgres', [`-D${data}`, `-p${port}`, ...flags])
    const remove = (): void => {
      server.process.kill('SIGKILL')
      rmSync(folder, removal)
    }
    process.once('exit', remove)
    await waitUntil(server, (said) => said.includes('ready to accept'), left())
    const stop = async (): Promise<void> => {
      process.off('exit', remove)
      // A fast shutdown: clients are disconnected.
      server.process.kill('SIGINT')
      await withinTime(server.ended, 10_000)
      remove()
    }
    return { connection: { host: '127.0.0.1', port, user, password, database: 'postgres' }, stop }
  } catch (error) {
    rmSync(folder, removal)
    throw error
  }
}

/** English words, whatever the machine speaks, and nothing of what this process was told. */
function environment(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TMPDIR: folder }
}

async function makeCluster(
  folder: string,
  account: Account | null,
  run: (name: string, words: readonly string[]) => Child,
  left: () => number,
): Promise<string> {
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  if (account !== null) for (const path of [data, secret]) chownSync(path, account.uid, account.gid)
  const words = ['--encoding=UTF8', '--locale=C', '--no-sync', '--auth=scram-sha-256', `--username=${user}`]
  const initdb = run('initdb', [`--pgdata=${data}`, `--pwfile=${secret}`, ...words])
  await waitForSuccess(initdb, left())
  rmSync(secret)
  return data
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port is free'))
        else resolve(address.port)
      })
    })
  })
}
