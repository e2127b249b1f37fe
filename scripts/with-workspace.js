// Runs a command of the workspace, after installing what is missing: `node scripts/with-workspace.js vitest run`. With
// `--omit=dev` before the command, what only tests and checks need may be missing, and is not installed.
// Plain JavaScript for any Node from 20, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const binaries = join(root, 'node_modules', '.bin')
const longestInstall = 15 * 60_000
const isForUse = process.argv[2] === '--omit=dev'

/** npm leaves a copy of the lock file it installed; when the two name the same packages there is nothing to do. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed) || !existsSync(join(binaries, 'node'))) return false
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const wanted = read(join(root, 'package-lock.json'))
  const present = read(installed)
  return Object.entries(wanted).every(
    ([path, { version, optional, dev, devOptional, link }]) =>
      !path.startsWith('node_modules/') ||
      optional ||
      (isForUse && (dev || devOptional)) ||
      (link ? path in present : present[path]?.version === version),
  )
}

function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error !== undefined) {
    const how = error.code === 'ETIMEDOUT' ? 'was not done in time' : 'could not be run'
    console.error(`${command} ${how}: ${error.message}`)
    return 2
  }
  if (signal !== null) process.kill(process.pid, signal)
  return status ?? 1
}

/** npm does nothing without a cache that it can write to, and a home is not always one's own to write in. */
function canCache() {
  try {
    const cache = process.env.npm_config_cache ?? join(homedir(), '.npm')
    mkdirSync(cache, { recursive: true })
    accessSync(cache, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function install() {
  const cache = canCache() ? null : mkdtempSync(join(tmpdir(), 'brightline-npm-'))
  const env = cache === null ? process.env : { ...process.env, npm_config_cache: cache }
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(isForUse ? ['--omit=dev'] : [])]
  const status = run('npm', words, { stdio: ['ignore', 2, 2], timeout: longestInstall, env })
  if (cache !== null) rmSync(cache, { recursive: true, force: true })
  return status
}

if (!isInstalled()) {
  console.error('installing packages (once)…')
  const status = install()
  if (status !== 0) process.exit(status)
}
// The command itself takes the time that it takes: it may ask a person, or run every test.
const [command, ...args] = process.argv.slice(isForUse ? 3 : 2)
const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` }
process.exit(run(join(binaries, command), args, { env }))
