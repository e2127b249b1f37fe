/** Where parsed and checked law is kept on this machine. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the cache: the user's own, or in a checkout one for the sources as they are; null where there is no home. */
export function cacheFolder(): string | null {
  const checkout = fileURLToPath(new URL('../../../', import.meta.url))
  if (existsSync(new URL('../bin/checkout.js', import.meta.url))) {
    return join(checkout, 'node_modules/.cache/brightline', stateOf(checkout))
  }
  const { XDG_CACHE_HOME: own, LOCALAPPDATA: windows } = process.env
  // A relative path would mean another folder wherever the command is started.
  const base = [own, windows].find((folder) => folder !== undefined && isAbsolute(folder)) ?? homeCache()
  return base === null ? null : join(base, 'brightline')
}

function homeCache(): string | null {
  try {
    return join(homedir(), '.cache')
  } catch {
    return null
  }
}

/** The packages whose sources make law of texts and judge it. */
const judging = ['language', 'engine', 'law-files']

/** A name for sources as they are on disk: whoever changes them is told nothing that the old ones found. */
function stateOf(checkout: string): string {
  const hash = createHash('sha256')
  for (const folder of judging.map((name) => join(checkout, 'packages', name, 'src'))) {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
      const { size, mtimeMs } = statSync(join(folder, path))
      hash.update(`${path} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}
