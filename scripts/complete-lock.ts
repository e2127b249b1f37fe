/**
 * Adds to the lock file the packages for other platforms that a registry did not serve when it was written.
 *
 * npm leaves them out, and `npm ci` then refuses the whole lock file. They are optional and are never fetched on a
 * platform that they are not for. Run it after `npm install`: `node scripts/complete-lock.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const platform = /(darwin|linux|win32|windows|freebsd|openbsd|netbsd|android|openharmony|sunos|aix)-(\w+)/

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> }
const found = Object.entries(lock.packages)
const missing = found.flatMap(([path, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies).flatMap(([name, wanted]) => {
    const isThere = [`node_modules/${name}`, `${path}/node_modules/${name}`].some((key) => key in lock.packages)
    return isThere ? [] : entryOf(name, wanted, dev === true)
  }),
)
const packages = Object.fromEntries([...found, ...missing].sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
console.error(`added ${missing.length} packages for other platforms`)

function entryOf(name: string, wanted: string, isDev: boolean): readonly (readonly [string, LockedPackage])[] {
  const [, os, cpu] = platform.exec(name) ?? []
  if (os === undefined || cpu === undefined) return []
  const entry = {
    version: wanted.replace(/^[\^~]/, ''),
    cpu: [cpu],
    ...(isDev ? { dev: true } : {}),
    optional: true,
    os: [os],
  }
  return [[`node_modules/${name}`, entry]]
}
