/** The user that the server runs as: PostgreSQL refuses to run as root. */
import { runToEnd } from './child.ts'

/** Who runs the server; null for the user of this process. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** `postgres` where a system has it, and otherwise the user without rights that every system has. Nothing is created. */
const names = ['postgres', 'nobody']

/** Chooses the user of the server. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const found = names.map(accountOf).find((account) => account !== null)
  if (found === undefined) {
    throw new Error(`PostgreSQL does not run as root, and this system has none of the users ${names.join(', ')}`)
  }
  return found
}

function accountOf(name: string): Account | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(idOf(flag, name), 10))
  if (uid === undefined || gid === undefined || Number.isNaN(uid) || Number.isNaN(gid) || uid === 0) return null
  return { name, uid, gid }
}

function idOf(flag: string, name: string): string {
  return runToEnd('id', [flag, name], { milliseconds: 5000 }).stdout
}
