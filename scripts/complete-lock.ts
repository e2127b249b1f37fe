/**
 * Completes the lock file with the packages for other platforms, after `npm install`: `node scripts/complete-lock.ts`.
 *
 * npm leaves out those that a registry did not serve when it was written, and `npm ci` then refuses the whole file; or it
 * keeps them without their digests. Both are asked for here. With `--check` nothing is asked or written: an entry without
 * a digest, or one that is tied to a host, is named, also in the lock file of the mutation runs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from './child.ts'

/** One package of the lock file. */
interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** What the registry says of a package, as far as the lock file keeps it. */
interface Served {
  readonly 'dist.integrity': string
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly engines?: Readonly<Record<string, string>>
  readonly license?: string
}

type Entry = readonly [path: string, locked: Locked]

/** A lock file, as far as it is read here. */
interface Lock {
  readonly packages: Readonly<Record<string, Locked>>
}

const file = 'package-lock.json'
const files = [file, 'scripts/mutation/package-lock.json']

if (process.argv.includes('--check')) for (const each of files) check(each, Object.entries(read(each).packages))
else complete(read(file))

function read(path: string): Lock {
  return JSON.parse(readFileSync(inRoot(path), 'utf8')) as Lock
}

function inRoot(path: string): string {
  return join(import.meta.dirname, '..', path)
}

function check(path: string, entries: readonly Entry[]): void {
  const faults = entries
    .filter(isFetched)
    .flatMap(([path, { integrity, resolved }]) => [
      ...(integrity?.startsWith('sha512-') === true
        ? []
        : [`${path} has no digest: run node scripts/complete-lock.ts`]),
      ...(resolved === undefined ? [] : [`${path} is tied to an address: npm install leaves it out by .npmrc`]),
    ])
  for (const fault of faults) console.error(`${path}: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}

function complete(lock: Lock): void {
  const known = Object.entries(lock.packages)
  const entries = [...known, ...known.flatMap((entry) => missingBeside(entry, lock))]
  const completed = entries.map((entry) =>
    isFetched(entry) && entry[1].integrity === undefined ? [entry[0], withDigest(entry)] : entry,
  )
  const packages = Object.fromEntries(completed.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(inRoot(file), `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  check(file, Object.entries(packages))
}

/** The platform packages that a package names and the lock file does not have. */
function missingBeside([path, { dev, optionalDependencies = {} }]: Entry, lock: Lock): readonly Entry[] {
  return Object.entries(optionalDependencies).flatMap(([name, wanted]) => {
    const isThere = [`node_modules/${name}`, `${path}/node_modules/${name}`].some((key) => key in lock.packages)
    const isForAPlatform =
      /(?:darwin|linux|win32|windows|freebsd|openbsd|netbsd|android|openharmony|sunos|aix)-\w+/.test(name)
    if (isThere || !isForAPlatform) return []
    const version = wanted.replace(/^[\^~]/, '')
    return [[`node_modules/${name}`, { version, ...(dev === true ? { dev } : {}), optional: true }]] as const
  })
}

function withDigest([path, locked]: Entry): Locked {
  const name = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${locked.version}`
  const fields = ['dist.integrity', 'os', 'cpu', 'libc', 'engines', 'license']
  const { status, stdout, stderr } = runToEnd('npm', ['view', name, ...fields, '--json'])
  if (status !== 0 || stdout === '') {
    console.error(`${name} is not served: ${stderr.trim()}`)
    return locked
  }
  const { 'dist.integrity': integrity, ...served } = JSON.parse(stdout) as Served
  console.error(`completed ${name}`)
  return { ...locked, integrity, ...served }
}

/** Those of the workspace, and links to them, are in the repository. */
function isFetched([path, { link }]: Entry): boolean {
  return path.includes('node_modules/') && link !== true
}
