// Runs a command of the workspace, after installing what is missing: `node scripts/with-workspace.js vitest run`.
// Plain JavaScript for any Node from 20, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const binaries = join(root, 'node_modules', '.bin')
const longestInstall = 15 * 60_000

/** npm leaves a copy of the lock file it installed; when the two name the same packages there is nothing to do. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed) || !existsSync(join(binaries, 'node'))) return false
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const wanted = read(join(root, 'package-lock.json'))
  const present = read(installed)
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') || optional || (link ? path in present : present[path]?.version === version),
  )
}

function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error !== undefined) {
    console.error(`${command} could not be run: ${error.message}`)
    return 2
  }
  if (signal !== null) process.kill(process.pid, signal)
  return status ?? 1
}

if (!isInstalled()) {
  console.error('installing packages (once)…')
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const status = run('npm', words, { stdio: ['ignore', 2, 2], timeout: longestInstall })
  if (status !== 0) process.exit(status)
}
// The command itself takes the time that it takes: it may ask a person, or run every test.
const [command, ...args] = process.argv.slice(2)
const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` }
process.exit(run(join(binaries, command), args, { env }))
