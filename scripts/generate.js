// Makes packages/language/src/generated from the grammar. `--check` fails when that gives a diff.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const folder = join(root, 'packages/language/src/generated')
const read = () =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))

const before = read()
execFileSync(process.execPath, [join(root, 'node_modules/langium-cli/bin/langium.js'), 'generate'], {
  cwd: join(root, 'packages/language'),
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (process.argv.includes('--check')) {
  const after = read()
  const stale = Object.keys(after).filter((file) => after[file] !== before[file])
  if (stale.length > 0) {
    console.error(`generated files were stale: ${stale.join(', ')}; commit them as they are now`)
    process.exit(1)
  }
}
