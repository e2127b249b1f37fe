/** The program as a user has it: packed, and put into a folder of its own. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from '../scripts/child.ts'
import { packAll } from '../scripts/pack.ts'

/** A program in a folder that is left behind for the next measurement. */
export interface Installed {
  readonly run: (...words: readonly string[]) => void
  /** Lets the next check find everything itself. */
  readonly forgetChecked: () => void
}

/** Packs every package and puts them into a folder of this checkout, in which what they depend on is found. */
export function install(root: string): Installed {
  const folder = join(root, 'node_modules/.cache/brightline-bench')
  rmSync(folder, { recursive: true, force: true })
  for (const { name, tarball } of packAll(join(folder, 'packed'))) {
    const to = join(folder, 'node_modules', name)
    mkdirSync(to, { recursive: true })
    end('tar', ['-xzf', tarball, '-C', to, '--strip-components=1'])
  }
  const cache = join(folder, 'cache')
  const program = join(folder, 'node_modules/brightline/bin/brightline.js')
  return {
    run: (...words) => end(process.execPath, [program, ...words], { cwd: folder, cache }),
    forgetChecked: () => rmSync(join(cache, 'brightline/checked'), { recursive: true, force: true }),
  }
}

function end(program: string, words: readonly string[], at?: { readonly cwd: string; readonly cache: string }): void {
  const where = at === undefined ? {} : { cwd: at.cwd, env: { ...process.env, XDG_CACHE_HOME: at.cache } }
  const { status, stdout, stderr } = runToEnd(program, words, { ...where, milliseconds: 60_000 })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${stdout}${stderr}`)
}
