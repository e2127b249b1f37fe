/** Makes packages/language/src/generated from the grammar. `--check` fails when that gives a diff. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from './child.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'packages/language/src/generated')

const before = textByFile()
const langium = join(root, 'node_modules/langium-cli/bin/langium.js')
const { status, stderr } = runToEnd(process.execPath, [langium, 'generate'], { cwd: join(root, 'packages/language') })
if (status !== 0) throw new Error(`langium ended with ${status}: ${stderr}`)
if (process.argv.includes('--check')) {
  const after = textByFile()
  const stale = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file)
  if (stale.length > 0) {
    console.error(`generated files were stale: ${stale.join(', ')}; commit them as they are now`)
    process.exitCode = 1
  }
}

function textByFile(): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}
