/** A folder for a server that lives as long as a test, with the programs where its user can run them. */
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '../../packages/desk/src/embedded/account.ts'
import { whyNot } from '../../packages/desk/src/embedded/programs.ts'

/** The folders that are tried for data and copies, in order. */
function temporaryFolders(): readonly string[] {
  return [...new Set([tmpdir(), '/tmp', '/var/tmp'])].filter((folder) => existsSync(folder))
}

/**
 * Makes a folder that the user of the server can enter, with `programs` to run from there.
 *
 * A clone in a home folder or a container is often closed to everybody but its owner. The programs are then copied.
 */
export function reachableFolder(
  programs: string,
  account: Account | null,
  left: () => number,
): { folder: string; programs: string } {
  if (!existsSync(join(programs, 'bin'))) throw new Error(`PostgreSQL is not installed in ${programs}`)
  const refusals: string[] = []
  for (const parent of temporaryFolders()) {
    let folder: string
    try {
      folder = mkdtempSync(join(parent, 'brightline-postgresql-'))
    } catch (error) {
      refusals.push(String(error))
      continue
    }
    chmodSync(folder, 0o755)
    const refusal = whyNot(programs, account, folder, left())
    if (refusal === null) return { folder, programs }
    const copy = join(folder, 'programs')
    cpSync(programs, copy, { recursive: true, verbatimSymlinks: true })
    const again = whyNot(copy, account, folder, left())
    if (again === null) return { folder, programs: copy }
    rmSync(folder, { recursive: true, force: true })
    refusals.push(again)
  }
  const who = account === null ? '' : ` as ${account.name}`
  throw new Error(`PostgreSQL cannot be run${who}: ${[...new Set(refusals)].join('; ')}`)
}
