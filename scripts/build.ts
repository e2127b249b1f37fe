/**
 * Builds a package into its `dist`: JavaScript and declarations. npm runs it before it packs or publishes one.
 *
 *     node scripts/build.ts [folder of a package …]
 *
 * Without a folder it builds the package of the current folder.
 */
import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runToEnd } from './child.ts'

const named = process.argv.slice(2)
const folders = (named.length === 0 ? ['.'] : named).map((folder) => resolve(folder))
// A source that is gone must not leave what was built from it.
for (const folder of folders) rmSync(join(folder, 'dist'), { recursive: true, force: true })
const compiler = join(import.meta.dirname, '../node_modules/typescript/bin/tsc')
const words = [compiler, '-b', ...folders, '--emitDeclarationOnly', 'false']
// Half a minute on two cores that nobody else uses.
const { status, stdout } = runToEnd(process.execPath, words, { milliseconds: 240_000 })
// The demonstration of the desk stands on the law of the invented town, which is no package of its own.
const root = join(import.meta.dirname, '..')
if (status === 0 && folders.includes(join(root, 'packages/desk')))
  cpSync(join(root, 'examples/springfield/us'), join(root, 'packages/desk/dist/springfield/us'), { recursive: true })
if (status !== 0) {
  console.error(`the packages were not built\n${stdout}`)
  process.exitCode = 1
}
