/** Packs every package as it would be published: `node scripts/pack.ts FOLDER`. */
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runToEnd } from './child.ts'

/** A package that was packed. */
export interface Packed {
  readonly name: string
  readonly tarball: string
  /** The paths in it. */
  readonly files: readonly string[]
  readonly bytes: number
}

interface Reported {
  readonly name: string
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

const root = join(import.meta.dirname, '..')

/** The environment of an npm that is not told what the npm around it was told, except where to find packages. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ['npm_config_registry', 'npm_config_cache', 'npm_config_userconfig']
  const isPlain = (name: string): boolean =>
    kept.includes(name.toLowerCase()) || !/^(?:npm_|NODE_OPTIONS$|NODE_PATH$|INIT_CWD$)/i.test(name)
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => isPlain(name)))
}

/** Builds and packs every package of the workspace into a folder. What was built goes again: a checkout runs its sources. */
export function packAll(folder: string): readonly Packed[] {
  mkdirSync(folder, { recursive: true })
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { workspaces: string[] }
  const built = workspaces.filter((workspace) => workspace.startsWith('packages/')).map((path) => join(root, path))
  run(process.execPath, [join(root, 'scripts/build.ts'), ...built])
  const words = ['pack', '--workspaces', '--ignore-scripts', '--json', '--pack-destination', folder]
  const reported = JSON.parse(run('npm', words)) as readonly Reported[] | Readonly<Record<string, Reported>>
  for (const file of globSync('packages/*/dist/**/*.js', { cwd: root })) rmSync(join(root, file))
  return Object.values(reported).map(({ name, filename, size, files }) => ({
    name,
    tarball: join(folder, filename.replace('@', '').replace('/', '-')),
    files: files.map(({ path }) => path),
    bytes: size,
  }))
}

function run(program: string, words: readonly string[]): string {
  const { status, stdout, stderr } = runToEnd(program, words, {
    cwd: root,
    env: plainEnvironment(),
    milliseconds: 280_000,
  })
  if (status !== 0) throw new Error(`${words.slice(0, 2).join(' ')} ended with ${status}: ${stdout}${stderr}`)
  return stdout
}

if (import.meta.main) {
  const packed = packAll(resolve(process.argv[2] ?? 'packed'))
  for (const { name, files, bytes } of packed)
    console.log(`${name}: ${files.length} files, ${Math.ceil(bytes / 1000)} kB`)
}
