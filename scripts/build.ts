/**
 * Builds a package into its `dist`: JavaScript and declarations. npm runs it before it packs or publishes one.
 *
 *     node scripts/build.ts [folder of a package …]
 *
 * Without a folder it builds the package of the current folder.
 */
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { runToEnd } from './child.ts'

/** Packages whose modules look for no file beside them, but from the folder of the package. */
const joined = new Set(['language', 'engine', 'law-files', 'wording'])

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
} else {
  for (const folder of folders) if (joined.has(basename(folder))) await joinModules(folder)
}

/** Joins the modules of a package into one file for each entry, with what they share beside: a command loads them all, and each file costs it time. */
async function joinModules(folder: string): Promise<void> {
  const dist = join(folder, 'dist')
  const modules = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'))
  const lost = modules.find(
    (path) => dirname(path) !== '.' && readFileSync(join(dist, path), 'utf8').includes('import.meta'),
  )
  if (lost !== undefined) throw new Error(`${join(dist, lost)} looks for a file from where it stands, and is moved`)
  const built = await rolldown({
    input: entriesOf(folder),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
  })
  const { output } = await built.write({ dir: dist, chunkFileNames: 'shared-[hash].js', sourcemap: true })
  await built.close()
  const kept = new Set(output.map(({ fileName }) => fileName))
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const isModule = /\.js(?:\.map)?$/.test(path)
    if (isModule && !kept.has(path)) rmSync(join(dist, path))
  }
}

/** Names the modules that others may import, each as it stands after the compiler. */
function entriesOf(folder: string): Record<string, string> {
  const { exports }: { readonly exports: Record<string, string | { readonly default: string }> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const files = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : [entry.default]))
  return Object.fromEntries(files.map((file) => [file.replace(/^\.\/dist\/|\.js$/g, ''), join(folder, file)]))
}
